package retrystatus

import (
	"net/http"
	"time"

	"github.com/PuerkitoBio/rehttp"
)

func newTransport() http.RoundTripper {
	retry := rehttp.RetryAll(rehttp.RetryMaxRetries(3), func(attempt rehttp.Attempt) bool {
		return attempt.Error != nil || attempt.Response.StatusCode >= 400 // want `a request is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\)`
	})
	return rehttp.NewTransport(http.DefaultTransport, retry, rehttp.ExpJitterDelay(time.Second, time.Minute))
}
