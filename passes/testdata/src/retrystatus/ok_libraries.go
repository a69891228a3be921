package retrystatus

import (
	"context"
	"errors"
	"net/http"

	retrygo "github.com/avast/retry-go/v4"
	retrier5 "github.com/avast/retry-go/v5"
	"github.com/buildkite/roko"
	"github.com/cenkalti/backoff/v4"
	"github.com/eapache/go-resiliency/retrier"
	"github.com/sethvargo/go-retry"
)

var errServer = errors.New("server error")

// classified tells errors of the server from those of the client.
func classified(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	switch {
	case err != nil:
		return err
	case resp.StatusCode >= 500:
		return errServer
	case resp.StatusCode >= 400:
		return errors.New("client error")
	}
	return nil
}

func isServer(err error) bool { return errors.Is(err, errServer) }

func permanently(c *http.Client, req *http.Request) error {
	return backoff.Retry(func() error {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		if resp.StatusCode >= 400 && resp.StatusCode < 500 {
			return backoff.Permanent(errors.New(resp.Status))
		}
		if resp.StatusCode >= 500 {
			return errors.New(resp.Status)
		}
		return nil
	}, backoff.NewExponentialBackOff())
}

func decidedByOption(c *http.Client, req *http.Request) error {
	return retrygo.Do(func() error { return classified(c, req) }, retrygo.Attempts(3), retrygo.RetryIf(isServer))
}

func decidedByRetrier(c *http.Client, req *http.Request) error {
	return retrier5.New(retrier5.RetryIf(isServer)).Do(func() error { return classified(c, req) })
}

func decidedByList(c *http.Client, req *http.Request) error {
	return retrier.New(retrier.ConstantBackoff(3, 1), retrier.WhitelistClassifier{errServer}).Run(func() error { return classified(c, req) })
}

func onlyMarked(ctx context.Context, c *http.Client, req *http.Request, b retry.Backoff) error {
	return retry.Do(ctx, b, func(context.Context) error {
		err := classified(c, req)
		if isServer(err) {
			return retry.RetryableError(err)
		}
		return err
	})
}

func broken(c *http.Client, req *http.Request) error {
	return roko.NewRetrier(roko.WithMaxAttempts(3)).Do(func(r *roko.Retrier) error {
		err := classified(c, req)
		if err != nil && !isServer(err) {
			r.Break()
		}
		return err
	})
}
