package okauthenticates

import (
	"crypto/tls"
	"net/http"
)

func serve(mux http.Handler) *http.Server {
	return &http.Server{Handler: mux, TLSConfig: &tls.Config{ClientAuth: tls.RequestClientCert}}
}

func fingerprint(r *http.Request) []byte { return r.TLS.PeerCertificates[0].Signature }
