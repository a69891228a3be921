package tlsverify

import (
	"crypto/tls"
	"crypto/x509"
	"net"
	"net/http"
	"net/http/httputil"
	"net/smtp"
	"net/url"
)

func literal() *http.Client {
	tr := &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, // want `^tr accepts any certificate, so whoever sits between can read and change what is sent \(InsecureSkipVerify: true\)$`
	}
	return &http.Client{Transport: tr}
}

func returned() *tls.Config {
	return &tls.Config{InsecureSkipVerify: true} // want `^returned accepts any certificate`
}

func assigned() *tls.Config {
	var cfg tls.Config
	cfg.InsecureSkipVerify = true // want `^cfg accepts any certificate, .* \(InsecureSkipVerify = true\)$`
	return &cfg
}

func aCommentIsNoReason() *tls.Config {
	// The server has a self-signed certificate.
	return &tls.Config{InsecureSkipVerify: true} // want `^aCommentIsNoReason accepts`
}

const checkNothing = !false

func namedConstant() *tls.Config {
	return &tls.Config{InsecureSkipVerify: checkNothing} // want `^namedConstant accepts`
}

func wholeProgram() (*http.Response, error) {
	http.DefaultTransport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true} // want `TLSClientConfig accepts any certificate, .* of every client in the program that has no transport of its own`
	return http.Get("https://example.com")
}

func wholeProgramByField() {
	http.DefaultTransport.(*http.Transport).TLSClientConfig.InsecureSkipVerify = true // want `of every client in the program`
}

func aNameDoesNotCount(host string) *tls.Config {
	return &tls.Config{ServerName: host, InsecureSkipVerify: true} // want `^aNameDoesNotCount accepts`
}

func rootsThatNobodyAsks(pool *x509.CertPool) *tls.Config {
	cfg := &tls.Config{RootCAs: pool}
	cfg.InsecureSkipVerify = true // want `^cfg accepts .* \(InsecureSkipVerify = true, so that its RootCAs are never asked\)`
	return cfg
}

func hookThatChecksNothing() *tls.Config {
	return &tls.Config{
		InsecureSkipVerify: true, // want `^hookThatChecksNothing accepts .* and its VerifyPeerCertificate returns nil for all`
		VerifyPeerCertificate: func([][]byte, [][]*x509.Certificate) error {
			return nil
		},
	}
}

func acceptAnything(tls.ConnectionState) error { return nil }

func namedHookThatChecksNothing() *tls.Config {
	cfg := &tls.Config{InsecureSkipVerify: true} // want `^cfg accepts .* and its VerifyConnection returns nil for all`
	cfg.VerifyConnection = acceptAnything
	return cfg
}

type mail struct {
	UseTLS bool
	host   string
}

// That TLS is used is no option about the check.
func (m *mail) startTLS(c *smtp.Client) error {
	if m.UseTLS {
		return c.StartTLS(&tls.Config{InsecureSkipVerify: true, ServerName: m.host}) // want `^startTLS accepts`
	}
	return nil
}

func onBothSidesOfAnotherCondition(proxy string) *http.Client {
	var tr *http.Transport
	if proxy != "" {
		tr = &http.Transport{
			TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, // want `^tr accepts`
			Proxy:           http.ProxyFromEnvironment,
		}
	} else {
		tr = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `^tr accepts`
	}
	return &http.Client{Transport: tr}
}

func defaultForCallersWithout(cfg *tls.Config) *tls.Config {
	if cfg == nil {
		cfg = &tls.Config{InsecureSkipVerify: true} // want `^cfg accepts`
	}
	return cfg
}

func ofTheTypeAsserted(client *http.Client) {
	if tr, ok := client.Transport.(*http.Transport); ok {
		tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true} // want `^tr.TLSClientConfig accepts`
	}
}

var shared = &http.Transport{
	TLSClientConfig: &tls.Config{
		InsecureSkipVerify: true, // want `^shared accepts`
	},
}

func connectToServer(addr string) (*tls.Conn, error) {
	return tls.Dial("tcp", addr, &tls.Config{InsecureSkipVerify: true}) // want `^connectToServer accepts`
}

func inLiteralAndOnceMore(cert tls.Certificate) *tls.Config {
	cfg := &tls.Config{InsecureSkipVerify: true} // want `^cfg accepts`
	cfg.Certificates = []tls.Certificate{cert}
	cfg.InsecureSkipVerify = true
	return cfg
}

// A certificate of the client's own is no reason either.
func withClientCertificate(certFile, keyFile string) (*tls.Config, error) {
	if certFile == "" && keyFile == "" {
		return nil, nil
	}
	cert, err := tls.LoadX509KeyPair(certFile, keyFile)
	if err != nil {
		return nil, err
	}
	return &tls.Config{Certificates: []tls.Certificate{cert}, InsecureSkipVerify: true}, nil // want `^withClientCertificate accepts`
}

func evenWithAuthorities(ca string) *tls.Config {
	cfg := &tls.Config{}
	if ca != "" {
		pool := x509.NewCertPool()
		if ok := pool.AppendCertsFromPEM([]byte(ca)); !ok {
			return nil
		}
		cfg = &tls.Config{RootCAs: pool, InsecureSkipVerify: true} // want `^cfg accepts .* so that its RootCAs are never asked`
	}
	return cfg
}

func oneOfTwoSchemes(scheme, host string) (conn net.Conn, err error) {
	if scheme == "ldaps" {
		conn, err = tls.Dial("tcp", host, &tls.Config{InsecureSkipVerify: true}) // want `^conn accepts`
	} else {
		conn, err = net.Dial("tcp", host)
	}
	return conn, err
}

// What is done with it under another option is no decision about the check.
func usedUnderAnotherOption(http2 bool) *http.Client {
	tr := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `^tr accepts`
	if http2 {
		configure(tr)
	}
	return &http.Client{Transport: tr}
}

func configure(tr *http.Transport) { tr.ForceAttemptHTTP2 = true }

func afterAnotherOption(m *mail) *tls.Config {
	if !m.enabled() {
		return nil
	}
	return &tls.Config{InsecureSkipVerify: true} // want `^afterAnotherOption accepts`
}

func (m *mail) enabled() bool { return m.host != "" }

// The server hands on to others, whom nobody verifies.
func newProxy(target *url.URL) *http.Server {
	tr := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `^tr accepts`
	proxy := &httputil.ReverseProxy{Transport: tr, Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(target) }}
	return &http.Server{Handler: proxy}
}

func ownAddress(addr string) (net.Addr, error) {
	conn, err := tls.Dial("tcp", addr, &tls.Config{InsecureSkipVerify: true}) // want `^conn accepts`
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	return conn.LocalAddr(), nil
}
