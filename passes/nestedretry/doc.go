// Package nestedretry defines the rule that finds retries of what is already a
// retry.
//
// # Analyzer nestedretry
//
// nestedretry: a retry repeats a call that repeats its requests itself
//
// Two layers that retry multiply: five attempts of a call that makes five attempts are 25 requests, and their
// waits add up. The rule reports an attempt in whose callee the same failures are already repeated.
//
// # Bad
//
//	func get(url string) (resp *http.Response, err error) {
//		for i := range 5 {
//			if resp, err = http.Get(url); err == nil {
//				return resp, nil
//			}
//			time.Sleep(time.Duration(i) * time.Second)
//		}
//		return nil, err
//	}
//
//	func fetch(url string) (resp *http.Response, err error) {
//		for i := range 5 {
//			if resp, err = get(url); err == nil {
//				return resp, nil
//			}
//			time.Sleep(time.Duration(i) * time.Minute)
//		}
//		return nil, err
//	}
//
// # Good
//
//	func get(url string) (resp *http.Response, err error) {
//		for i := range 5 {
//			if resp, err = http.Get(url); err == nil {
//				return resp, nil
//			}
//			time.Sleep(time.Duration(i) * time.Second)
//		}
//		return nil, err
//	}
//
//	func fetch(url string) (*http.Response, error) {
//		return get(url)
//	}
//
// # Why
//
// A service that is down gets the product of all layers' attempts, and the user waits for it (see "Addressing Cascading
// Failures" in the book Site Reliability Engineering: retry at one level only).
//
// # Fix safety
//
// There is no fix: which of the layers is the right one is for the program to say.
//
// # Known limits
//
// Both layers have to be in one package. That a client, such as one of go-retryablehttp, retries on its own isn't looked at.
//
// # Options
//
//   - -nestedretry.tests: report findings in tests, test helpers and examples too
package nestedretry
