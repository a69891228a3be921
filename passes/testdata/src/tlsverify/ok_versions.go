package tlsverify

import "crypto/tls"

func absent() *tls.Config { return &tls.Config{} }

func zero() *tls.Config { return &tls.Config{MinVersion: 0, MaxVersion: 0} }

func modern() *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12, MaxVersion: tls.VersionTLS13}
}

func newest() *tls.Config { return &tls.Config{MinVersion: 0x0304} }

func parameterVersion(v uint16) *tls.Config { return &tls.Config{MinVersion: v} }

func changedVariable(old bool) *tls.Config {
	v := uint16(tls.VersionTLS10)
	if !old {
		v = tls.VersionTLS12
	}
	return &tls.Config{MinVersion: v}
}

func byName(name string) *tls.Config {
	cfg := &tls.Config{}
	switch name {
	case "1.0":
		cfg.MinVersion = tls.VersionTLS10
	case "1.2":
		cfg.MinVersion = tls.VersionTLS12
	}
	return cfg
}

func overridden(v uint16) *tls.Config {
	cfg := &tls.Config{MinVersion: tls.VersionTLS10}
	if v != 0 {
		cfg.MinVersion = v
	}
	return cfg
}

func legacyConfig() *tls.Config { return &tls.Config{MinVersion: tls.VersionTLS10} }

// No version helps where nobody looks at the certificate.
func insecureScan() *tls.Config {
	return &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS10}
}
