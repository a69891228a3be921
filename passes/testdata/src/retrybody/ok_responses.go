package retrybody

import (
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
)

func closed(c *http.Client) (*http.Response, error) {
	for range 5 {
		resp, err := c.Get("https://example.com")
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		if resp != nil {
			resp.Body.Close()
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

func closedNextTime(c *http.Client) (resp *http.Response, err error) {
	for range 5 {
		if resp != nil {
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
		resp, err = c.Get("https://example.com")
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

func drain(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func drained(c *http.Client, b backoff.BackOff) error {
	return backoff.Retry(func() error {
		resp, err := c.Get("https://example.com")
		if err != nil {
			return err
		}
		defer drain(resp)
		if resp.StatusCode >= 500 {
			return errors.New(resp.Status)
		}
		return nil
	}, b)
}

// The next attempt closes what the last one left.
func remembered(c *http.Client, b backoff.BackOff) error {
	var last *http.Response
	return backoff.Retry(func() error {
		if last != nil {
			drain(last)
		}
		resp, err := c.Get("https://example.com")
		if err != nil {
			return err
		}
		last = resp
		if resp.StatusCode >= 500 {
			return errors.New(resp.Status)
		}
		return nil
	}, b)
}

// There is no body.
func head(c *http.Client) error {
	for range 5 {
		resp, err := c.Head("https://example.com")
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		time.Sleep(time.Second)
	}
	return errors.New("gave up")
}

// drop closes the answer of an attempt that is repeated.
func drop(resp *http.Response) {
	if resp != nil {
		resp.Body.Close()
	}
}
