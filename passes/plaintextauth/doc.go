// Package plaintextauth defines the rule that finds credentials sent to where
// others than their service can read them.
//
// # Analyzer plaintextauth
//
// plaintextauth: a credential is sent over http://, or to where a redirect leads
//
// The URL of the request is a constant that begins with http://, its host is on the Internet, and the request carries an
// Authorization header, an API key, or a password in the URL.
//
// Or the CheckRedirect of a client puts the credential into the redirected request, without a look at the host that it goes to.
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
// A redirect:
//
//	var client = &http.Client{
//		Timeout: 10 * time.Second,
//		CheckRedirect: func(req *http.Request, via []*http.Request) error {
//			req.Header = via[0].Header
//			return nil
//		},
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
// A redirect:
//
//	var client = &http.Client{
//		Timeout: 10 * time.Second,
//		CheckRedirect: func(req *http.Request, via []*http.Request) error {
//			if req.URL.Host == via[0].URL.Host {
//				req.Header = via[0].Header
//			}
//			return nil
//		},
//	}
//
// # Why
//
// On http://, everybody on the way reads the credential, and can change the answer. A server that redirects to https:// is no help: the
// first request has been read by then. Package net/http takes the credential off a request that is redirected to another host, for
// good reason: an open redirect at the service would hand it to anybody.
//
// # Fix safety
//
// The fix of the first kind writes https:// in the place of http://. It is right where the server speaks it, as nearly all do that hand out
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
