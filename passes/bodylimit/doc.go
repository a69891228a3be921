// Package bodylimit defines the rule that finds requests and answers whose
// bodies are read without a limit.
//
// # Analyzer bodylimit
//
// bodylimit: the body of a request or an answer is read into memory, however large it is
//
// A handler reads all of the request's body, and nothing limits how much that is: no http.MaxBytesReader, no io.LimitReader, no look at
// ContentLength, in the handler, in what calls it, or in middleware of the package. Where the handler is for webhooks, of which
// anybody who finds the URL may send some, the category is webhook; elsewhere it is inbound, an advisory.
//
// The same of the answer to a request: where the URL came from a client of this server, the category is given; where the program
// chose it, it is answer, an advisory, and reported only with -bodylimit.answers, since the service is mostly trusted not to do that.
// Where the package puts something in the place of a body, or looks at ContentLength, it is silent.
//
// # Bad
//
//	func webhook(w http.ResponseWriter, r *http.Request) {
//		body, err := io.ReadAll(r.Body)
//		if err != nil {
//			http.Error(w, err.Error(), http.StatusBadRequest)
//			return
//		}
//		process(body)
//	}
//
//	func process([]byte) {}
//
// # Good
//
//	func webhook(w http.ResponseWriter, r *http.Request) {
//		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
//		if err != nil {
//			http.Error(w, err.Error(), http.StatusBadRequest)
//			return
//		}
//		process(body)
//	}
//
//	func process([]byte) {}
//
// # Why
//
// The body has to be read before its signature can be verified, so everybody can make the program allocate as much memory as they have
// the patience to send, until it is killed, and all that it was about to do is lost.
//
// # Fix safety
//
// The fix reads through http.MaxBytesReader, up to -bodylimit.limit bytes: what is larger becomes an error of the read, and the connection
// is closed. Where errors of the read are ignored, the body is cut off.
//
// # Known limits
//
// A limit in middleware of another package, or in a proxy in front of the server, isn't seen.
//
// # Options
//
//   - -bodylimit.answers: report answers of services that are read without a limit, too
//   - -bodylimit.limit: what fixes limit a body to, in bytes (default 26214400)
//   - -bodylimit.tests: report findings in tests, test helpers and examples too
package bodylimit
