package sleepcontext

import (
	"context"
	"errors"
	"net/http"
	"time"
)

func selected(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req.WithContext(ctx))
		if err == nil {
			return resp, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Second):
		}
	}
	return nil, errors.New("gave up")
}

func noContext(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err == nil {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

func short(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req.WithContext(ctx))
		if err == nil {
			return resp, nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	return nil, errors.New("gave up")
}

func unnamed(_ context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err == nil {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

// Not between two attempts.
func afterSuccess(ctx context.Context, c *http.Client, req *http.Request) error {
	_, err := c.Do(req.WithContext(ctx))
	time.Sleep(time.Second)
	return err
}

// Nothing says that the request has a context that anyone cancels.
func lonely(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 3 {
		if resp, err := c.Do(req); err == nil {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

// The work goes on when the request is over, and with it its context.
func background(w http.ResponseWriter, r *http.Request) {
	go func() {
		for range 3 {
			if resp, err := http.Get("https://example.com"); err == nil {
				resp.Body.Close()
				return
			}
			time.Sleep(time.Second)
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}
