package retrylimit

import (
	"context"
	"net/http"
	"time"
)

func endless(c *http.Client, req *http.Request) *http.Response {
	for {
		resp, err := c.Do(req) // want `c.Do is repeated for ever after an error: neither a number of attempts nor a time nor a context ends it`
		if err == nil {
			return resp
		}
		time.Sleep(time.Second)
	}
}

// An unsigned number is never below 0.
func countdown(c *http.Client, req *http.Request, count uint) (resp *http.Response, err error) {
	for ; count >= 0; count-- {
		if resp, err = c.Do(req); err == nil { // want `c.Do is repeated for ever after an error`
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, err
}

// The context ends each attempt, but not the attempts.
func deaf(ctx context.Context, c *http.Client, url string) (*http.Response, error) {
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return nil, err
		}
		resp, err := c.Do(req) // want `c.Do is repeated for ever after an error`
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		return resp, nil
	}
}

func limited(c *http.Client, req *http.Request) (*http.Response, error) {
again:
	resp, err := c.Do(req) // want `c.Do is repeated for ever after 429 Too Many Requests`
	if err == nil && resp.StatusCode == 429 {
		time.Sleep(time.Second)
		goto again
	}
	return resp, err
}
