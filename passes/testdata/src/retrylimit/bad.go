package retrylimit

import (
	"context"
	"net/http"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/buildkite/roko"
	"github.com/cenkalti/backoff/v4"
	backoff5 "github.com/cenkalti/backoff/v5"
	"github.com/eapache/go-resiliency/retrier"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
	"github.com/googleapis/gax-go/v2"
	sethvargo "github.com/sethvargo/go-retry"
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

func elapsed(c *http.Client, req *http.Request) error {
	patience := backoff.NewExponentialBackOff()
	patience.MaxElapsedTime = 0
	return backoff.Retry(func() error { // want `backoff.Retry calls its function again for ever while c.Do fails: it is given neither a number of attempts nor a time nor a context that ends it`
		_, err := c.Do(req)
		return err
	}, patience)
}

func elapsedByOption(c *http.Client, req *http.Request) error {
	return backoff.Retry(func() error { // want `backoff.Retry calls its function again for ever while c.Do fails`
		_, err := c.Do(req)
		return err
	}, backoff.NewExponentialBackOff(backoff.WithMaxElapsedTime(0)))
}

func steady(c *http.Client, req *http.Request) error {
	return backoff.Retry(func() error { // want `backoff.Retry calls its function again for ever while c.Do fails`
		_, err := c.Do(req)
		return err
	}, backoff.WithContext(backoff.NewConstantBackOff(time.Minute), context.Background()))
}

func elapsed5(c *http.Client, req *http.Request) (*http.Response, error) {
	return backoff5.Retry(context.Background(), func() (*http.Response, error) { // want `backoff5.Retry calls its function again for ever while c.Do fails`
		return c.Do(req)
	}, backoff5.WithMaxElapsedTime(0))
}

func attempts(c *http.Client, req *http.Request) error {
	return retry.Do(func() error { // want `retry.Do calls its function again for ever while c.Do fails`
		_, err := c.Do(req)
		return err
	}, retry.Attempts(0), retry.Delay(time.Second))
}

func untilSucceeded(c *http.Client, req *http.Request) error {
	return retry.Do(func() error { // want `retry.Do calls its function again for ever while c.Do fails`
		_, err := c.Do(req)
		return err
	}, retry.UntilSucceeded())
}

func fibonacci(c *http.Client, req *http.Request) error {
	ctx := context.Background()
	return sethvargo.Do(ctx, sethvargo.WithCappedDuration(time.Minute, sethvargo.NewFibonacci(time.Second)), func(ctx context.Context) error { // want `sethvargo.Do calls its function again for ever while c.Do fails`
		_, err := c.Do(req)
		return sethvargo.RetryableError(err)
	})
}

func rokoForever(c *http.Client, req *http.Request) error {
	r := roko.NewRetrier(roko.TryForever(), roko.WithStrategy(roko.Exponential(2*time.Second, 0)))
	return r.Do(func(*roko.Retrier) error { // want `r.Do calls its function again for ever while c.Do fails`
		_, err := c.Do(req)
		return err
	})
}

func infinite(c *http.Client, req *http.Request) error {
	r := retrier.New(retrier.ExponentialBackoff(5, time.Second), nil).WithInfiniteRetry()
	return r.Run(func() error { // want `r.Run calls its function again for ever while c.Do fails`
		_, err := c.Do(req)
		return err
	})
}

func noMaximum(c *http.Client, req *http.Request) error {
	policy := retrypolicy.NewBuilder[any]().WithMaxRetries(-1).WithBackoff(time.Second, time.Minute).Build()
	return failsafe.With[any](policy).Run(func() error { // want `failsafe.With\[any\]\(policy\).Run calls its function again for ever while c.Do fails`
		_, err := c.Do(req)
		return err
	})
}

func invoke(c *http.Client, req *http.Request) error {
	return gax.Invoke(context.Background(), func(context.Context, gax.CallSettings) error { // want `gax.Invoke calls its function again for ever while c.Do fails`
		_, err := c.Do(req)
		return err
	}, gax.WithRetry(func() gax.Retryer {
		return gax.OnErrorFunc(gax.Backoff{}, func(error) bool { return true })
	}))
}
