package retrybackoff

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"syscall"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/aws/aws-sdk-go/service/sqs"
	"github.com/buildkite/roko"
	"github.com/cenkalti/backoff/v4"
	sethvargo "github.com/sethvargo/go-retry"
	"retrybackoff/feed"
)

func growing(c *http.Client, req *http.Request) (*http.Response, error) {
	for i := range 5 {
		if i > 0 {
			time.Sleep(time.Duration(i)*time.Second + rand.N(time.Second))
		}
		resp, err := c.Do(req)
		if err == nil {
			return resp, nil
		}
	}
	return nil, errors.New("gave up")
}

// The second attempt is the last one.
func once(c *http.Client, req *http.Request) (resp *http.Response, err error) {
	for range 2 {
		if resp, err = c.Do(req); err == nil {
			return resp, nil
		}
	}
	return nil, err
}

type clock interface{ Sleep(time.Duration) }

func byInterface(c *http.Client, req *http.Request, clock clock, delay time.Duration) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err == nil {
			return resp, nil
		}
		clock.Sleep(delay)
	}
	return nil, errors.New("gave up")
}

type client struct {
	*http.Client
	limiter interface{ Wait(context.Context) error }
	backoff func(attempt int)
	base    string
}

// The wait comes before the request, in the function that sends it.
func (c *client) send(req *http.Request) error {
	if err := c.limiter.Wait(req.Context()); err != nil {
		return err
	}
	_, err := c.Do(req)
	return err
}

func (c *client) limited(req *http.Request) error {
	for range 5 {
		if c.send(req) == nil {
			return nil
		}
	}
	return errors.New("gave up")
}

func (c *client) byField(req *http.Request) error {
	for i := range 5 {
		if _, err := c.Do(req); err == nil {
			return nil
		}
		c.backoff(i)
	}
	return errors.New("gave up")
}

func (c *client) pause(ctx context.Context, n int) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(jittered(time.Duration(n) * time.Second)):
		return nil
	}
}

func (c *client) byHelper(req *http.Request) error {
	for i := range 5 {
		if _, err := c.Do(req); err == nil {
			return nil
		}
		if err := c.pause(req.Context(), i); err != nil {
			return err
		}
	}
	return errors.New("gave up")
}

func byLibrary(c *http.Client, req *http.Request) error {
	return backoff.Retry(func() error {
		_, err := c.Do(req)
		return err
	}, backoff.NewExponentialBackOff())
}

// A 401 is answered with a new token, not with patience.
func refreshed(c *http.Client, req *http.Request, token func() string) (*http.Response, error) {
	for range 3 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != 401 {
			return resp, err
		}
		req.Header.Set("Authorization", token())
	}
	return nil, errors.New("refused")
}

func pages(c *http.Client, next func() *http.Request) error {
	for {
		resp, err := c.Do(next())
		if err != nil || resp.StatusCode != 200 {
			return err
		}
	}
}

// The constant is for answers that don't say how long to wait.
func told(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 5 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != 429 {
			return resp, err
		}
		wait := 5 * time.Second
		if d, err := time.ParseDuration(resp.Header.Get("Retry-After") + "s"); err == nil {
			wait = d
		}
		time.Sleep(wait)
	}
	return nil, errors.New("gave up")
}

// The second attempt is another request, and the last one.
func mount(c *http.Client, url, from string) error {
	resp, err := c.Get(url + from)
	if err != nil || resp.StatusCode >= 500 {
		if from != "" {
			return mount(c, url, "")
		}
		return errors.New("refused")
	}
	return nil
}

type jobs struct{ queue []func() error }

func (j *jobs) add(job func() error) { j.queue = append(j.queue, job) }

// Each job is another one.
func (j *jobs) work() {
	for len(j.queue) > 0 {
		next := j.queue[0]
		j.queue = j.queue[1:]
		if err := next(); err == nil {
			return
		}
	}
}

// Each line is another one.
func lines(scanner *bufio.Scanner, decode func(string) error) error {
	for scanner.Scan() {
		if err := decode(scanner.Text()); err == nil {
			return nil
		}
	}
	return scanner.Err()
}

func (c *client) setBase(base string) { c.base = base }

func (c *client) state() error {
	_, err := c.Get(c.base + "/state")
	return err
}

// The client is pointed at another host each time.
func hosts(c *client, bases []string) error {
	for _, base := range bases {
		c.setBase(base)
		if err := c.state(); err == nil {
			return nil
		}
	}
	return errors.New("none answers")
}

// A long poll: what is no error is asked for again, whatever it is.
func longPoll(c *http.Client, url string) ([]byte, error) {
	for range 10 {
		resp, err := c.Get(url)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode >= 500 {
			return nil, errors.New(resp.Status)
		}
		if data, err := io.ReadAll(resp.Body); err == nil && len(data) > 0 {
			return data, nil
		}
	}
	return nil, errors.New("nothing came")
}

func consumeAfterAWhile(queue *sqs.SQS, in *sqs.ReceiveMessageInput, wait func(), handle func(*sqs.Message)) {
	for {
		out, err := queue.ReceiveMessage(in)
		if err != nil {
			wait()
			continue
		}
		for _, message := range out.Messages {
			handle(message)
		}
	}
}

// What is done after an error may take its time.
func consumeAndTell(queue *sqs.SQS, in *sqs.ReceiveMessageInput, c *http.Client, handle func(*sqs.Message)) {
	for {
		out, err := queue.ReceiveMessage(in)
		if err != nil {
			c.Get("https://example.com/alert")
			continue
		}
		for _, message := range out.Messages {
			handle(message)
		}
	}
}

func consumeUpTo(queue *sqs.SQS, in *sqs.ReceiveMessageInput, n int, handle func(*sqs.Message)) {
	for i := 0; i < n; i++ {
		out, err := queue.ReceiveMessage(in)
		if err != nil {
			continue
		}
		for _, message := range out.Messages {
			handle(message)
		}
	}
}

func consumeAll(queue *sqs.SQS, in []*sqs.ReceiveMessageInput, handle func(*sqs.Message)) {
	for len(in) > 0 {
		out, err := queue.ReceiveMessage(in[0])
		in = in[1:]
		if err != nil {
			continue
		}
		for _, message := range out.Messages {
			handle(message)
		}
	}
}

func work(c *http.Client, jobs chan string, handle func(*http.Response)) {
	for {
		resp, err := c.Get(<-jobs)
		if err != nil {
			continue
		}
		handle(resp)
	}
}

func shell(c *http.Client, in *bufio.Scanner, handle func(*http.Response)) {
	for in.Scan() {
		resp, err := c.Get("https://example.com")
		if err != nil {
			continue
		}
		handle(resp)
	}
}

func numbered(c *http.Client, base string, handle func(*http.Response)) {
	for page := 1; ; page++ {
		resp, err := c.Get(fmt.Sprintf("%s?page=%d", base, page))
		if err != nil {
			continue
		}
		handle(resp)
	}
}

// A signal came in between: nothing has failed.
func uninterrupted(f func() error) error {
	for {
		if err := f(); err != syscall.EINTR {
			return err
		}
	}
}

func uninterruptedWrapped(f func() error) error {
	for {
		if err := f(); !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}

type patient struct {
	*http.Client
	period time.Duration
}

func (s *patient) sync(url string) error {
	time.Sleep(s.period)
	_, err := s.Get(url)
	return err
}

func (s *patient) run(url string, once bool) {
	for {
		if err := s.sync(url); err != nil && once {
			return
		}
	}
}

func otherWaits(ctx context.Context, c *http.Client, req *http.Request, waits retry.DelayTypeFunc) error {
	call := func() error {
		_, err := c.Do(req)
		return err
	}
	if err := retry.Do(call, retry.Delay(time.Second)); err != nil {
		return err
	}
	if err := retry.Do(call, retry.DelayType(waits)); err != nil {
		return err
	}
	if err := retry.Do(call, retry.DelayType(retry.CombineDelay(retry.FixedDelay, retry.RandomDelay))); err != nil {
		return err
	}
	return sethvargo.Do(ctx, sethvargo.WithJitter(time.Second, sethvargo.NewConstant(time.Second)), func(context.Context) error {
		return sethvargo.RetryableError(call())
	})
}

// It repeats only what the service said a time for, unless that was the last attempt.
func untilReset(c *http.Client, req *http.Request, attempts int) (resp *http.Response, err error) {
	for attempt := 0; attempt < attempts; attempt++ {
		resp, err = c.Do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		if attempt+1 < attempts {
			if !waitForReset(req.Context(), resp.Header.Get("X-RateLimit-Reset")) {
				return resp, err
			}
		}
	}
	return resp, err
}

func waitForReset(ctx context.Context, reset string) bool {
	if reset == "" {
		return false
	}
	select {
	case <-time.After(time.Until(parse(reset))):
		return true
	case <-ctx.Done():
		return false
	}
}

func parse(text string) time.Time {
	t, _ := time.Parse(time.RFC1123, text)
	return t
}

// It has waited before it fails.
func readPatiently(c *feed.Client, handle func(string)) {
	for after := 0; ; {
		entries, err := c.Patiently(after)
		if err != nil {
			continue
		}
		for _, entry := range entries {
			handle(entry)
		}
		after += len(entries)
	}
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

func jittered(d time.Duration) time.Duration { return d/2 + rand.N(d/2) }

// How long its waits are, others say.
type pacer struct {
	*http.Client
	delay time.Duration
	next  func(int) time.Duration
}

func (p *pacer) settle() { p.delay = jittered(time.Second) }

func (p *pacer) bySetting(req *http.Request) error {
	for i := range 5 {
		if _, err := p.Do(req); err == nil {
			return nil
		}
		time.Sleep(p.delay << i)
	}
	return errors.New("gave up")
}

func (p *pacer) byFunction(req *http.Request) error {
	for i := range 5 {
		if _, err := p.Do(req); err == nil {
			return nil
		}
		time.Sleep(p.next(i))
	}
	return errors.New("gave up")
}

func rokoJitter(ctx context.Context, c *http.Client, req *http.Request) error {
	r := roko.NewRetrier(roko.WithJitter(), roko.WithMaxAttempts(10), roko.WithStrategy(roko.Constant(5*time.Second)))
	return r.DoWithContext(ctx, func(*roko.Retrier) error {
		_, err := c.Do(req)
		return err
	})
}

// The function says itself how long to wait.
func rokoInterval(c *http.Client, req *http.Request) error {
	return roko.NewRetrier(roko.WithMaxAttempts(10), roko.WithStrategy(roko.Constant(5*time.Second))).Do(func(r *roko.Retrier) error {
		_, err := c.Do(req)
		r.SetNextInterval(jittered(time.Second))
		return err
	})
}

func capped(c *http.Client, req *http.Request) *http.Response {
	for delay := time.Second; ; delay = min(2*delay, time.Hour) {
		if resp, err := c.Do(req); err == nil {
			return resp
		}
		time.Sleep(delay + rand.N(delay))
	}
}

func cappedByBranch(c *http.Client, req *http.Request) *http.Response {
	delay := time.Second
	for {
		if resp, err := c.Do(req); err == nil {
			return resp
		}
		time.Sleep(delay + rand.N(time.Second))
		if delay *= 2; delay > time.Hour {
			delay = time.Hour
		}
	}
}

func counted(c *http.Client, req *http.Request, most int) (*http.Response, error) {
	for attempt := 0; ; attempt++ {
		resp, err := c.Do(req)
		if err == nil || attempt == most {
			return resp, err
		}
		time.Sleep(time.Second<<attempt + rand.N(time.Second))
	}
}

func timed(c *http.Client, req *http.Request, most time.Duration) (*http.Response, error) {
	began := time.Now()
	for delay := time.Second; ; delay *= 2 {
		resp, err := c.Do(req)
		if err == nil || time.Since(began) > most {
			return resp, err
		}
		time.Sleep(delay + rand.N(time.Second))
	}
}

// It goes on for as long as a new machine takes.
func untilTimeout(ctx context.Context, c *http.Client, req *http.Request, most time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	for ctx.Err() == nil {
		if _, err := c.Do(req.WithContext(ctx)); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return ctx.Err()
}

func untilLate(c *http.Client, req *http.Request, most time.Duration) error {
	for began := time.Now(); ; {
		_, err := c.Do(req)
		if err == nil || time.Since(began) > most {
			return err
		}
		time.Sleep(time.Second)
	}
}

// It goes on after one error only.
func whileBusy(c *http.Client, req *http.Request) error {
	for {
		_, err := c.Do(req)
		if err == nil || !strings.Contains(strings.ToLower(err.Error()), "is busy") {
			return err
		}
		time.Sleep(3 * time.Second)
	}
}

func threeAttempts(c *http.Client, req *http.Request) (*http.Response, error) {
	delay := time.Second
	for attempt := 0; attempt < 3; attempt++ {
		if attempt > 0 {
			time.Sleep(delay)
			delay *= 2
		}
		if resp, err := c.Do(req); err == nil {
			return resp, nil
		}
	}
	return nil, errors.New("gave up")
}

func threeTimes(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 3 {
		if resp, err := c.Do(req); err == nil {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

// Others may know when to give up.
func asked(c *http.Client, req *http.Request, giveUp func() bool) (*http.Response, error) {
	for delay := time.Second; ; delay *= 2 {
		resp, err := c.Do(req)
		if err == nil || giveUp() {
			return resp, err
		}
		time.Sleep(delay + rand.N(time.Second))
	}
}

func endedByContext(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for delay := time.Second; ; delay *= 2 {
		resp, err := c.Do(req.WithContext(ctx))
		if err == nil {
			return resp, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(delay + rand.N(time.Second)):
		}
	}
}

func cappedCount(c *http.Client, req *http.Request) *http.Response {
	attempt := 0
	for {
		if resp, err := c.Do(req); err == nil {
			return resp
		}
		time.Sleep(time.Second<<attempt + rand.N(time.Second))
		if attempt < 6 {
			attempt++
		}
	}
}

func everyMinute(c *http.Client, req *http.Request) *http.Response {
	for {
		if resp, err := c.Do(req); err == nil {
			return resp
		}
		time.Sleep(time.Minute)
	}
}

func loadTwice(c *http.Client, req *http.Request) (*http.Response, error) { return load(c, req, 1) }

func load(c *http.Client, req *http.Request, more int) (*http.Response, error) {
	resp, err := c.Do(req)
	if err != nil && more > 0 {
		return load(c, req, more-1)
	}
	return resp, err
}
