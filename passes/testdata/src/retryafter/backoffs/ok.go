package backoffs

import (
	"net/http"
	"strconv"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

func heedsHeader(lowest, highest time.Duration, attempt int, resp *http.Response) time.Duration {
	if resp != nil {
		if seconds, err := strconv.Atoi(resp.Header.Get("X-RateLimit-Reset-After")); err == nil {
			return min(time.Duration(seconds)*time.Second, highest)
		}
	}
	return lowest
}

func delegates(lowest, highest time.Duration, attempt int, resp *http.Response) time.Duration {
	if attempt > 5 {
		return retryablehttp.LinearJitterBackoff(lowest, highest, attempt, nil)
	}
	return retryablehttp.DefaultBackoff(lowest, highest, attempt, resp)
}

// It is repeated for errors of the connection.
func restyErrors(resp *resty.Response, err error) bool { return err != nil }
