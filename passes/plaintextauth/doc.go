// Package plaintextauth defines the rule that finds credentials sent without
// encryption.
//
// # Analyzer plaintextauth
//
// plaintextauth: a credential is sent over http://
//
// The URL of the request is a constant that begins with http://, its host is on the Internet, and the request carries an
// Authorization header, an API key, or a password in the URL.
//
// # Bad
//
//	func report(key string) (*http.Response, error) {
//		req, err := http.NewRequest("GET", "http://api.weather.io/report", nil)
//		if err != nil {
//			return nil, err
//		}
//		req.Header.Set("X-Api-Key", key)
//		return http.DefaultClient.Do(req)
//	}
//
// # Good
//
//	func report(key string) (*http.Response, error) {
//		req, err := http.NewRequest("GET", "https://api.weather.io/report", nil)
//		if err != nil {
//			return nil, err
//		}
//		req.Header.Set("X-Api-Key", key)
//		return http.DefaultClient.Do(req)
//	}
//
// # Why
//
// Everybody on the way reads the credential, and can change the answer. A server that redirects to https:// is no help: the
// first request has been read by then.
//
// # Fix safety
//
// The fix writes https:// in the place of http://. It is right where the server speaks it, as nearly all do that hand out
// credentials; where it doesn't, the credential isn't worth much.
//
// # Known limits
//
// Hosts without a domain, of private networks and of this machine are left alone, and so is a URL that isn't constant up to its host.
//
// # Options
//
//   - -plaintextauth.tests: report findings in tests, test helpers and examples too
package plaintextauth
