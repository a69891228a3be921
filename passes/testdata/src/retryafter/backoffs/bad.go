package backoffs

import (
	"math/rand/v2"
	"net/http"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

func clients() []*retryablehttp.Client {
	linear := retryablehttp.NewClient()
	linear.Backoff = retryablehttp.LinearJitterBackoff // want `LinearJitterBackoff waits whatever the Retry-After header says: what comes before the service is ready is refused again`
	own := retryablehttp.NewClient()
	own.Backoff = jittered
	return []*retryablehttp.Client{linear, own}
}

func jittered(lowest, highest time.Duration, attempt int, resp *http.Response) time.Duration { // want `the library repeats a request after this delay, whatever the Retry-After header of the answer says`
	delay := min(lowest<<attempt, highest)
	if resp != nil && resp.StatusCode == http.StatusTooManyRequests {
		delay = highest
	}
	return delay/2 + rand.N(delay/2)
}

func newResty() *resty.Client {
	return resty.New().SetRetryCount(3).AddRetryCondition(func(resp *resty.Response, err error) bool { // want `resty repeats what this function says, 429 or 503 among it, and without SetRetryAfter it waits whatever the Retry-After header says`
		return err != nil || resp.StatusCode() == http.StatusTooManyRequests
	})
}
