package badclients

import (
	"crypto/tls"
	"crypto/x509"
	"net"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
)

func nobodyIsAsked(mux http.Handler, pool *x509.CertPool) *http.Server {
	return &http.Server{
		Handler: mux,
		TLSConfig: &tls.Config{
			ClientCAs: pool, // want `^nobodyIsAsked asks no client for a certificate, so whoever connects is let in: ClientCAs is set, and nothing sets ClientAuth \(ClientCAs: pool\)`
		},
	}
}

func nobodyIsAskedByListener(cert tls.Certificate, pool *x509.CertPool) (net.Listener, error) {
	cfg := &tls.Config{Certificates: []tls.Certificate{cert}, ClientCAs: pool} // want `^cfg asks no client`
	return tls.Listen("tcp", ":8443", cfg)
}

func nobodyIsAskedByGRPC(cert tls.Certificate, pool *x509.CertPool) *grpc.Server {
	creds := credentials.NewTLS(&tls.Config{Certificates: []tls.Certificate{cert}, ClientCAs: pool}) // want `^creds asks no client`
	return grpc.NewServer(grpc.Creds(creds))
}

func explicitlyNone(mux http.Handler, pool *x509.CertPool) *http.Server {
	return &http.Server{
		Handler: mux,
		TLSConfig: &tls.Config{
			ClientAuth: tls.NoClientCert,
			ClientCAs:  pool, // want `asks no client`
		},
	}
}

func anyWillDo(pool *x509.CertPool) *tls.Config {
	return &tls.Config{
		ClientCAs:  pool,
		ClientAuth: tls.RequireAnyClientCert, // want `^anyWillDo takes any certificate that a client makes for itself: its ClientCAs are sent as a hint and never asked \(ClientAuth: RequireAnyClientCert\)`
	}
}

func onlyRequested(pool *x509.CertPool) *tls.Config {
	cfg := &tls.Config{ClientCAs: pool, ClientAuth: tls.RequestClientCert} // want `^cfg takes any certificate`
	return cfg
}

func lookedAtByNobody() *tls.Config {
	return &tls.Config{ClientAuth: tls.RequireAnyClientCert} // want `^lookedAtByNobody takes any certificate that a client makes for itself, and nothing in this package looks at it \(ClientAuth: RequireAnyClientCert\)`
}

func lookedAtByAHookThatAcceptsAll() *tls.Config {
	return &tls.Config{
		ClientAuth:       tls.RequireAnyClientCert, // want `takes any certificate`
		VerifyConnection: func(tls.ConnectionState) error { return nil },
	}
}

func authoritiesByOption(file string, pool *x509.CertPool) *tls.Config {
	cfg := &tls.Config{
		InsecureSkipVerify: true, // a server doesn't look at it
		ClientAuth:         tls.RequireAnyClientCert,
	}
	if file != "" {
		cfg.ClientCAs = pool
		cfg.ClientAuth = tls.RequireAnyClientCert // want `^cfg takes any certificate`
		cfg.InsecureSkipVerify = false
	}
	return cfg
}
