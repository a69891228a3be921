// Package refreshloop defines the rule that finds requests which are repeated after a
// refused token for as long as it is refused.
//
// # Analyzer refreshloop
//
// refreshloop: a request that is refused with 401 is repeated without an end
//
// An access token expires, the service answers 401 (Unauthorized), the client gets a new token and sends the request
// again: once. Where the new token is refused as well, because the account is locked or the scope is missing,
// a second refresh doesn't help. The rule reports attempts that are repeated after each 401.
//
// # Bad
//
//	func (c *client) do(req *http.Request) (*http.Response, error) {
//		resp, err := http.DefaultClient.Do(req)
//		if err == nil && resp.StatusCode == http.StatusUnauthorized {
//			resp.Body.Close()
//			req.Header.Set("Authorization", c.newToken())
//			return c.do(req)
//		}
//		return resp, err
//	}
//
//	type client struct{ newToken func() string }
//
// # Good
//
//	func (c *client) do(req *http.Request) (*http.Response, error) {
//		resp, err := http.DefaultClient.Do(req)
//		if err == nil && resp.StatusCode == http.StatusUnauthorized {
//			resp.Body.Close()
//			req.Header.Set("Authorization", c.newToken())
//			return http.DefaultClient.Do(req)
//		}
//		return resp, err
//	}
//
//	type client struct{ newToken func() string }
//
// # Why
//
// The loop sends as fast as it can, to the service and to its token endpoint, until the account is locked, the limit of
// tokens is reached or the stack overflows.
//
// # Fix safety
//
// There is no fix: how the second refusal is told is for the program to say.
//
// # Known limits
//
// Where the refresh can fail for a reason that isn't understood, it is taken for an end. Requests that are repeated
// without an end after other failures are for the rule retrylimit.
//
// # Options
//
//   - -refreshloop.tests: report findings in tests, test helpers and examples too
package refreshloop
