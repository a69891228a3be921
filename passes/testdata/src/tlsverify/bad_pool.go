package tlsverify

import (
	"crypto/x509"
	"os"
)

func unreadable(file string) (*x509.CertPool, error) {
	pem, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(pem) // want `^pool stays as it is, without a word, if pem holds no certificate, and connections then fail with an unknown authority \(AppendCertsFromPEM returns false\)`
	return pool, nil
}

func thrownAway(pem []byte) *x509.CertPool {
	pool := x509.NewCertPool()
	_ = pool.AppendCertsFromPEM(pem) // want `^pool stays as it is`
	return pool
}

func brokenConstant() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte("-----BEGIN CERTIFICATE-----")) // want `^pool stays as it is`
	return pool
}
