package retrybackoff

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"net/http"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/aws/aws-sdk-go/service/sqs"
	"github.com/buildkite/roko"
	backoff5 "github.com/cenkalti/backoff/v5"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
	again "github.com/matryer/try"
	sethvargo "github.com/sethvargo/go-retry"
	"retrybackoff/feed"
)

func loop(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 3 {
		resp, err := c.Do(req) // want `c.Do is repeated at once after an error: a service that fails gets all attempts within a moment, and no time to recover`
		if err == nil {
			return resp, nil
		}
	}
	return nil, errors.New("gave up")
}

func jump(c *http.Client, req *http.Request) (*http.Response, error) {
again:
	resp, err := c.Do(req) // want `c.Do is repeated at once after 429 Too Many Requests`
	if err == nil && resp.StatusCode == 429 {
		goto again
	}
	return resp, err
}

// The only wait is on the way of success.
func pauseAfterSuccess(c *http.Client, req *http.Request, left int) error {
	for left > 0 {
		resp, err := c.Do(req) // want `c.Do is repeated at once after an error`
		if err != nil {
			left--
			continue
		}
		time.Sleep(time.Second)
		if resp.StatusCode == 200 {
			return nil
		}
	}
	return errors.New("gave up")
}

func recursive(c *http.Client, req *http.Request, left int) error {
	resp, err := c.Do(req) // want `c.Do is repeated at once after 500 Internal Server Error`
	if err != nil || resp.StatusCode < 500 || left == 0 {
		return err
	}
	return recursive(c, req, left-1)
}

// A helper that repeats whatever it is given.
func try(ctx context.Context, attempts int, f func() error) error {
	for i := 0; i < attempts; i++ {
		err := f() // want `f is repeated at once after an error`
		if err == nil || ctx.Err() != nil {
			return err
		}
	}
	return errors.New("gave up")
}

func constant(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req) // want `c.Do is repeated after 1s each time: clients that failed together come back together`
		if err == nil {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

func constantTimer(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req) // want `c.Do is repeated after 5s each time`
		if err == nil {
			return resp, nil
		}
		timer := time.NewTimer(5 * time.Second)
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil, ctx.Err()
		case <-timer.C:
		}
	}
	return nil, errors.New("gave up")
}

func tryWithContext(ctx context.Context, attempts int, f func(context.Context, int) (bool, error)) error {
	for i := 1; ; i++ {
		select {
		case <-ctx.Done():
			return ctx.Err()
		default:
			stop, err := f(ctx, i) // want `f is repeated at once after an error`
			if err == nil || stop || i > attempts {
				return err
			}
		}
	}
}

func pauseFirst(c *http.Client, req *http.Request) error {
	for i := 0; i < 10; i++ {
		if i > 0 {
			time.Sleep(200 * time.Millisecond)
		}
		if _, err := c.Do(req); err == nil { // want `c.Do is repeated after 200ms each time`
			return nil
		}
	}
	return errors.New("gave up")
}

// An answer that can't be read is repeated as well, even after success.
func read(c *http.Client, req *http.Request, limit int) ([]byte, error) {
	for n := 0; n <= limit; n++ {
		resp, err := c.Do(req) // want `c.Do is repeated at once after an error`
		if err != nil {
			continue
		}
		var data [1]byte
		if n, err := resp.Body.Read(data[:]); n > 0 && err == nil {
			return data[:], nil
		}
	}
	return nil, errors.New("gave up")
}

// All goes well as long as the queue lets a call wait for a message.
func consume(queue *sqs.SQS, in *sqs.ReceiveMessageInput, stop chan struct{}, handle func(*sqs.Message)) {
	for {
		select {
		case <-stop:
			return
		default:
		}
		out, err := queue.ReceiveMessage(in) // want `queue.ReceiveMessage is called again at once when it fails: as long as it does, this loop calls it as fast as it can`
		if err != nil {
			log.Printf("can't receive: %v", err)
			continue
		}
		for _, message := range out.Messages {
			handle(message)
		}
	}
}

// The operation is called by an interface of the program's own.
type receiver interface {
	ReceiveMessage(*sqs.ReceiveMessageInput) (*sqs.ReceiveMessageOutput, error)
}

func consumeFrom(queue receiver, in *sqs.ReceiveMessageInput, messages chan<- *sqs.Message) {
	for {
		out, err := queue.ReceiveMessage(in) // want `queue.ReceiveMessage is called again at once when it fails`
		if err != nil {
			continue
		}
		for _, message := range out.Messages {
			messages <- message
		}
	}
}

// The offset stays as it is after an error.
func follow(c *http.Client, url string, handle func(*http.Response) int) {
	offset := 0
	for {
		resp, err := c.Get(fmt.Sprint(url, offset)) // want `c.Get is called again at once when it fails`
		if err != nil {
			continue
		}
		offset = handle(resp)
		time.Sleep(time.Second)
	}
}

type syncer struct {
	*http.Client
	period time.Duration
}

// It waits when there is nothing to do, but an error comes back at once.
func (s *syncer) sync(url string) error {
	todo, err := s.look(url)
	if err != nil {
		return err
	}
	if todo == 0 {
		time.Sleep(s.period)
	}
	return nil
}

func (s *syncer) look(url string) (int, error) {
	resp, err := s.Get(url)
	if err != nil {
		return 0, fmt.Errorf("can't look: %w", err)
	}
	defer resp.Body.Close()
	return int(resp.ContentLength), nil
}

func (s *syncer) run(url string, once bool) {
	for {
		if err := s.sync(url); err != nil { // want `s.sync is called again at once when it fails`
			log.Print(err)
		}
		if once {
			return
		}
	}
}

func fixedDelay(c *http.Client, req *http.Request) error {
	return retry.Do(func() error { // want `retry.Do repeats c.Do after the same time each time: clients that failed together come back together`
		_, err := c.Do(req)
		return err
	}, retry.DelayType(retry.FixedDelay), retry.MaxJitter(time.Second), retry.Delay(time.Second))
}

func steady5(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	return backoff5.Retry(ctx, func() (*http.Response, error) { // want `backoff5.Retry repeats c.Do after the same time each time`
		return c.Do(req)
	}, backoff5.WithBackOff(backoff5.NewConstantBackOff(time.Second)))
}

func steadySethvargo(ctx context.Context, c *http.Client, req *http.Request) error {
	return sethvargo.Do(ctx, sethvargo.WithMaxRetries(3, sethvargo.NewConstant(time.Second)), func(context.Context) error { // want `sethvargo.Do repeats c.Do after the same time each time`
		_, err := c.Do(req)
		return sethvargo.RetryableError(err)
	})
}

func atOnce(c *http.Client, req *http.Request) error {
	return again.Do(func(int) (bool, error) { // want `again.Do repeats c.Do at once: a service that fails gets all attempts within a moment`
		_, err := c.Do(req)
		return true, err
	})
}

// What it sends through is known to its own package only.
func readOn(c *feed.Client, handle func(string)) {
	for after := 0; ; {
		entries, err := c.Entries(after) // want `c.Entries is called again at once when it fails`
		if err != nil {
			log.Print(err)
			continue
		}
		for _, entry := range entries {
			handle(entry)
		}
		after += len(entries)
	}
}

// All clients come back at the same moments.
type backer struct {
	*http.Client
	first, longest time.Duration
}

func (b *backer) growing(req *http.Request) error {
	for i := range 5 {
		if _, err := b.Do(req); err == nil { // want `b.Do is repeated after waits without a random part: clients that failed together come back together each time`
			return nil
		}
		time.Sleep(b.delay(i))
	}
	return errors.New("gave up")
}

func (b *backer) delay(n int) time.Duration {
	return min(time.Duration(float64(b.first)*math.Pow(2, float64(n))), b.longest)
}

func (b *backer) doubling(ctx context.Context, req *http.Request) error {
	delay := b.first
	for range 5 {
		if _, err := b.Do(req); err == nil { // want `b.Do is repeated after waits without a random part`
			return nil
		}
		timer := time.NewTimer(delay)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
		}
		if delay *= 2; delay > b.longest {
			delay = b.longest
		}
	}
	return errors.New("gave up")
}

func rokoConstant(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	r := roko.NewRetrier(roko.WithMaxAttempts(10), roko.WithStrategy(roko.Constant(5*time.Second)))
	return roko.DoFunc(ctx, r, func(*roko.Retrier) (*http.Response, error) { // want `roko.DoFunc repeats c.Do after the same time each time: clients that failed together come back together`
		return c.Do(req)
	})
}

func failsafeAtOnce(c *http.Client, req *http.Request) (*http.Response, error) {
	policy := retrypolicy.NewBuilder[*http.Response]().WithMaxRetries(5).Build()
	return failsafe.With[*http.Response](policy).Get(func() (*http.Response, error) { // want `Get repeats c.Do at once: a service that fails gets all attempts within a moment`
		return c.Do(req)
	})
}

func shifted(c *http.Client, req *http.Request) *http.Response {
	for attempt := 0; ; attempt++ {
		resp, err := c.Do(req) // want `nothing limits the waits before c.Do is repeated: each is twice the one before or more`
		if err == nil {
			return resp
		}
		log.Print(err)
		time.Sleep(time.Duration(1<<attempt) * time.Second)
	}
}

func doubled(c *http.Client, req *http.Request) *http.Response {
	delay := time.Second
	for {
		resp, err := c.Do(req) // want `nothing limits the waits before c.Do is repeated`
		if err == nil {
			return resp
		}
		time.Sleep(delay/2 + rand.N(delay/2))
		delay *= 2
	}
}

// The deadline is that of each attempt.
func deadlineEach(ctx context.Context, c *http.Client, req *http.Request) error {
	for range 10 {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		_, err := c.Do(req.WithContext(ctx)) // want `c.Do is repeated after 1s each time`
		cancel()
		if err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return errors.New("gave up")
}

func loadOften(c *http.Client, req *http.Request) (*http.Response, error) {
	return loadDown(c, req, 4)
}

func loadDown(c *http.Client, req *http.Request, more int) (*http.Response, error) {
	resp, err := c.Do(req) // want `c.Do is repeated at once after an error`
	if err != nil && more > 0 {
		return loadDown(c, req, more-1)
	}
	return resp, err
}
