// Package retrybody defines the rule that finds requests which are sent again without
// their body.
//
// # Analyzer retrybody
//
// retrybody: a request is sent again after its body was read
//
// To send a request reads its body to the end. Who sends the same request once more, or makes
// another one of the same reader, sends nothing, or gets the error "ContentLength=N with Body
// length 0". The rule reports an attempt that is repeated after an answer with status 429, 500,
// 502, 503 or 504, or after an error of the transport, if all attempts share one body and nothing
// between them may bring it back to its begin.
//
// # Bad
//
//	func send(client *http.Client, url string, data []byte) error {
//		req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(data))
//		if err != nil {
//			return err
//		}
//		for range 3 {
//			resp, err := client.Do(req)
//			if err != nil {
//				return err
//			}
//			resp.Body.Close()
//			if resp.StatusCode < 500 {
//				return nil
//			}
//			time.Sleep(time.Second)
//		}
//		return errors.New("gave up")
//	}
//
// # Good
//
//	func send(client *http.Client, url string, data []byte) error {
//		for range 3 {
//			req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(data))
//			if err != nil {
//				return err
//			}
//			resp, err := client.Do(req)
//			if err != nil {
//				return err
//			}
//			resp.Body.Close()
//			if resp.StatusCode < 500 {
//				return nil
//			}
//			time.Sleep(time.Second)
//		}
//		return errors.New("gave up")
//	}
//
// # Why
//
// The retry looks right, and works for GET; it fails on the day on which the service does. http.NewRequest
// sets GetBody, but only redirects and the transport's own repetition call it, not a second Do. Clone
// and WithContext keep the body that was read.
//
// The answer of an attempt holds its connection until its body is read to the end or closed. A retry that drops it
// (category "response") uses up a connection each time, just when the service is short of them.
//
// # Fix safety
//
// Where one request, made by http.NewRequest of a reader that it can rewind, is sent by each attempt, and the function can
// return an error, the fix calls GetBody before each attempt. Elsewhere there is no fix: whether to make the request anew
// or to keep its bytes depends on what else it carries.
//
// # Known limits
//
// Requests of libraries that rewind by themselves, and requests that are handed to code which isn't seen, are
// not reported; nor is a function that tells requests with a body from those without one.
//
// # Options
//
//   - -retrybody.tests: report findings in tests, test helpers and examples too
package retrybody
