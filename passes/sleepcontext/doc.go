// Package sleepcontext defines the rule that finds waits between attempts which
// a cancelled context doesn't end.
//
// # Analyzer sleepcontext
//
// sleepcontext: a wait between two attempts goes on after its context is cancelled
//
// The function has a context, so its caller can tell that nobody waits for the outcome any more. A
// time.Sleep between two attempts doesn't hear of that; a select on the context and a timer does.
//
// # Bad
//
//	func fetch(ctx context.Context, req *http.Request) (*http.Response, error) {
//		for range 5 {
//			resp, err := http.DefaultClient.Do(req.WithContext(ctx))
//			if err == nil {
//				return resp, nil
//			}
//			time.Sleep(10 * time.Second)
//		}
//		return nil, errors.New("gave up")
//	}
//
// # Good
//
//	func fetch(ctx context.Context, req *http.Request) (*http.Response, error) {
//		for range 5 {
//			resp, err := http.DefaultClient.Do(req.WithContext(ctx))
//			if err == nil {
//				return resp, nil
//			}
//			select {
//			case <-ctx.Done():
//				return nil, ctx.Err()
//			case <-time.After(10 * time.Second):
//			}
//		}
//		return nil, errors.New("gave up")
//	}
//
// # Why
//
// A shutdown waits for each such sleep, and is killed when its patience ends; a user who gave up
// still holds a goroutine and, often, a lock.
//
// # Fix safety
//
// The fix puts a select in the place of the sleep and returns ctx.Err(), with zero values beside it. There is none where
// the function can't return an error.
//
// # Known limits
//
// Waits of at most 100 milliseconds are left alone, and so are waits in functions that were given no context,
// whatever their callers have. The context of a request counts where the function handles the request, or is the RoundTrip of a
// transport or the Do of a client.
//
// # Options
//
//   - -sleepcontext.tests: report findings in tests, test helpers and examples too
package sleepcontext
