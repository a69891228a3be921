package retrystatus

import (
	"fmt"
	"io"
	"net/http"
	"strings"

	retrygo "github.com/avast/retry-go/v4"
)

func fetchText(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		body, _ := io.ReadAll(resp.Body)
		return fmt.Errorf("unexpected status %d: %s", resp.StatusCode, body)
	}
	return nil
}

// The text names the code, so that what the service says beside it is no matter.
func unlessUnauthorized(c *http.Client, req *http.Request) error {
	return retrygo.Do(func() error { return fetchText(c, req) }, retrygo.RetryIf(func(err error) bool { // want `fetchText is repeated after any client error \(400, 403, 404, 409, 422, ...\), which becomes an error at line 18`
		return !strings.Contains(err.Error(), "401")
	}))
}
