package idempotencykey

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
)

type client struct {
	http  *http.Client
	cache map[string][]byte
	debug io.Writer
}

// Do is for any request. That it looks at the method to print it, and to cache what it gets, is no decision.
func (c *client) Do(req *http.Request) (*http.Response, error) {
	for attempt := 0; ; attempt++ {
		if c.cache != nil && req.Method == http.MethodGet {
			req.Header.Set("If-None-Match", etag(req))
		}
		fmt.Fprintf(c.debug, "> %s %s\n", req.Method, req.URL)
		resp, err := c.http.Do(req.Clone(req.Context())) // want `c.http.Do repeats a request whatever its method is after an error of the connection: what the service did for a POST before the answer was lost, it does once more`
		if err != nil {
			if attempt < 3 {
				continue
			}
			return nil, err
		}
		if resp.StatusCode == http.StatusNotModified && req.Method == http.MethodGet {
			return c.cached(req), nil
		}
		if resp.StatusCode < 500 || attempt == 3 {
			return resp, nil
		}
	}
}

func etag(req *http.Request) string { return req.URL.String() }

func (c *client) cached(*http.Request) *http.Response { return nil }

// Send is for any method.
func Send(c *http.Client, method, url string, data []byte) error {
	for range 3 {
		req, err := http.NewRequest(method, url, bytes.NewReader(data))
		if err != nil {
			return err
		}
		resp, err := c.Do(req) // want `c.Do repeats a request whatever its method is`
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

type transport struct{ next http.RoundTripper }

func (t transport) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for range 3 {
		resp, err = t.next.RoundTrip(req) // want `t.next.RoundTrip repeats a request whatever its method is`
		if err == nil {
			return resp, nil
		}
	}
	return nil, err
}

// The package itself uses it for both.
func both(c *http.Client, method, url string, data []byte) error {
	for range 3 {
		req, err := http.NewRequest(method, url, bytes.NewReader(data))
		if err != nil {
			return err
		}
		resp, err := c.Do(req) // want `c.Do repeats a request whatever its method is`
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

func changeAndCreate(c *http.Client, url string, data []byte) error {
	if err := both(c, http.MethodPut, url, data); err != nil {
		return err
	}
	return both(c, http.MethodPost, url, data)
}
