// Package secretinurl defines the rule that finds credentials in the URLs of
// requests.
//
// # Analyzer secretinurl
//
// secretinurl: a credential is sent as a part of the URL
//
// A password, token or API key is put into the query or the path of a request: by name ("?api_key="), or because the package uses the
// value as a credential elsewhere.
//
// # Bad
//
//	func report(city string) (*http.Response, error) {
//		return http.Get("https://api.weather.io/report?city=" + url.QueryEscape(city) + "&api_key=" + os.Getenv("WEATHER_KEY"))
//	}
//
// # Good
//
//	func report(city string) (*http.Response, error) {
//		req, err := http.NewRequest("GET", "https://api.weather.io/report?city="+url.QueryEscape(city), nil)
//		if err != nil {
//			return nil, err
//		}
//		req.Header.Set("X-Api-Key", os.Getenv("WEATHER_KEY"))
//		return http.DefaultClient.Do(req)
//	}
//
// # Why
//
// URLs are logged: by the server, by proxies, and by Go itself. The error of a failed request is a *url.Error, and prints the URL with its query:
// the first timeout writes the credential to the log, or into an answer.
//
// # Fix safety
//
// There is no fix: where else the service takes its credential is in its documentation.
//
// # Known limits
//
// Some services take a credential nowhere else. The hosts of -secretinurl.allow are left alone, and so are those below them; what can't be
// avoided there is that the error is logged as it is.
//
// # Options
//
//   - -secretinurl.allow: hosts that take credentials in the URL only, separated by commas
//   - -secretinurl.tests: report findings in tests, test helpers and examples too
package secretinurl
