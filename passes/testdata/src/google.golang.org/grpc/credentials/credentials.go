package credentials

import (
	"context"
	"crypto/tls"
)

type PerRPCCredentials interface {
	GetRequestMetadata(ctx context.Context, uri ...string) (map[string]string, error)
	RequireTransportSecurity() bool
}

type TransportCredentials interface {
	Clone() TransportCredentials
	OverrideServerName(string) error
}

func NewTLS(c *tls.Config) TransportCredentials { return nil }
