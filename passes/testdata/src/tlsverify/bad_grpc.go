package tlsverify

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

type token string

func (t token) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + string(t)}, nil
}

func (token) RequireTransportSecurity() bool { return false }

func tokenInClear(addr string, t token) (*grpc.ClientConn, error) {
	conn, err := grpc.NewClient(addr,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithPerRPCCredentials(t), // want `^conn sends the credentials of each call in clear, and whoever listens can use them \(grpc.WithTransportCredentials, line 20\)`
	)
	return conn, err
}

func tokenInClearByOldOption(addr string, t token) (*grpc.ClientConn, error) {
	return grpc.Dial(addr, grpc.WithInsecure(), grpc.WithPerRPCCredentials(&t)) // want `^tokenInClearByOldOption sends the credentials`
}

func tokenInList(t token) []grpc.DialOption {
	opts := []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}
	opts = append(opts, grpc.WithPerRPCCredentials(t)) // want `^opts sends the credentials`
	return opts
}
