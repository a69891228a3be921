package grpc

import (
	"context"

	"google.golang.org/grpc/credentials"
)

type ClientConn struct{}

type Server struct{}

type DialOption interface{ apply() }

type ServerOption interface{ apply() }

func Dial(target string, opts ...DialOption) (*ClientConn, error) { return nil, nil }

func DialContext(ctx context.Context, target string, opts ...DialOption) (conn *ClientConn, err error) {
	return nil, nil
}

func NewClient(target string, opts ...DialOption) (conn *ClientConn, err error) { return nil, nil }

func NewServer(opt ...ServerOption) *Server { return nil }

func Creds(c credentials.TransportCredentials) ServerOption { return nil }

func WithInsecure() DialOption { return nil }

func WithBlock() DialOption { return nil }

func WithTransportCredentials(creds credentials.TransportCredentials) DialOption { return nil }

func WithPerRPCCredentials(creds credentials.PerRPCCredentials) DialOption { return nil }
