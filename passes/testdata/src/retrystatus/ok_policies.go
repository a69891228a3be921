package retrystatus

import (
	"context"
	"net/http"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

func serverErrors(ctx context.Context, resp *http.Response, err error) (bool, error) {
	return err != nil || resp.StatusCode == 429 || resp.StatusCode >= 500, ctx.Err()
}

func delegates(ctx context.Context, resp *http.Response, err error) (bool, error) {
	if err == nil && resp.StatusCode == 423 {
		return true, nil
	}
	return retryablehttp.DefaultRetryPolicy(ctx, resp, err)
}

// What has another result is asked for something else.
func failed(ctx context.Context, resp *http.Response, err error) bool {
	return err != nil || resp.StatusCode >= 400
}

func restyServerErrors(resp *resty.Response, err error) bool {
	return err != nil || resp.StatusCode() == http.StatusTooManyRequests || resp.StatusCode() >= 500
}
