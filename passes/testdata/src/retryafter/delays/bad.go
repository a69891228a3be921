// Package delays has policies that repeat 429, and one delay.
package delays

import (
	"math"
	"net/http"
	"time"

	"github.com/PuerkitoBio/rehttp"
)

func transport() http.RoundTripper {
	return rehttp.NewTransport(nil, func(attempt rehttp.Attempt) bool {
		return attempt.Error != nil || attempt.Response.StatusCode == http.StatusTooManyRequests
	}, func(attempt rehttp.Attempt) time.Duration { // want `the library repeats a request after this delay, whatever the Retry-After header of the answer says`
		return time.Duration(math.Pow(2, float64(attempt.Index))) * time.Second
	})
}
