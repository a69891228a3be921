package retrystatus

import (
	"net/http"
	"slices"
	"time"

	"github.com/PuerkitoBio/rehttp"
)

func retryServerErrors(attempt rehttp.Attempt) bool {
	if attempt.Error != nil {
		return attempt.Index < 3
	}
	return attempt.Response.StatusCode == http.StatusTooManyRequests || attempt.Response.StatusCode >= 500
}

func retryCodes(codes []int) rehttp.RetryFn {
	return func(attempt rehttp.Attempt) bool {
		return attempt.Response != nil && slices.Contains(codes, attempt.Response.StatusCode)
	}
}

// Another function says for which answers.
func narrowed() http.RoundTripper {
	mine := func(attempt rehttp.Attempt) bool { return attempt.Request.Method != http.MethodPost }
	return rehttp.NewTransport(nil, rehttp.RetryAll(mine, rehttp.RetryStatuses(502, 503)), rehttp.ExpJitterDelay(time.Second, time.Minute))
}

// Both have to agree.
func both() http.RoundTripper {
	failed := func(attempt rehttp.Attempt) bool { return attempt.Error != nil || attempt.Response.StatusCode >= 400 }
	server := func(attempt rehttp.Attempt) bool { return attempt.Error != nil || attempt.Response.StatusCode >= 500 }
	return rehttp.NewTransport(nil, rehttp.RetryAll(failed, server, rehttp.RetryMaxRetries(3)), rehttp.ExpJitterDelay(time.Second, time.Minute))
}
