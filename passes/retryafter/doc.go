// Package retryafter defines the rule that finds retries which don't heed how long
// the service asks them to wait.
//
// # Analyzer retryafter
//
// retryafter: a request is repeated after 429 or 503 whenever the client likes, not when the service says
//
// With 429 (Too Many Requests) and 503 (Service Unavailable) a service can say in the header Retry-After
// when it will answer again (RFC 9110, section 10.2.3), as a number of seconds or as a date; others name the
// time at which a limit is reset, in X-RateLimit-Reset and the like. The rule plays such an answer through
// the code that follows a request, and reports where neither header is ever looked at on the way to another
// attempt; so do functions that tell a library how long to wait, such as a Backoff of go-retryablehttp or a
// DelayFn of rehttp, and a client of resty that is given a condition and no SetRetryAfter. Three advisories look closer:
// category "cap" if nothing limits the wait that the header asks for, also where an error passes it on from the service by a
// field or function that is called RetryAfter; "date" if only one of the two forms is understood; and "lost" if a function makes
// of such an answer an error without the header, and a caller repeats it.
//
// # Bad
//
//	func fetch(url string) (*http.Response, error) {
//		for range 5 {
//			resp, err := http.Get(url)
//			if err != nil || resp.StatusCode != http.StatusTooManyRequests {
//				return resp, err
//			}
//			resp.Body.Close()
//			time.Sleep(time.Second)
//		}
//		return nil, errors.New("gave up")
//	}
//
// # Good
//
//	func fetch(url string) (*http.Response, error) {
//		for range 5 {
//			resp, err := http.Get(url)
//			if err != nil || resp.StatusCode != http.StatusTooManyRequests {
//				return resp, err
//			}
//			resp.Body.Close()
//			time.Sleep(wait(resp.Header.Get("Retry-After")))
//		}
//		return nil, errors.New("gave up")
//	}
//
//	// wait returns how long a Retry-After header asks to wait, a minute at most.
//	func wait(header string) time.Duration {
//		wait := time.Second
//		if seconds, err := strconv.Atoi(header); err == nil {
//			wait = time.Duration(seconds) * time.Second
//		} else if date, err := http.ParseTime(header); err == nil {
//			wait = time.Until(date)
//		}
//		return min(wait, time.Minute)
//	}
//
// # Why
//
// A client that comes back too early uses up its attempts while it is locked out, and services
// prolong the lock or ban such clients; one that waits as long as it is told, whatever that is, hangs for a day
// when a server says so.
//
// # Fix safety
//
// Where the wait is one expression, the fix hands it to a helper that it adds to the file once: the helper
// returns what Retry-After says, in both forms and at most a minute, or else the wait as it was.
//
// # Known limits
//
// An answer that is given to code which isn't known, and a header that is named anywhere in the code that
// the retry runs through, are taken for the heeding of it. A function that by its name waits until a server is ready
// or healthy has no limit to run into, and one that takes the next of several servers need not heed the last one.
//
// # Options
//
//   - -retryafter.cap: the longest wait that fixes allow (default 1m)
//   - -retryafter.tests: report findings in tests, test helpers and examples too
package retryafter
