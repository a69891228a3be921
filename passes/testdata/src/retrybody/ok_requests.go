package retrybody

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"

	"github.com/avast/retry-go/v4"
)

func madeForEach(c *http.Client, url string, data []byte) error {
	for range 3 {
		req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(data))
		if err != nil {
			return err
		}
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func noBody(c *http.Client, url string) error {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	for range 3 {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func emptyBody(c *http.Client, url string) error {
	req, err := http.NewRequest(http.MethodPost, url, http.NoBody)
	if err != nil {
		return err
	}
	for range 3 {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func rewound(c *http.Client, url string, data []byte) error {
	req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(data))
	if err != nil {
		return err
	}
	for range 3 {
		if req.Body, err = req.GetBody(); err != nil {
			return err
		}
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func restored(c *http.Client, req *http.Request, data []byte) error {
	for range 3 {
		setBody(req, data)
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func setBody(req *http.Request, data []byte) {
	req.Body = io.NopCloser(bytes.NewReader(data))
}

func sought(c *http.Client, url string, file io.ReadSeeker) error {
	for range 3 {
		if _, err := file.Seek(0, io.SeekStart); err != nil {
			return err
		}
		resp, err := c.Post(url, "text/plain", file)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func refilled(c *http.Client, url string, data []byte) error {
	var buf bytes.Buffer
	for range 3 {
		buf.Write(data)
		resp, err := c.Post(url, "text/plain", &buf)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func replaced(c *http.Client, url string, data []byte) error {
	var body io.Reader = bytes.NewReader(data)
	for range 3 {
		resp, err := c.Post(url, "text/plain", body)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
		body = bytes.NewReader(data)
	}
	return errGaveUp
}

// A signer may set the body.
type signer interface{ Sign(*http.Request) error }

func signed(c *http.Client, s signer, url string, data []byte) error {
	req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(data))
	if err != nil {
		return err
	}
	for range 3 {
		if err := s.Sign(req); err != nil {
			return err
		}
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

// Once sends requests with a body once.
func Once(c *http.Client, req *http.Request) (*http.Response, error) {
	for {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		drop(resp)
		if req.Body != nil {
			return nil, errGaveUp
		}
	}
}

// ByMethod sends requests with a method that isn't idempotent once.
func ByMethod(c *http.Client, req *http.Request) (*http.Response, error) {
	attempts := 1
	if req.Method == http.MethodGet {
		attempts = 3
	}
	for range attempts {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		drop(resp)
	}
	return nil, errGaveUp
}

func (t *transport) read(req *http.Request) (*http.Response, error) {
	if !isRead(req) {
		return t.next.RoundTrip(req)
	}
	var resp *http.Response
	err := retry.Do(func() (err error) {
		resp, err = t.next.RoundTrip(req)
		return err
	})
	return resp, err
}

type reading struct{ transport }

func (r *reading) RoundTrip(req *http.Request) (*http.Response, error) { return r.read(req) }

func isRead(req *http.Request) bool {
	return req.Method == http.MethodGet || req.Method == http.MethodHead
}

// The request's only maker gives it no body.
func download(ctx context.Context, c *http.Client, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	return retry.Do(attempt(c, req))
}

func attempt(c *http.Client, req *http.Request) func() error {
	return func() error {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			return errGaveUp
		}
		return nil
	}
}

// Fetch is used without bodies by the package, which has no other business with it.
func Fetch(c *http.Client, method, url string, body io.Reader) error {
	for range 3 {
		req, err := http.NewRequest(method, url, body)
		if err != nil {
			return err
		}
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func fetchAll(c *http.Client, url string) error { return Fetch(c, http.MethodGet, url, nil) }

// Only a refusal before anything was read is repeated.
func unauthorized(c *http.Client, url string) error {
	req, err := http.NewRequest(http.MethodPost, url, strings.NewReader("data"))
	if err != nil {
		return err
	}
	for range 2 {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		drop(resp)
		if resp.StatusCode != http.StatusConflict {
			return nil
		}
	}
	return errGaveUp
}

// What was read once is sent each time.
func saved(c *http.Client, req *http.Request) error {
	var data []byte
	for attempt := range 3 {
		if attempt == 0 {
			var err error
			if data, err = io.ReadAll(req.Body); err != nil {
				return err
			}
		}
		req.Body = io.NopCloser(bytes.NewReader(data))
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		drop(resp)
	}
	return errGaveUp
}

func sendSaved(c *http.Client, url string) error {
	req, err := http.NewRequest(http.MethodPost, url, strings.NewReader("data"))
	if err != nil {
		return err
	}
	return saved(c, req)
}
