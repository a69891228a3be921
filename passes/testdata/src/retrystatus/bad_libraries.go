package retrystatus

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	retrygo "github.com/avast/retry-go/v4"
	retrier5 "github.com/avast/retry-go/v5"
	"github.com/buildkite/roko"
	"github.com/cenkalti/backoff/v4"
	backoff5 "github.com/cenkalti/backoff/v5"
	"github.com/eapache/go-resiliency/retrier"
	"github.com/sethvargo/go-retry"
)

// once fails for every status but success.
func once(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func byBackoff(c *http.Client, req *http.Request) error {
	return backoff.Retry(func() error {
		return once(c, req) // want `once is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), which becomes an error at line 25`
	}, backoff.NewExponentialBackOff())
}

func byBackoff5(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	return backoff5.Retry(ctx, func() (*http.Response, error) {
		resp, err := c.Do(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode != http.StatusOK { // want `c.Do \(line 39\) is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), decided here`
			return nil, errors.New(resp.Status)
		}
		return resp, nil
	})
}

func byRetryGo(c *http.Client, req *http.Request) error {
	return retrygo.Do(func() error {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		if resp.StatusCode >= 300 { // want `c.Do \(line 52\) is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), decided here`
			return errors.New(resp.Status)
		}
		return nil
	}, retrygo.Attempts(3))
}

func byRetrier5(c *http.Client, req *http.Request) error {
	return retrier5.New(retrier5.Attempts(3)).Do(func() error {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		if resp.StatusCode >= 300 { // want `c.Do \(line 65\) is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), decided here`
			return errors.New(resp.Status)
		}
		return nil
	})
}

func byGoRetry(ctx context.Context, c *http.Client, req *http.Request, b retry.Backoff) error {
	return retry.Do(ctx, b, func(context.Context) error {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode >= 400 { // want `c.Do \(line 78\) is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), decided here`
			err = errors.New(resp.Status)
		}
		return retry.RetryableError(err)
	})
}

func byResiliency(c *http.Client, req *http.Request) error {
	return retrier.New(retrier.ConstantBackoff(3, 1), nil).Run(func() error {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		if resp.StatusCode >= 300 { // want `c.Do \(line 88\) is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), decided here`
			return errors.New(resp.Status)
		}
		return nil
	})
}

func byRoko(c *http.Client, req *http.Request) error {
	return roko.NewRetrier(roko.WithMaxAttempts(3)).Do(func(r *roko.Retrier) error {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		if resp.StatusCode >= 300 { // want `c.Do \(line 101\) is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), decided here`
			return errors.New(resp.Status)
		}
		return nil
	})
}

// An if without a body leaves nothing to wrap.
func byBackoffEmpty(c *http.Client, req *http.Request) error {
	return backoff.Retry(func() error {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		if resp.StatusCode >= 400 { // want `c.Do \(line 115\) is repeated after any client error`
		} else {
			return nil
		}
		return errors.New(resp.Status)
	}, backoff.NewExponentialBackOff())
}
