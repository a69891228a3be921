package retrystatus

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	retrygo "github.com/avast/retry-go/v4"
	"k8s.io/apimachinery/pkg/util/wait"
	kretry "k8s.io/client-go/util/retry"
)

// What is asked doesn't look at the status, and nobody looks at what is called unrecoverable.
func unlessCanceled(c *http.Client, req *http.Request) error {
	return retrygo.Do(func() error {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK { // want `c.Do \(line 17\) is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), decided here`
			return retrygo.Unrecoverable(errors.New(resp.Status))
		}
		return nil
	}, retrygo.RetryIf(notCanceled))
}

func notCanceled(err error) bool { return !errors.Is(err, context.Canceled) }

func unlessForbidden(c *http.Client, req *http.Request, steps wait.Backoff) error {
	return kretry.OnError(steps, func(err error) bool {
		var status *statusError
		return !errors.As(err, &status) || status.code != http.StatusForbidden
	}, func() error {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= 400 { // want `c.Do \(line 36\) is repeated after any client error \(400, 401, 404, 409, 422, ...\), decided here`
			return fmt.Errorf("request: %w", &statusError{resp.StatusCode})
		}
		return nil
	})
}
