package tlsverify

import "crypto/tls"

func withoutForwardSecrecy() *tls.Config {
	return &tls.Config{
		CipherSuites: []uint16{
			tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
			tls.TLS_RSA_WITH_AES_128_GCM_SHA256, // want `^withoutForwardSecrecy lets a peer choose TLS_RSA_WITH_AES_128_GCM_SHA256, without forward secrecy: .* \(CipherSuites\)$`
		},
	}
}

func severalOnOneLine() *tls.Config {
	return &tls.Config{CipherSuites: []uint16{tls.TLS_ECDHE_RSA_WITH_RC4_128_SHA, tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, tls.TLS_RSA_WITH_3DES_EDE_CBC_SHA}} // want `TLS_ECDHE_RSA_WITH_RC4_128_SHA, whose cipher is broken: .* \(CipherSuites, one of 2 such suites\)`
}

var cbc = []uint16{
	tls.TLS_AES_128_GCM_SHA256,
	tls.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, // want `^byListVariable lets a peer choose TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, whose padding`
	tls.TLS_RSA_WITH_3DES_EDE_CBC_SHA,
}

func byListVariable() *tls.Config { return &tls.Config{CipherSuites: cbc} }

func nothingElse() *tls.Config {
	cfg := &tls.Config{}
	cfg.CipherSuites = []uint16{tls.TLS_RSA_WITH_3DES_EDE_CBC_SHA} // want `^cfg lets a peer choose TLS_RSA_WITH_3DES_EDE_CBC_SHA, whose 64-bit blocks repeat`
	return cfg
}

func withCommentBeside() *tls.Config {
	return &tls.Config{
		CipherSuites: []uint16{
			tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
			tls.TLS_RSA_WITH_AES_128_CBC_SHA, // for the box in the cellar // want `without forward secrecy`
		},
	}
}
