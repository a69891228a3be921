// Package idempotencykey defines the rule that finds repetitions of requests that
// the service may have executed already.
//
// # Analyzer idempotencykey
//
// idempotencykey: a POST is repeated although it may have been executed
//
// A connection that breaks, and a status of 500, 502 or 504, leave open whether the service did what it was
// asked for. To repeat GET, PUT or DELETE does no harm; to repeat POST or PATCH does the same
// thing twice, unless the request has a key by which the service knows it again. The rule reports an
// attempt that is repeated after such an answer, if its method is POST or PATCH and no header is set that may be a
// key (Idempotency-Key, X-Request-Id, If-Match and the like).
//
// An attempt whose method anybody may choose, and that is repeated without a look at it, is an advisory, of the
// category method.
//
// # Bad
//
//	func pay(client *http.Client, url string, order []byte) error {
//		for range 3 {
//			resp, err := client.Post(url, "application/json", bytes.NewReader(order))
//			if err != nil {
//				continue
//			}
//			resp.Body.Close()
//			if resp.StatusCode < 500 {
//				return nil
//			}
//		}
//		return errors.New("gave up")
//	}
//
// # Good
//
//	func pay(client *http.Client, url, key string, order []byte) error {
//		for range 3 {
//			req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(order))
//			if err != nil {
//				return err
//			}
//			req.Header.Set("Idempotency-Key", key)
//			resp, err := client.Do(req)
//			if err != nil {
//				continue
//			}
//			resp.Body.Close()
//			if resp.StatusCode < 500 {
//				return nil
//			}
//		}
//		return errors.New("gave up")
//	}
//
// Or repeat only what was surely not executed:
//
//	func pay(client *http.Client, url string, order []byte) error {
//		for range 3 {
//			resp, err := client.Post(url, "application/json", bytes.NewReader(order))
//			if err != nil {
//				return err
//			}
//			resp.Body.Close()
//			if resp.StatusCode != http.StatusTooManyRequests {
//				return nil
//			}
//		}
//		return errors.New("gave up")
//	}
//
// # Why
//
// The answer is lost more often than the request: the comment stands there twice, the customer pays twice. The methods
// that may be repeated are those of RFC 9110, section 9.2.2.
//
// # Fix safety
//
// There is no fix. A key has to be made once, before the first attempt, and the service has to
// know it; where it doesn't, only answers like 429 may be followed by a repetition.
//
// # Known limits
//
// A POST that only asks something (a search, a token), says how things shall be (an upload, a deletion) or delivers an event is
// recognised by the words of its URL and of the functions about it, and not reported; nor is one whose headers aren't all known.
//
// # Options
//
//   - -idempotencykey.tests: report findings in tests, test helpers and examples too
package idempotencykey
