package retrybody

import (
	"errors"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
)

func dropped(c *http.Client) (*http.Response, error) {
	for range 5 {
		resp, err := c.Get("https://example.com") // want `the body of the answer 429 Too Many Requests is never closed before c.Get is repeated: each attempt leaves a connection open, and none is used again`
		if err == nil && resp.StatusCode != http.StatusTooManyRequests {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

func send(c *http.Client) (*http.Response, error) {
	return c.Get("https://example.com")
}

// The library drops what is returned beside an error.
func returned(c *http.Client, b backoff.BackOff) (*http.Response, error) {
	return backoff.RetryWithData(func() (*http.Response, error) {
		resp, err := send(c) // want `the body of the answer 500 Internal Server Error is never closed before send is repeated`
		if err != nil {
			return nil, err
		}
		if resp.StatusCode >= 500 {
			return resp, errors.New(resp.Status)
		}
		return resp, nil
	}, b)
}
