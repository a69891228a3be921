package retrystatus

import (
	"context"
	"net/http"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

func newClient() *retryablehttp.Client {
	c := retryablehttp.NewClient()
	c.CheckRetry = anyFailure
	c.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		if err != nil {
			return true, nil
		}
		switch resp.StatusCode {
		case 401, 403, 404:
			return false, nil
		}
		return resp.StatusCode != http.StatusOK, nil // want `a request is repeated after any client error \(400, 409, 422, ...\)`
	}
	return c
}

func anyFailure(ctx context.Context, resp *http.Response, err error) (bool, error) {
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	return err != nil || resp.StatusCode >= 400, nil // want `a request is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\)`
}

func newResty() *resty.Client {
	return resty.New().SetRetryCount(3).AddRetryCondition(func(resp *resty.Response, err error) bool {
		return err != nil || resp.IsError() // want `a request is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\)`
	})
}

// A loop around the library.
func get(c *resty.Client) (resp *resty.Response, err error) {
	for range 3 {
		resp, err = c.R().Get("https://example.com")
		if err == nil && resp.StatusCode() == http.StatusOK { // want `c.R\(\).Get \(line 43\) is repeated after any client error`
			return resp, nil
		}
	}
	return resp, err
}
