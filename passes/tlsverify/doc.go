// Package tlsverify defines the rule that finds connections whose peer
// isn't verified.
//
// # Analyzer tlsverify
//
// tlsverify: a connection takes its peer's word for who it is
//
// TLS and SSH keep a secret from others only if the client knows whom it talks to. The rule reports a tls.Config whose
// InsecureSkipVerify is the constant true, unless the code checks the certificate itself or the user decides (category verify);
// ssh.InsecureIgnoreHostKey, and a HostKeyCallback that only returns nil (hostkey); a version below TLS 1.2 (version)
// and, as an advisory, cipher suites that crypto/tls calls insecure (suite); servers whose ClientCAs are never asked
// (clientcert) and, as an advisory, those that take any certificate and look at none (anyclient);
// as an advisory, a thrown away result of AppendCertsFromPEM (pool); and gRPC credentials that
// are sent without TLS (grpc).
//
// # Bad
//
//	func newClient() *http.Client {
//		return &http.Client{
//			Timeout:   10 * time.Second,
//			Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}},
//		}
//	}
//
// A function that returns nil checks nothing.
//
//	func newConfig() *tls.Config {
//		return &tls.Config{
//			InsecureSkipVerify: true,
//			VerifyConnection:   func(tls.ConnectionState) error { return nil },
//		}
//	}
//
// Without ClientAuth nobody is asked for a certificate.
//
//	func newServer(mux http.Handler, pool *x509.CertPool) *http.Server {
//		return &http.Server{
//			Addr:              ":8443",
//			Handler:           mux,
//			ReadHeaderTimeout: 10 * time.Second,
//			TLSConfig:         &tls.Config{ClientCAs: pool},
//		}
//	}
//
// # Good
//
//	func newClient(pool *x509.CertPool) *http.Client {
//		return &http.Client{
//			Timeout:   10 * time.Second,
//			Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}},
//		}
//	}
//
// Here the user decides.
//
//	func newConfig(insecure bool) *tls.Config {
//		return &tls.Config{InsecureSkipVerify: insecure}
//	}
//
// # Why
//
// Whoever can answer in the server's place (in the same wireless network, by a false answer to a DNS query, on any router
// between) reads the passwords and tokens that are sent, and sends what it likes. Nothing fails, nothing is logged, and no test
// notices. A certificate that its operator has signed is no reason: a CertPool can hold it.
//
// # Fix safety
//
// No fix turns verification on, since that takes a certificate that the rule doesn't know. A fix raises MinVersion to TLS 1.2, takes insecure suites out
// of a list, or makes a server ask its ClientCAs. Each refuses peers that were let in
// before: clients of before 2013, and clients without a certificate of these authorities.
//
// # Known limits
//
// What may be meant is not reported: a value that is no constant; a setting under a condition that is an option, an environment variable or a missing
// certificate; a function or type that says so by its name ("WithInsecure"); and code that calls servers of which it
// knows nothing, by its name or that of its package ("scanner", "healthcheck"). The comment beside it is no reason. Nor is a package
// reported for its clients that reads the certificates of servers itself, or a function that names an address of this machine.
// That only TLS is an option is no reason either: the rule knows "useTLS" and the like.
//
// A missing MinVersion is fine: Go speaks TLS 1.2 at least. Which suites are insecure is up to the version of Go
// that integrationlint was built with. Credentials of gRPC are reported only if their type is of the same package, and its RequireTransportSecurity
// returns false, since grpc-go refuses to send others in clear.
//
// # Options
//
//   - -tlsverify.tests: report findings in tests, test helpers and examples too
package tlsverify
