package tlsverify

import (
	"crypto/x509"
	_ "embed"
	"errors"
	"os"
)

func checked(pem []byte) (*x509.CertPool, error) {
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(pem) {
		return nil, errors.New("no certificate")
	}
	return pool, nil
}

//go:embed ca.pem
var embedded []byte

func fromFileOfTheProgram() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(embedded)
	return pool
}

func fromConstant() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(authority))
	return pool
}

const authority = `-----BEGIN CERTIFICATE-----
MIIBPTCB5KADAgECAgEBMAoGCCqGSM49BAMCMBYxFDASBgNVBAMTC2V4YW1wbGUu
Y29tMCAXDTcwMDEwMTAwMDAwMFoYDzIxMDAwMTAxMDAwMDAwWjAWMRQwEgYDVQQD
EwtleGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEO12O32Bq+x
E6bokFuCcP4nczLE1Z6EC04vWhm/BeGQWp/cLy8Wk9gYtB7QdoP+it7E6RvRjqg7
sVF6xyS7PfujITAfMB0GA1UdDgQWBBT5Xs1Bx0BiGMv0cm1HQ9IQpCUtnDAKBggq
hkjOPQQDAgNIADBFAiEA1Fe0XyXQBOHx/hb9bQIUywA5hqOMhyCD4ffl5Qty/owC
IDtyXYKH2u4+ZHdOW4Jni2Lz7dO+3r3XLXrfBFazMNp8
-----END CERTIFICATE-----
`

// What can't be read is passed over as well.
func bestEffort(files []string) *x509.CertPool {
	pool := x509.NewCertPool()
	for _, file := range files {
		if pem, err := os.ReadFile(file); err == nil {
			pool.AppendCertsFromPEM(pem)
		}
	}
	return pool
}
