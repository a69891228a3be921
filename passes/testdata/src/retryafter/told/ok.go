// Package told has a policy that repeats no 429, and a resty client that is told how to heed the header.
package told

import (
	"context"
	"net/http"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

func client() *retryablehttp.Client {
	c := retryablehttp.NewClient()
	c.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		return err != nil || resp.StatusCode == http.StatusBadGateway, nil
	}
	c.Backoff = func(lowest, highest time.Duration, attempt int, resp *http.Response) time.Duration { return lowest }
	return c
}

func newResty() *resty.Client {
	return resty.New().SetRetryCount(3).AddRetryCondition(func(resp *resty.Response, err error) bool {
		return err != nil || resp.StatusCode() == http.StatusTooManyRequests
	}).SetRetryAfter(func(*resty.Client, *resty.Response) (time.Duration, error) { return 0, nil })
}
