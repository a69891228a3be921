package retryafter

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/cenkalti/backoff/v4"
	"github.com/slack-go/slack"
)

func ignored(c *http.Client, req *http.Request) (*http.Response, error) {
	for i := range 5 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		resp.Body.Close()
		time.Sleep(time.Duration(i) * time.Second) // want `c.Do \(line 17\) is repeated after 429 Too Many Requests when this wait is over, whatever its Retry-After header says: what comes before the service is ready is refused again`
	}
	return nil, errors.New("gave up")
}

func selected(ctx context.Context, c *http.Client, req *http.Request, delay time.Duration) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req.WithContext(ctx))
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		select { // want `c.Do \(line 29\) is repeated after 503 Service Unavailable when this wait is over, whatever its Retry-After header says`
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(delay):
		}
	}
	return nil, errors.New("gave up")
}

func byLibrary(c *http.Client, req *http.Request) error {
	return backoff.Retry(func() error {
		resp, err := c.Do(req) // want `c.Do is repeated after 429 Too Many Requests without a look at its Retry-After header`
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode == 429 || resp.StatusCode >= 500 {
			return errors.New(resp.Status)
		}
		return nil
	}, backoff.NewExponentialBackOff())
}

// What makes an error of the answer loses its header.
func once(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK { // want `the answer 429 Too Many Requests becomes an error without its Retry-After header, and once is repeated \(line 71\) whenever the client likes`
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func lost(c *http.Client, req *http.Request) (err error) {
	for i := range 5 {
		if err = once(c, req); err == nil {
			return nil
		}
		time.Sleep(time.Duration(i) * time.Second)
	}
	return err
}

func uncapped(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		delay := time.Second
		if n, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil { // want `nothing limits the wait that the header asks for: with "Retry-After: 86400" the caller hangs for a day`
			delay = time.Duration(n) * time.Second
		}
		time.Sleep(delay)
	}
	return nil, errors.New("gave up")
}

func uncappedSelect(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		header := resp.Header["Retry-After"] // want `at most a context limits the wait that the header asks for: with "Retry-After: 86400" the caller hangs for a day`
		if len(header) == 0 {
			return resp, nil
		}
		n, err := strconv.Atoi(header[0])
		if err != nil {
			return resp, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Duration(n) * time.Second):
		}
	}
	return nil, errors.New("gave up")
}

func secondsOnly(c *http.Client, req *http.Request, left int) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		if left > 0 { // else this was the last attempt
			time.Sleep(min(seconds(resp), time.Minute))
		}
	}
	return nil, errors.New("gave up")
}

func seconds(resp *http.Response) time.Duration {
	n, err := strconv.ParseInt(resp.Header.Get("retry-after"), 10, 64) // want `a Retry-After header with a date, the other form of RFC 9110, is not understood, and the wait that it asks for ignored`
	if err != nil {
		return time.Second
	}
	return time.Duration(n) * time.Second
}

type hint struct {
	wait  time.Duration
	given bool
}

// Who waits is in another package.
func Hint(resp *http.Response) hint {
	if resp == nil || resp.StatusCode != 429 && resp.StatusCode != 503 {
		return hint{}
	}
	n, err := strconv.Atoi(resp.Header.Get("Retry-After")) // want `a Retry-After header with a date, the other form of RFC 9110, is not understood`
	if err != nil || n <= 0 {
		return hint{}
	}
	return hint{time.Duration(n) * time.Second, true}
}

func code(c *http.Client, req *http.Request) (int, error) {
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

// The code is no error, it only lacks the header.
func byCode(c *http.Client, req *http.Request) (status int, err error) {
	for i := range 5 {
		if status, err = code(c, req); err == nil && status < 500 {
			return status, nil
		}
		time.Sleep(time.Duration(i) * time.Second) // want `code \(line 166\) is repeated after 503 Service Unavailable when this wait is over`
	}
	return status, err
}

// The error says how long to wait, by a field.
func post(api *slack.Client, text slack.MsgOption) (err error) {
	for range 3 {
		_, _, err = api.PostMessage("general", text)
		var limited *slack.RateLimitedError
		if !errors.As(err, &limited) {
			return err
		}
		time.Sleep(limited.RetryAfter) // want `nothing limits the wait that the error passes on from the service: with "Retry-After: 86400" the caller hangs for a day`
	}
	return err
}

type transient struct {
	error
	wait time.Duration
}

func retryAfterOf(err error) time.Duration {
	var t *transient
	if errors.As(err, &t) {
		return t.wait
	}
	return 0
}

// What the service asks for is a floor for the wait.
func again(ctx context.Context, longest time.Duration, call func() error) error {
	for delay := time.Second; delay < time.Minute; delay *= 2 {
		err := call()
		if err == nil {
			return nil
		}
		wait := min(delay, longest)
		if asked := retryAfterOf(err); asked > wait { // want `nothing limits the wait that the error passes on from the service`
			wait = asked
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
	return errors.New("gave up")
}

// Which errors are worth it is for the caller to say, who hears nothing of the time that they ask for.
func againIfWorthIt[T any](limit int, worthIt func(error) bool, call func() (T, error)) (T, error) {
	for attempt := 1; ; attempt++ {
		v, err := call()
		if err == nil || attempt >= limit || !worthIt(err) {
			return v, err
		}
		wait := time.Second << attempt
		if asked := retryAfterOf(err); asked > 0 { // want `nothing limits the wait that the error passes on from the service`
			wait = asked
		}
		time.Sleep(wait)
	}
}
