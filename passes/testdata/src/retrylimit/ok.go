package retrylimit

import (
	"context"
	"errors"
	"net/http"
	"syscall"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/cenkalti/backoff/v4"
	backoff5 "github.com/cenkalti/backoff/v5"
	sethvargo "github.com/sethvargo/go-retry"
)

func counted(c *http.Client, req *http.Request, count int) (resp *http.Response, err error) {
	for ; count >= 0; count-- {
		if resp, err = c.Do(req); err == nil {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, err
}

func byContext(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	for {
		resp, err := c.Do(req)
		if err == nil {
			return resp, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

func byTime(c *http.Client, req *http.Request) (*http.Response, error) {
	start := time.Now()
	for {
		resp, err := c.Do(req)
		if err == nil {
			return resp, nil
		}
		if time.Since(start) > time.Minute {
			return nil, err
		}
		time.Sleep(time.Second)
	}
}

func byError(c *http.Client, req *http.Request) (*http.Response, error) {
	for {
		resp, err := c.Do(req)
		if err == nil {
			return resp, nil
		}
		if errors.Is(err, context.Canceled) {
			return nil, err
		}
		time.Sleep(time.Second)
	}
}

func byLibrary(c *http.Client, req *http.Request) error {
	return backoff.Retry(func() error {
		_, err := c.Do(req)
		return err
	}, backoff.NewExponentialBackOff())
}

// A loop that isn't about one request: it goes on after success.
func poll(c *http.Client, req *http.Request) {
	for {
		c.Do(req)
		time.Sleep(time.Minute)
	}
}

// A signal came in between: nothing has failed.
func uninterrupted(f func() error) error {
	for {
		if err := f(); err != syscall.EINTR {
			return err
		}
	}
}

// What keeps a connection open comes back for ever.
func reconnect(c *http.Client, req *http.Request) *http.Response {
	for {
		resp, err := c.Do(req)
		if err == nil {
			return resp
		}
		time.Sleep(time.Minute)
	}
}

func limitedByLibraries(ctx context.Context, c *http.Client, req *http.Request, tries uint, patience *backoff.ExponentialBackOff) error {
	call := func() error {
		_, err := c.Do(req)
		return err
	}
	if err := backoff.Retry(call, backoff.NewExponentialBackOff()); err != nil {
		return err
	}
	if err := backoff.Retry(call, backoff.WithMaxRetries(backoff.NewConstantBackOff(time.Second), 3)); err != nil {
		return err
	}
	if err := backoff.Retry(call, backoff.WithContext(backoff.NewConstantBackOff(time.Second), ctx)); err != nil {
		return err
	}
	if err := backoff.Retry(call, patience); err != nil {
		return err
	}
	if _, err := backoff5.Retry(context.Background(), func() (*http.Response, error) { return c.Do(req) }, backoff5.WithMaxTries(5), backoff5.WithMaxElapsedTime(0)); err != nil {
		return err
	}
	if err := retry.Do(call, retry.Attempts(tries)); err != nil {
		return err
	}
	if err := retry.Do(call, retry.Attempts(0), retry.Context(ctx)); err != nil {
		return err
	}
	return sethvargo.Do(context.Background(), sethvargo.WithMaxRetries(3, sethvargo.NewConstant(time.Second)), func(context.Context) error {
		return sethvargo.RetryableError(call())
	})
}
