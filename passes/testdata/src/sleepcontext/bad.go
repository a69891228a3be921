package sleepcontext

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/avast/retry-go/v4"
)

func loop(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	for i := range 5 {
		resp, err := c.Do(req.WithContext(ctx))
		if err == nil {
			return resp, nil
		}
		time.Sleep(time.Duration(i) * time.Second) // want `the wait before c.Do is repeated goes on after ctx is cancelled: whoever cancelled it has to wait too`
	}
	return nil, errors.New("gave up")
}

func receive(ctx context.Context, c *http.Client, req *http.Request) (code int, err error) {
again:
	resp, err := c.Do(req.WithContext(ctx))
	if err != nil {
		return 0, err
	}
	if resp.StatusCode == 429 {
		<-time.After(time.Minute) // want `the wait before c.Do is repeated goes on after ctx is cancelled`
		goto again
	}
	return resp.StatusCode, nil
}

func nothingToReturn(parent context.Context, c *http.Client, req *http.Request) {
	for {
		if _, err := c.Do(req.WithContext(parent)); err == nil {
			return
		}
		time.Sleep(time.Second) // want `the wait before c.Do is repeated goes on after parent is cancelled`
	}
}

// There is no error to return.
func flag(ctx context.Context, c *http.Client, req *http.Request) bool {
	for range 5 {
		if _, err := c.Do(req.WithContext(ctx)); err == nil {
			return true
		}
		time.Sleep(time.Second) // want `the wait before c.Do is repeated goes on after ctx is cancelled`
	}
	return false
}

func inLibrary(ctx context.Context, c *http.Client, req *http.Request) error {
	return retry.Do(func() error {
		_, err := c.Do(req.WithContext(ctx))
		if err != nil {
			time.Sleep(time.Second) // want `the wait before c.Do is repeated goes on after ctx is cancelled`
		}
		return err
	}, retry.Context(ctx))
}

type patient struct{ next http.RoundTripper }

func (t *patient) RoundTrip(req *http.Request) (*http.Response, error) {
	for range 3 {
		resp, err := t.next.RoundTrip(req)
		if err == nil {
			return resp, nil
		}
		time.Sleep(time.Second) // want `the wait before t.next.RoundTrip is repeated goes on after req.Context\(\) is cancelled`
	}
	return nil, errors.New("gave up")
}

func handle(w http.ResponseWriter, r *http.Request) {
	for range 3 {
		if resp, err := http.Get("https://example.com"); err == nil {
			resp.Body.Close()
			return
		}
		time.Sleep(time.Second) // want `the wait before http.Get is repeated goes on after r.Context\(\) is cancelled`
	}
	w.WriteHeader(http.StatusBadGateway)
}
