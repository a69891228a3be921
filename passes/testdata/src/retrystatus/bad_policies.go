package retrystatus

import (
	"context"
	"net/http"

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
		case 401, 403, 404: // want `a request is repeated after any client error \(400, 409, 422, ...\)`
			return false, nil
		}
		return resp.StatusCode != http.StatusOK, nil
	}
	return c
}

func anyFailure(ctx context.Context, resp *http.Response, err error) (bool, error) {
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	return err != nil || resp.StatusCode >= 400, nil // want `a request is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\)`
}
