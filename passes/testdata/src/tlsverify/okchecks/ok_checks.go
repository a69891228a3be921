package okchecks

import (
	"bytes"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"errors"
)

func byFingerprint(want []byte) *tls.Config {
	return &tls.Config{
		InsecureSkipVerify: true,
		VerifyPeerCertificate: func(certs [][]byte, _ [][]*x509.Certificate) error {
			if got := sha256.Sum256(certs[0]); !bytes.Equal(got[:], want) {
				return errors.New("not the certificate that was pinned")
			}
			return nil
		},
	}
}

func setLater(check func(tls.ConnectionState) error) *tls.Config {
	cfg := &tls.Config{InsecureSkipVerify: true}
	cfg.VerifyConnection = check
	return cfg
}

// What calls it sets the hook.
func base() *tls.Config { return &tls.Config{InsecureSkipVerify: true} }

func completed(check func(tls.ConnectionState) error) *tls.Config {
	cfg := base()
	cfg.VerifyConnection = check
	return cfg
}
