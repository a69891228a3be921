// Package secretlog defines the rule that finds credentials in logs and errors.
//
// # Analyzer secretlog
//
// secretlog: a credential is written to a log or into an error
//
// A value is a credential if the package, or one that it imports, uses it as such: what is set as an Authorization header, given to a library as
// its password, or signs tokens. Logs that hold it are found, also where it is in a struct that is printed as a whole, in the headers of a request, in a
// dump of one by net/http/httputil, in an encoded form, or in the answer of a server that issues tokens.
//
// # Bad
//
//	func call(client *http.Client, req *http.Request) (*http.Response, error) {
//		token := os.Getenv("API_TOKEN")
//		req.Header.Set("Authorization", "Bearer "+token)
//		log.Printf("calling %s with %s", req.URL.Path, token)
//		return client.Do(req)
//	}
//
// # Good
//
//	func call(client *http.Client, req *http.Request) (*http.Response, error) {
//		token := os.Getenv("API_TOKEN")
//		req.Header.Set("Authorization", "Bearer "+token)
//		log.Printf("calling %s with a token of %d characters", req.URL.Path, len(token))
//		return client.Do(req)
//	}
//
// # Why
//
// Logs are copied to where more people and programs read them than may use the credential, and are kept for longer than it is valid. That
// the line is for debugging only is no help: it is switched on when something is wrong, in production.
//
// # Fix safety
//
// There is no fix: what the line is to say instead is for its author to decide.
//
// # Known limits
//
// What is printed on the standard output may be meant for the user, as in a command that shows a token: only structs, headers and dumps are reported
// there. A length, a hash, a part of the text and a copy of the headers from which the credential was removed are left alone.
//
// # Options
//
//   - -secretlog.tests: report findings in tests, test helpers and examples too
package secretlog
