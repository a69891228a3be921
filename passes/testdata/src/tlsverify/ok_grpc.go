package tlsverify

import (
	"crypto/tls"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

// grpc-go refuses to send it in clear.
type careful struct{ token }

func (careful) RequireTransportSecurity() bool { return true }

func refusedByLibrary(addr string, t careful) (*grpc.ClientConn, error) {
	return grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithPerRPCCredentials(t))
}

func unknownCredentials(addr string, t credentials.PerRPCCredentials) (*grpc.ClientConn, error) {
	return grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithPerRPCCredentials(t))
}

func overTLS(addr string, t token) (*grpc.ClientConn, error) {
	return grpc.NewClient(addr, grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{})), grpc.WithPerRPCCredentials(t))
}

func inOwnMachine(t token) (*grpc.ClientConn, error) {
	return grpc.NewClient("unix:///run/app.sock", grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithPerRPCCredentials(t))
}

func clearByOption(addr string, plaintext bool, t token) (*grpc.ClientConn, error) {
	opts := []grpc.DialOption{grpc.WithPerRPCCredentials(t)}
	if plaintext {
		opts = append(opts, grpc.WithTransportCredentials(insecure.NewCredentials()))
	}
	return grpc.NewClient(addr, opts...)
}

func withoutCredentials(addr string) (*grpc.ClientConn, error) {
	return grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithBlock())
}

type settable struct {
	token
	secure bool
}

func (s settable) RequireTransportSecurity() bool { return s.secure }

func asConfigured(addr string, s settable) (*grpc.ClientConn, error) {
	return grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithPerRPCCredentials(s))
}
