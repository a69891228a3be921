package okclients

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
)

func verified(pool *x509.CertPool) *http.Server {
	return &http.Server{TLSConfig: &tls.Config{ClientCAs: pool, ClientAuth: tls.RequireAndVerifyClientCert}}
}

func verifiedIfGiven(pool *x509.CertPool) *http.Server {
	return &http.Server{TLSConfig: &tls.Config{ClientCAs: pool, ClientAuth: tls.VerifyClientCertIfGiven}}
}

func chosen(pool *x509.CertPool, mode tls.ClientAuthType) *http.Server {
	return &http.Server{TLSConfig: &tls.Config{ClientCAs: pool, ClientAuth: mode}}
}

func noClients() *http.Server {
	return &http.Server{TLSConfig: &tls.Config{ClientAuth: tls.NoClientCert}}
}

// A client's configuration that copies the authorities to both fields.
func forClients(pool *x509.CertPool) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool, ClientCAs: pool}}}
}

// Other code may complete it.
func incomplete(pool *x509.CertPool) *tls.Config { return &tls.Config{ClientCAs: pool} }

func withHook(check func(tls.ConnectionState) error) *tls.Config {
	return &tls.Config{ClientAuth: tls.RequireAnyClientCert, VerifyConnection: check}
}

func byMode(mode string, pool *x509.CertPool) *tls.Config {
	cfg := &tls.Config{ClientCAs: pool}
	switch mode {
	case "any":
		cfg.ClientAuth = tls.RequireAnyClientCert
	case "verify":
		cfg.ClientAuth = tls.RequireAndVerifyClientCert
	}
	return cfg
}
