// Package retrybackoff defines the rule that finds retries which leave the
// service no time to recover.
//
// # Analyzer retrybackoff
//
// retrybackoff: a request is repeated at once, or always after the same time
//
// A service that fails is mostly one that has too much to do. A client that repeats its request without a
// wait multiplies the load at that very moment, and spends all its attempts within milliseconds. The
// rule plays each failure through the code that follows a request, and reports where no way
// to the next attempt waits. A wait that is one and the same constant each time, also by the schedule
// of a retry library, is an advisory (category "constant"), and so are waits that are computed without a random part
// (category "jitter"): clients that failed together come back together. Another advisory (category "uncapped") is a wait that doubles
// each time in a loop that nothing ends: after a long failure of the service the program stays away for days, and once the
// number overflows it waits no more. A loop that serves for ever,
// such as one that takes messages off a queue, is reported if it calls a service that failed again
// at once: the wait that makes it slow while all is well isn't there then.
//
// # Bad
//
//	func fetch(url string) (*http.Response, error) {
//		var err error
//		for range 5 {
//			var resp *http.Response
//			if resp, err = http.Get(url); err == nil {
//				return resp, nil
//			}
//		}
//		return nil, err
//	}
//
// # Good
//
//	func fetch(url string) (*http.Response, error) {
//		var err error
//		for delay := time.Second; delay < time.Minute; delay *= 2 {
//			var resp *http.Response
//			if resp, err = http.Get(url); err == nil {
//				return resp, nil
//			}
//			time.Sleep(delay/2 + rand.N(delay/2))
//		}
//		return nil, err
//	}
//
// # Why
//
// Retries without a wait turn a short overload into an outage (see "Exponential Backoff And Jitter" in
// the AWS Architecture Blog, and RFC 9110, section 15.6.4, on 503).
//
// # Fix safety
//
// There is no fix: how long to wait is for the program to say.
//
// # Known limits
//
// Code that isn't understood, but is given a duration or a context or is called wait, limit or the
// like, is taken for a wait. A second attempt that is also the last one needs no wait, and where a function is
// called after what it waits or polls for, or goes on until a time, its waits may be all the same, and so may those
// between three attempts, and those of a minute or more.
//
// # Options
//
//   - -retrybackoff.tests: report findings in tests, test helpers and examples too
package retrybackoff
