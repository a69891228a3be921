package tlsverify

import "crypto/tls"

func goodSuites() *tls.Config {
	return &tls.Config{CipherSuites: []uint16{
		tls.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
		tls.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
		tls.TLS_AES_256_GCM_SHA384,
		tls.TLS_CHACHA20_POLY1305_SHA256,
	}}
}

func givenSuites(suites []uint16) *tls.Config { return &tls.Config{CipherSuites: suites} }

func compatSuites() *tls.Config {
	return &tls.Config{CipherSuites: []uint16{tls.TLS_RSA_WITH_AES_128_CBC_SHA}}
}

func secureSuites() *tls.Config {
	var suites []uint16
	for _, s := range tls.CipherSuites() {
		suites = append(suites, s.ID)
	}
	return &tls.Config{CipherSuites: suites}
}
