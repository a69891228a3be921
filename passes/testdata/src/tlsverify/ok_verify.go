package tlsverify

import (
	"crypto/tls"
	"crypto/x509"
	"flag"
	"net"
	"net/http"
	"os"
)

type options struct {
	Insecure bool
	Debug    bool
	Mode     string
	CAFile   string
	URL      string
}

func parameter(skip bool) *tls.Config { return &tls.Config{InsecureSkipVerify: skip} }

func field(o options) *tls.Config { return &tls.Config{InsecureSkipVerify: o.Insecure} }

func off() *tls.Config { return &tls.Config{InsecureSkipVerify: false} }

func byField(o options) *http.Transport {
	tr := &http.Transport{}
	if o.Insecure {
		tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	}
	return tr
}

func byEarlyReturn(o options) *tls.Config {
	if !o.Insecure {
		return nil
	}
	return &tls.Config{InsecureSkipVerify: true}
}

var insecureFlag = flag.Bool("k", false, "accept any certificate")

func byFlag() *tls.Config {
	cfg := &tls.Config{}
	if *insecureFlag {
		cfg.InsecureSkipVerify = true
	}
	return cfg
}

func byEnvironment() *tls.Config {
	cfg := &tls.Config{}
	if os.Getenv("APP_ENV") != "" {
		cfg.InsecureSkipVerify = true
	}
	return cfg
}

func byEnvironmentName(env string) *tls.Config {
	cfg := &tls.Config{}
	if env == "dev" {
		cfg.InsecureSkipVerify = true
	}
	return cfg
}

func byMode(o options) *tls.Config {
	cfg := &tls.Config{}
	switch o.Mode {
	case "skip-verify":
		cfg.InsecureSkipVerify = true
	}
	return cfg
}

func withoutAuthority(o options) *tls.Config {
	cfg := &tls.Config{}
	if o.CAFile == "" {
		cfg.InsecureSkipVerify = true
	}
	return cfg
}

// The configuration is chosen where it is handed on.
func chosenLater(o options) *http.Client {
	lax := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	client := &http.Client{}
	if o.Insecure {
		client.Transport = lax
	}
	return client
}

func replacedByAnOption(strict *tls.Config) *tls.Config {
	cfg := &tls.Config{InsecureSkipVerify: true}
	if strict != nil {
		cfg = strict
	}
	return cfg
}

func WithInsecure() func(*tls.Config) {
	return func(cfg *tls.Config) { cfg.InsecureSkipVerify = true }
}

func newUntrustedClient() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
}

type insecureDialer struct{}

func (insecureDialer) config() *tls.Config { return &tls.Config{InsecureSkipVerify: true} }

type transports struct{ Verified, Unverified *tls.Config }

func both() transports {
	return transports{Verified: &tls.Config{}, Unverified: &tls.Config{InsecureSkipVerify: true}}
}

func ownDaemon() (*tls.Conn, error) {
	return tls.Dial("tcp", "127.0.0.1:8443", &tls.Config{InsecureSkipVerify: true})
}

func ownDaemonByURL() (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	return client.Get("https://localhost:10250/metrics")
}

func isHealthy(url string) bool {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	resp, err := client.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

// A server doesn't look at the field.
func listen(cert tls.Certificate) (net.Listener, error) {
	cfg := &tls.Config{Certificates: []tls.Certificate{cert}, InsecureSkipVerify: true}
	return tls.Listen("tcp", ":8443", cfg)
}

func ofHTTPServer(cert tls.Certificate) *http.Server {
	cfg := &tls.Config{Certificates: []tls.Certificate{cert}, InsecureSkipVerify: true}
	srv := &http.Server{Addr: ":8443"}
	srv.TLSConfig = cfg
	return srv
}

func withOwnAuthorities(pool *x509.CertPool) *tls.Config { return &tls.Config{RootCAs: pool} }

//integrationlint:ignore tlsverify the appliance can't have a certificate
var appliance = &tls.Config{InsecureSkipVerify: true}

// Who makes the other configuration doesn't matter here.
func elseBranch(o options) *tls.Config {
	if o.CAFile != "" {
		return &tls.Config{ServerName: o.CAFile}
	} else {
		return &tls.Config{InsecureSkipVerify: true}
	}
}

func unlessVerified(verify bool) *tls.Config {
	if verify {
		return &tls.Config{}
	}
	return &tls.Config{InsecureSkipVerify: true}
}

func byUnknownFunction(o options) *tls.Config {
	if lenient(o) {
		return &tls.Config{InsecureSkipVerify: true}
	}
	return &tls.Config{}
}

func lenient(o options) bool { return o.Debug }

func toAddress(localAddr string) (*tls.Conn, error) {
	return tls.Dial("tcp", localAddr, &tls.Config{InsecureSkipVerify: true})
}
