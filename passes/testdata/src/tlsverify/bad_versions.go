package tlsverify

import "crypto/tls"

func lowMinimum() *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS10} // want `^lowMinimum goes down to TLS 1.0 with a peer that asks for it, .* \(MinVersion: tls.VersionTLS10\)$`
}

func lowMinimumSetLater(cfg *tls.Config) {
	cfg.MinVersion = tls.VersionTLS11 // want `^cfg goes down to TLS 1.1`
}

func byNumber() *tls.Config {
	return &tls.Config{
		MinVersion: 0x0301, // want `TLS 1.0`
	}
}

const lowest = tls.VersionTLS10

func byConstant() *tls.Config {
	return &tls.Config{MinVersion: lowest} // want `MinVersion: lowest`
}

func byVariable() *tls.Config {
	var low uint16 = tls.VersionTLS11
	return &tls.Config{MaxVersion: low} // want `^byVariable can't speak anything better than TLS 1.1, .* \(MaxVersion: low\)`
}

func bothEnds() *tls.Config {
	return &tls.Config{
		MinVersion: tls.VersionTLS10, // want `goes down to TLS 1.0`
		MaxVersion: tls.VersionTLS11, // want `can't speak anything better`
	}
}
