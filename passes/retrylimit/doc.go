// Package retrylimit defines the rule that finds retries without an end.
//
// # Analyzer retrylimit
//
// retrylimit: a request is repeated for ever while the service fails
//
// A retry needs an end: a number of attempts, a time, or a context that is cancelled. The rule plays
// each failure through the code that follows a request, and reports where every way leads to
// another attempt; also where the end is a number that can't be reached, such as a countdown of an unsigned
// number below 0. A retry library that is told to go on for ever, as by a MaxElapsedTime of 0, is an advisory.
//
// # Bad
//
//	func fetch(url string) *http.Response {
//		for {
//			resp, err := http.Get(url)
//			if err == nil {
//				return resp
//			}
//			time.Sleep(time.Second)
//		}
//	}
//
// # Good
//
//	func fetch(url string) (*http.Response, error) {
//		var failure error
//		for range 5 {
//			resp, err := http.Get(url)
//			if err == nil {
//				return resp, nil
//			}
//			failure = err
//			time.Sleep(time.Second)
//		}
//		return nil, failure
//	}
//
// # Why
//
// The caller of an endless retry never learns that the service is gone: its users wait, its goroutines pile
// up, and a shutdown hangs until the process is killed.
//
// # Fix safety
//
// There is no fix: how long to go on is for the program to say.
//
// # Known limits
//
// A condition that isn't understood is taken for an end. That the request's own context ends each attempt is
// none: the attempt after it fails as well, and is repeated. A function whose name says that it keeps something
// open (reconnect, listen, watch) may come back for ever.
//
// # Options
//
//   - -retrylimit.tests: report findings in tests, test helpers and examples too
package retrylimit
