// Package retrybody sends requests again, with and without their bodies.
package retrybody

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"os"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v4"
)

var errGaveUp = errors.New("gave up")

func madeBefore(c *http.Client, url string, data []byte) error {
	req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(data))
	if err != nil {
		return err
	}
	for range 3 {
		resp, err := c.Do(req) // want `c.Do sends the request again as it is: the first attempt reads its body \(line 23\) to the end, and the others send an empty body or fail`
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
		time.Sleep(time.Second)
	}
	return errGaveUp
}

// A copy has the same body.
func copied(ctx context.Context, c *http.Client, url string) error {
	req, err := http.NewRequest("PUT", url, strings.NewReader("data"))
	if err != nil {
		return err
	}
	for range 3 {
		resp, err := c.Do(req.Clone(ctx)) // want `c.Do sends the request again as it is`
		if err == nil && resp.StatusCode != http.StatusTooManyRequests {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func byHelper(c *http.Client, url string, v any) error {
	req, err := newRequest(url, v)
	if err != nil {
		return err
	}
	for range 3 {
		if err = once(c, req); err == nil { // want `once sends the request again as it is: the first attempt reads its body \(line 74\)`
			return nil
		}
	}
	return err
}

func newRequest(url string, v any) (*http.Request, error) {
	var body io.Reader
	if v != nil {
		data, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		body = bytes.NewBuffer(data)
	}
	return http.NewRequest(http.MethodPost, url, body)
}

func once(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 500 {
		return errGaveUp
	}
	return nil
}

func sameReader(c *http.Client, url, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	for range 3 {
		req, err := http.NewRequest(http.MethodPut, url, file)
		if err != nil {
			return err
		}
		resp, err := c.Do(req) // want `c.Do sends one reader each time: the first attempt reads it \(line 92\) to the end`
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func posted(url string, v any) error {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(v); err != nil {
		return err
	}
	for range 3 {
		resp, err := http.Post(url, "application/json", &buf) // want `http.Post sends one reader each time`
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

// Upload is handed a reader.
func Upload(c *http.Client, url string, data io.Reader) error {
	for range 3 {
		req, err := http.NewRequest(http.MethodPost, url, data)
		if err != nil {
			return err
		}
		resp, err := c.Do(req) // want `c.Do sends the rest of data each time: the first attempt reads the reader that Upload is given to its end`
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

// Do is handed a request. To dump what is left of a body doesn't bring it back.
func Do(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 3 {
		if _, err := httputil.DumpRequestOut(req, true); err != nil {
			return nil, err
		}
		resp, err := c.Do(req) // want `c.Do sends req again as it is: the first attempt reads its body to the end`
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		drop(resp)
	}
	return nil, errGaveUp
}

type transport struct{ next http.RoundTripper }

func (t *transport) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for range 3 {
		resp, err = t.next.RoundTrip(req) // want `t.next.RoundTrip sends req again as it is`
		if err == nil && resp.StatusCode != http.StatusServiceUnavailable {
			return resp, nil
		}
		drop(resp)
	}
	return resp, err
}

// What a method is good for before the loop doesn't change how often it is sent.
func typed(c *http.Client, method, url string, data []byte) error {
	var body io.Reader
	if data != nil {
		body = bytes.NewReader(data)
	}
	req, err := http.NewRequest(method, url, body)
	if err != nil {
		return err
	}
	if req.Body != nil && method == http.MethodPost {
		req.Header.Set("Content-Type", "application/json")
	}
	for range 3 {
		resp, err := c.Do(req) // want `c.Do sends the request again as it is: the first attempt reads its body \(line 174\)`
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func recursive(c *http.Client, url string, body io.Reader, left int) error {
	req, err := http.NewRequest(http.MethodPost, url, body)
	if err != nil {
		return err
	}
	resp, err := c.Do(req) // want `c.Do sends one reader each time`
	if err == nil && resp.StatusCode < 500 {
		return nil
	}
	drop(resp)
	if left == 0 {
		return errGaveUp
	}
	return recursive(c, url, body, left-1)
}

func startRecursion(c *http.Client, url string) error {
	return recursive(c, url, strings.NewReader("data"), 3)
}

func captured(c *http.Client, url string, data []byte) error {
	req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(data))
	if err != nil {
		return err
	}
	return backoff.Retry(func() error {
		resp, err := c.Do(req) // want `c.Do sends the request again as it is`
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= 500 {
			return errGaveUp
		}
		return nil
	}, backoff.NewExponentialBackOff())
}

// What is read for the log is what is left.
func logged(c *http.Client, url string, data []byte) error {
	req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(data))
	if err != nil {
		return err
	}
	for range 3 {
		text, err := io.ReadAll(req.Body)
		if err != nil {
			return err
		}
		req.Body = io.NopCloser(bytes.NewReader(text))
		log.Printf("%s", text)
		resp, err := c.Do(req) // want `c.Do sends the request again as it is`
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

type message struct{ req *http.Request }

// Send takes the request from a struct.
func (m message) Send(c *http.Client) error {
	for range 3 {
		resp, err := c.Do(m.req) // want `c.Do sends the request again as it is`
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func sendMessage(c *http.Client, url string) error {
	req, err := http.NewRequest(http.MethodPost, url, strings.NewReader("data"))
	if err != nil {
		return err
	}
	return message{req}.Send(c)
}
