// Package retrystatus defines the rule that finds retries of requests which the
// server refused for good.
//
// # Analyzer retrystatus
//
// retrystatus: a request is repeated after an answer that says it is wrong
//
// A status code from 400 to 499 says that the request is at fault; but for 408 (timeout),
// 425 (too early) and 429 (too many requests) the same request gets the same
// answer. The rule plays each answer through the code that follows a request, and reports
// where any such code leads to another attempt: a catch-all.
//
// # Bad
//
//	func fetch(url string) (*http.Response, error) {
//		for range 3 {
//			resp, err := http.Get(url)
//			if err == nil && resp.StatusCode == http.StatusOK {
//				return resp, nil
//			}
//			time.Sleep(time.Second)
//		}
//		return nil, errors.New("gave up")
//	}
//
// # Good
//
//	func fetch(url string) (*http.Response, error) {
//		for range 3 {
//			resp, err := http.Get(url)
//			if err == nil && resp.StatusCode < 500 && resp.StatusCode != http.StatusTooManyRequests {
//				return resp, nil
//			}
//			time.Sleep(time.Second)
//		}
//		return nil, errors.New("gave up")
//	}
//
// # Why
//
// A wrong password that is tried five times locks the account; a malformed order that is
// sent ten times fills the provider's abuse statistics and our log; and the user waits
// for a minute to be told what was known at once (RFC 9110, section 15.5).
//
// # Fix safety
//
// Where an if statement decides by the code of the answer, the fix makes the function give up after codes from 400 to 499 but
// for 408, 425 and 429: with an error of its own in a loop, and with the library's word for a permanent error, around the
// error that was returned anyhow, in a function that a library repeats. The caller gets that error sooner, and otherwise as before.
//
// # Known limits
//
// A code from 400 to 499 that the program names is taken for a decision. What an error says, strings.Contains(err.Error(),
// "429"), is understood as far as the program has written it. Conditions that depend on the
// answer's body, or on errors whose making isn't seen, are not understood, and not reported. What waits by its name
// until a server is ready or healthy, or asks until something has come about, may be refused before.
//
// # Options
//
//   - -retrystatus.retriers: functions of your own, for all rules on retries, that call a function they are given again until it returns no error
//   - -retrystatus.tests: report findings in tests, test helpers and examples too
package retrystatus
