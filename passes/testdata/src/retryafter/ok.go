package retryafter

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/cenkalti/backoff/v4"
	"github.com/slack-go/slack"
)

// The wait is the service's, in both forms and limited.
func heeded(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		time.Sleep(min(waitOf(resp.Header), time.Minute))
	}
	return nil, errors.New("gave up")
}

func waitOf(h http.Header) time.Duration {
	text := h.Get("Retry-After")
	if n, err := strconv.Atoi(text); err == nil {
		return time.Duration(n) * time.Second
	}
	if date, err := http.ParseTime(text); err == nil {
		return time.Until(date)
	}
	return time.Second
}

// A limit is given up at, too.
func givesUp(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		wait := waitOf(resp.Header)
		if wait > time.Minute {
			return resp, errors.New("too long")
		}
		time.Sleep(wait)
	}
	return nil, errors.New("gave up")
}

func reset(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		wait := time.Second
		if values := resp.Header["X-Ratelimit-Reset"]; len(values) > 0 {
			if n, err := strconv.ParseInt(values[0], 10, 64); err == nil {
				wait = min(time.Until(time.Unix(n, 0)), time.Minute)
			}
		}
		time.Sleep(wait)
	}
	return nil, errors.New("gave up")
}

// Nothing is known of what the field does with the answer.
type client struct {
	*http.Client
	wait func(attempt int, resp *http.Response) time.Duration
}

func (c *client) handedOver(req *http.Request) (*http.Response, error) {
	for i := range 5 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		time.Sleep(c.wait(i, resp))
	}
	return nil, errors.New("gave up")
}

func failsFast(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err == nil && (resp.StatusCode < 500 || resp.StatusCode == 503) {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

// Only errors of the transport are repeated: there is no answer.
func transportOnly(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		if resp, err := c.Do(req); err == nil {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

type told struct {
	backoff.BackOff
	wait time.Duration
}

func (t *told) NextBackOff() time.Duration { return max(t.wait, t.BackOff.NextBackOff()) }

// The library is told by the BackOff that it asks.
func byTold(c *http.Client, req *http.Request) error {
	b := &told{BackOff: backoff.NewExponentialBackOff()}
	return backoff.Retry(func() error {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		if resp.StatusCode == 429 {
			b.wait = min(waitOf(resp.Header), time.Minute)
			return errors.New(resp.Status)
		}
		return nil
	}, b)
}

func hintOf(resp *http.Response) (time.Duration, bool) {
	if n, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil {
		return time.Duration(n) * time.Second, true
	}
	if date, err := http.ParseTime(resp.Header.Get("Retry-After")); err == nil {
		return time.Until(date), true
	}
	return 0, false
}

func postInTime(api *slack.Client, text slack.MsgOption) (err error) {
	for range 3 {
		_, _, err = api.PostMessage("general", text)
		var limited *slack.RateLimitedError
		if !errors.As(err, &limited) {
			return err
		}
		time.Sleep(min(limited.RetryAfter, time.Minute))
	}
	return err
}

func postOrGiveUp(api *slack.Client, text slack.MsgOption, patience time.Duration) (err error) {
	for range 3 {
		_, _, err = api.PostMessage("general", text)
		var limited *slack.RateLimitedError
		if !errors.As(err, &limited) || limited.RetryAfter > patience {
			return err
		}
		time.Sleep(limited.RetryAfter)
	}
	return err
}

func hintedRetryAfter(err error) (time.Duration, bool) { return 0, err == nil }

func againWithin(longest time.Duration, call func() error) error {
	for delay := time.Second; delay < time.Minute; delay *= 2 {
		err := call()
		if err == nil {
			return nil
		}
		wait, ok := hintedRetryAfter(err)
		if !ok {
			wait = delay
		}
		if wait > longest {
			wait = longest
		}
		time.Sleep(wait)
	}
	return errors.New("gave up")
}

// Whether the time is reasonable is for other code to say.
func againIf(reasonable func(time.Duration) bool, call func() error) error {
	for delay := time.Second; delay < time.Minute; delay *= 2 {
		err := call()
		if err == nil {
			return nil
		}
		wait, ok := hintedRetryAfter(err)
		if !ok || !reasonable(wait) {
			wait = delay
		}
		time.Sleep(wait)
	}
	return errors.New("gave up")
}

// Who asks for too much is not waited for.
func againUnlessTooLong(limit int, worthIt func(error, time.Duration) bool, call func() error) error {
	for attempt := 1; ; attempt++ {
		err := call()
		if err == nil || attempt >= limit {
			return err
		}
		wait, ok := hintedRetryAfter(err)
		if !worthIt(err, wait) {
			return err
		}
		if !ok {
			wait = time.Second << attempt
		}
		time.Sleep(wait)
	}
}

// The Timeout of the client that sends by it ends the waits of a transport.
type transport struct{ http.RoundTripper }

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := t.RoundTripper.RoundTrip(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		resp.Body.Close()
		wait := time.Second
		header := resp.Header.Get("Retry-After")
		if seconds, err := strconv.Atoi(header); err == nil {
			wait = time.Duration(seconds) * time.Second
		} else if date, err := http.ParseTime(header); err == nil {
			wait = time.Until(date)
		}
		select {
		case <-req.Context().Done():
			return nil, req.Context().Err()
		case <-time.After(wait):
		}
	}
	return nil, errors.New("gave up")
}

// The server has yet to start.
func waitUntilReady(c *http.Client, req *http.Request, tries int) bool {
	for range tries {
		if resp, err := c.Do(req); err == nil && resp.StatusCode == http.StatusOK {
			return true
		}
		time.Sleep(100 * time.Millisecond)
	}
	return false
}

// The next attempt goes to another server.
type cluster struct {
	*http.Client
	nodes []string
	n     int
}

func (c *cluster) nextNode() string {
	c.n = (c.n + 1) % len(c.nodes)
	return c.nodes[c.n]
}

func (c *cluster) anyNode(req *http.Request) (*http.Response, error) {
	for range 5 {
		setHost(req, c.nextNode())
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusServiceUnavailable {
			return resp, err
		}
		resp.Body.Close()
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

func setHost(req *http.Request, host string) { req.URL.Host = host }

func state(c *http.Client, url string) (string, error) {
	resp, err := c.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return "", errors.New(resp.Status)
	}
	return resp.Header.Get("State"), nil
}

// It asks at its own pace.
func waitForState(c *http.Client, url, want string) error {
	for range 60 {
		if got, err := state(c, url); err == nil && got == want {
			return nil
		}
		time.Sleep(5 * time.Second)
	}
	return errors.New("gave up")
}
