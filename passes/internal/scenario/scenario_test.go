package scenario

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// prelude is what every program of the tests begins with.
const prelude = `package p

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	avast "github.com/avast/retry-go/v4"
	"github.com/buildkite/roko"
	"github.com/cenkalti/backoff/v4"
	"github.com/eapache/go-resiliency/retrier"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
	"github.com/googleapis/gax-go/v2"
	backoff5 "github.com/cenkalti/backoff/v5"
	"github.com/go-resty/resty/v2"
	"github.com/matryer/try"
	"github.com/sethvargo/go-retry"
	"github.com/slack-go/slack"
	"k8s.io/apimachinery/pkg/util/wait"
	ours "example.com/ours/errors"
)

var (
	_ = ours.Is
	_ = avast.Do
	_ = roko.NewRetrier
	_ = failsafe.With[int]
	_ = retrypolicy.NewBuilder[int]
	_ = gax.Invoke
	_ = retrier.New
	_ = backoff.Permanent
	_ = try.Do
	_ = retry.Do
	_ = slack.New
	_ = resty.New
	_ = backoff5.WithMaxTries
	_ = wait.Poll
	_ = context.Background
	_ = http.MethodGet
	_ = errors.New
	_ = fmt.Errorf
	_ = io.ReadAll
	_ = rand.IntN
	_ = slices.Contains[[]int]
	_ = time.Sleep
	_ = strconv.Atoi
	_ = strings.Contains
)

type statusError struct{ code int }

func (e *statusError) Error() string { return "status" }

`

// The tables of loops that repeat all errors, only those of the transport and of the server, and so on.
const (
	anyBut200   = "yes: E 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504; no: 200"
	transport   = "yes: E; no: 200 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504"
	serverErr   = "yes: E 500 501 502 503 504; no: 200 301 400 401 403 404 408 409 418 422 425 429"
	serverAnd   = "yes: E 429 500 501 502 503 504; no: 200 301 400 401 403 404 408 409 418 422 425"
	clientErr   = "yes: E 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504; no: 200 301"
	only503     = "yes: 503; no: E 200 301 400 401 403 404 408 409 418 422 425 429 500 501 502 504"
	only429     = "yes: 429; no: E 200 301 400 401 403 404 408 409 418 422 425 500 501 502 503 504"
	anyFailure  = "yes: E 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504; no: 200; ?: 301"
	allButTwo   = "yes: E 301 400 408 409 418 422 425 429 500 501 502 503 504; no: 200 401 403 404"
	serverNames = "yes: E 429 502 503 504; no: 200 301 400 401 403 404 408 409 418 422 425 500 501"
)

var programs = []struct{ name, src, want string }{
	{"any error", `func f(c *http.Client, req *http.Request) (*http.Response, error) {
		for i := 0; i < 3; i++ {
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode == 200 { return resp, nil }
			time.Sleep(time.Second)
		}
		return nil, errors.New("gave up")
	}`, anyBut200},
	{"text of an error that a library made, looked at in between", `func post(api *slack.Client) error {
		_, _, err := api.PostMessage("c")
		return err
	}
	func named(api *slack.Client) error {
		err := post(api)
		if err != nil && strings.Contains(err.Error(), "404") { return errGone }
		return err
	}
	var errGone = errors.New("gone")
	func f(api *slack.Client) error {
		for range 3 {
			if err := named(api); err == nil || errors.Is(err, errGone) { return err }
		}
		return nil
	}`, "yes: E 400 401 403 408 409 418 422 425 429 500 501 502 503 504; no: 200 404; ?: 301"},
	{"transport only", `func f(c *http.Client, req *http.Request) (resp *http.Response, err error) {
		for i := 0; i < 3; i++ {
			resp, err = c.Do(req)
			if err == nil { return resp, nil }
		}
		return nil, err
	}`, transport},
	{"server errors", `func f(c *http.Client, req *http.Request) (*http.Response, error) {
		for range 3 {
			resp, err := c.Do(req)
			if err != nil { continue }
			if resp.StatusCode >= 500 { resp.Body.Close(); continue }
			return resp, nil
		}
		return nil, errors.New("gave up")
	}`, serverErr},
	{"hundreds", `func f(c *http.Client, req *http.Request) (*http.Response, error) {
		for {
			resp, err := c.Do(req)
			if err != nil || resp.StatusCode/100 == 5 { continue }
			return resp, err
		}
	}`, serverErr},
	{"switch", `func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { continue }
			switch {
			case resp.StatusCode < 400: return nil
			case resp.StatusCode == 429, resp.StatusCode >= 500: continue
			default: return fmt.Errorf("status %d", resp.StatusCode)
			}
		}
	}`, serverAnd},
	{"switch on codes", `func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { continue }
			switch resp.StatusCode {
			case 429, 502, 503, 504: time.Sleep(1)
			default: return nil
			}
		}
	}`, serverNames},
	{"predicate", `func again(code int) bool { return code == http.StatusTooManyRequests || code >= 500 && code <= 599 }
	func f(c *http.Client, req *http.Request) error {
		for i := 0; i < 5; i++ {
			resp, err := c.Do(req)
			if err != nil { continue }
			if !again(resp.StatusCode) { return nil }
		}
		return errors.New("gave up")
	}`, serverAnd},
	{"set", `var codes = map[int]bool{429: true, 502: true, 503: true, 504: true}
	func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { continue }
			if codes[resp.StatusCode] { continue }
			return nil
		}
	}`, serverNames},
	{"set of structs", `var codes = map[int]struct{}{429: {}, 502: {}, 503: {}, 504: {}}
	func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { continue }
			if _, ok := codes[resp.StatusCode]; ok { continue }
			return nil
		}
	}`, serverNames},
	{"slice", `var codes = []int{429, 502, 503, 504}
	func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { continue }
			if slices.Contains(codes, resp.StatusCode) { continue }
			return nil
		}
	}`, serverNames},
	{"range over slice", `var codes = []int{429, 502, 503, 504}
	func again(code int) bool {
		for _, c := range codes { if c == code { return true } }
		return false
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err == nil && !again(resp.StatusCode) { return nil }
		}
	}`, serverNames},
	{"goto", `func f(c *http.Client, req *http.Request) error {
	again:
		resp, err := c.Do(req)
		if err != nil { return err }
		if resp.StatusCode == 429 { goto again }
		return nil
	}`, only429},
	{"labelled continue", `func f(c *http.Client, req *http.Request) error {
	attempts:
		for i := 0; i < 3; i++ {
			resp, err := c.Do(req)
			if err != nil { return err }
			for range 2 { if resp.StatusCode == 429 { continue attempts } }
			return nil
		}
		return nil
	}`, only429},
	{"helper that returns an error", `func get(c *http.Client, req *http.Request) ([]byte, error) {
		resp, err := c.Do(req)
		if err != nil { return nil, err }
		defer resp.Body.Close()
		if resp.StatusCode >= 400 { return nil, fmt.Errorf("status %d", resp.StatusCode) }
		return io.ReadAll(resp.Body)
	}
	func f(c *http.Client, req *http.Request) ([]byte, error) {
		for i := 0; i < 3; i++ {
			if b, err := get(c, req); err == nil { return b, nil }
		}
		return nil, errors.New("gave up")
	}`, clientErr},
	{"status error", `func get(c *http.Client, req *http.Request) error {
		resp, err := c.Do(req)
		if err != nil { return err }
		if resp.StatusCode != 200 { return fmt.Errorf("get: %w", &statusError{resp.StatusCode}) }
		return nil
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			err := get(c, req)
			if err == nil { return nil }
			var status *statusError
			if errors.As(err, &status) && (status.code == 401 || status.code == 403 || status.code == 404) { return err }
		}
	}`, allButTwo},
	{"sentinel", `var errGone = errors.New("gone")
	func get(c *http.Client, req *http.Request) error {
		resp, err := c.Do(req)
		if err != nil { return err }
		switch resp.StatusCode {
		case 200: return nil
		case 401, 403, 404: return errGone
		}
		return errors.New("other")
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			err := get(c, req)
			if err == nil || errors.Is(err, errGone) { return err }
		}
	}`, allButTwo},
	{"recursion", `func f(c *http.Client, req *http.Request, left int) error {
		resp, err := c.Do(req)
		if err != nil { return err }
		if resp.StatusCode == 429 && left > 0 { return f(c, req, left-1) }
		return nil
	}`, only429},
	{"flag", `func f(c *http.Client, req *http.Request) error {
		done := false
		for !done {
			resp, err := c.Do(req)
			done = err != nil || resp.StatusCode != 429
		}
		return nil
	}`, only429},
	{"named result rewritten by defer", `func get(c *http.Client, req *http.Request) (err error) {
		defer func() { if err != nil { err = fmt.Errorf("get: %w", err) } }()
		resp, err := c.Do(req)
		if err != nil { return err }
		if resp.StatusCode != 200 { return &statusError{resp.StatusCode} }
		return nil
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			err := get(c, req)
			if err == nil { return nil }
			var status *statusError
			if errors.As(err, &status) && (status.code == 401 || status.code == 403 || status.code == 404) { return err }
		}
	}`, allButTwo},
	{"code, body and error", `func get(c *http.Client, req *http.Request) (int, []byte, error) {
		resp, err := c.Do(req)
		if err != nil { return 0, nil, err }
		b, err := io.ReadAll(resp.Body)
		return resp.StatusCode, b, err
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			code, _, err := get(c, req)
			if err != nil || code >= 500 { continue }
			return nil
		}
	}`, serverErr},
	{"captured variables", `func f(c *http.Client, req *http.Request) error {
		var resp *http.Response
		var err error
		do := func() { resp, err = c.Do(req) }
		for {
			do()
			if err != nil || resp.StatusCode >= 500 { continue }
			return nil
		}
	}`, serverErr},
	{"closure of a library", `func f(c *http.Client, req *http.Request, b backoff.BackOff) error {
		return backoff.Retry(func() error {
			resp, err := c.Do(req)
			if err != nil { return err }
			defer resp.Body.Close()
			if resp.StatusCode >= 400 { return fmt.Errorf("status %d", resp.StatusCode) }
			return nil
		}, b)
	}`, clientErr},
	{"permanent", `func f(c *http.Client, req *http.Request, b backoff.BackOff) error {
		op := func() error {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode >= 500 || resp.StatusCode == 429 { return errors.New("again") }
			if resp.StatusCode >= 400 { return backoff.Permanent(fmt.Errorf("status %d", resp.StatusCode)) }
			return nil
		}
		return backoff.RetryNotify(op, b, nil)
	}`, serverAnd},
	{"permanent in a helper", `func check(resp *http.Response) error {
		switch {
		case resp.StatusCode == 429, resp.StatusCode >= 500: return errors.New("again")
		case resp.StatusCode >= 400: return fmt.Errorf("check: %w", backoff.Permanent(errors.New("client")))
		}
		return nil
	}
	func f(c *http.Client, req *http.Request, b backoff.BackOff) error {
		return backoff.Retry(func() error {
			resp, err := c.Do(req)
			if err != nil { return err }
			return check(resp)
		}, b)
	}`, serverAnd},
	{"captured response", `func f(c *http.Client, req *http.Request, b backoff.BackOff) (resp *http.Response, err error) {
		err = backoff.Retry(func() error {
			resp, err = c.Do(req)
			if err != nil { return err }
			if resp.StatusCode >= 500 { return errors.New("again") }
			return nil
		}, b)
		return resp, err
	}`, serverErr},
	{"method value", `type client struct { c *http.Client; req *http.Request }
	func (c *client) once() error {
		_, err := c.c.Do(c.req)
		return err
	}
	func f(c *client, b backoff.BackOff) error { return backoff.Retry(c.once, b) }`, transport},
	{"with data", `func f(c *http.Client, req *http.Request, b backoff.BackOff) ([]byte, error) {
		return backoff.RetryWithData(func() ([]byte, error) {
			resp, err := c.Do(req)
			if err != nil { return nil, err }
			if resp.StatusCode != 429 { return io.ReadAll(resp.Body) }
			return nil, errors.New("again")
		}, b)
	}`, "yes: E 429; no: 200 301 400 401 403 404 408 409 418 422 425 500 501 502 503 504"},
	{"interface", `type doer interface { Do(*http.Request) (*http.Response, error) }
	func f(c doer, req *http.Request) error {
		for range 3 {
			resp, err := c.Do(req)
			if err != nil { continue }
			if resp.StatusCode < 500 { return nil }
		}
		return errors.New("gave up")
	}`, serverErr},
	{"function value", `type sender struct { send func(*http.Request) (*http.Response, error) }
	func (s *sender) f(req *http.Request) error {
		for range 3 {
			resp, err := s.send(req)
			if err == nil && resp.StatusCode < 500 { return nil }
		}
		return errors.New("gave up")
	}`, serverErr},
	{"transport that calls the next again", `type again struct { next http.RoundTripper }
	func (t again) RoundTrip(req *http.Request) (*http.Response, error) {
		for i := 0; ; i++ {
			resp, err := t.next.RoundTrip(req)
			if i == 3 || err != nil || resp.StatusCode != 429 { return resp, err }
		}
	}`, only429},
	{"inverted", `func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if !(err == nil) { continue }
			if !(resp.StatusCode < 500) { continue } else { return nil }
		}
	}`, serverErr},
	{"ifs for a switch", `func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { continue }
			if resp.StatusCode < 400 { return nil }
			if resp.StatusCode == 429 || resp.StatusCode >= 500 { continue }
			return fmt.Errorf("status %d", resp.StatusCode)
		}
	}`, serverAnd},
	{"variable for the code", `func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { continue }
			code := resp.StatusCode
			retry := code == 429
			if code >= 500 { retry = true }
			if !retry { return nil }
		}
	}`, serverAnd},
	{"method of the error", `func (e *statusError) temporary() bool { return e.code == 429 || e.code >= 500 }
	func get(c *http.Client, req *http.Request) error {
		resp, err := c.Do(req)
		if err != nil { return &statusError{503} }
		if resp.StatusCode >= 400 { return &statusError{resp.StatusCode} }
		return nil
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			err := get(c, req)
			var status *statusError
			if errors.As(err, &status) && status.temporary() { continue }
			return err
		}
	}`, serverAnd},
	{"copy of an element", `type batch struct { entries []entry }
	type entry struct { name string; done bool }
	func last(b *batch) *entry {
		for _, e := range b.entries {
			if e.done { return &e }
		}
		return nil
	}
	func f(c *http.Client, req *http.Request, load func() batch) error {
		for {
			resp, err := c.Do(req)
			if err != nil { return err }
			b := load()
			if resp.StatusCode != 503 || last(&b) == nil { return nil }
		}
	}`, only503},
	{"error kept by what sends", `type pages struct { c *http.Client; url string; items []string; err error }
	func (p *pages) next() bool {
		resp, err := p.c.Get(p.url)
		if err == nil && resp.StatusCode != 200 { err = errors.New(resp.Status) }
		if err != nil { p.err = err; return false }
		p.items = append(p.items, resp.Status)
		return true
	}
	func (p *pages) Err() error { return p.err }
	type poller struct { it *pages }
	func (p *poller) poll() error {
		for {
			if p.it.next() { return nil }
			if p.it.Err() != nil || p.it.err != nil { return p.it.err }
			time.Sleep(time.Minute)
		}
	}`, "no: 200; ?: E 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504"},
	{"error kept by a transport", `type tap struct { http.RoundTripper; err error }
	func send(req *http.Request) error {
		t := &tap{RoundTripper: http.DefaultTransport}
		resp, err := (&http.Client{Transport: t}).Do(req)
		if err != nil { return t.err }
		return resp.Body.Close()
	}
	func poll(req *http.Request, ready func() bool) error {
		if err := send(req); err != nil { return err }
		if ready() { return nil }
		return poll(req, ready)
	}`, "yes: 200 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504; ?: E"},
	{"another code that the user types in", `func register(c *http.Client, url string, ask func() string) error {
		code := promptForCode()
		resp, err := c.Get(url + code)
		if err != nil || resp.StatusCode != 200 { return register(c, url, ask) }
		return nil
	}
	func promptForCode() string { var code string; _, _ = fmt.Scan(&code); return code }`, ""},
	{"library asks a function", `func f(c *http.Client, req *http.Request) error {
		return avast.Do(func() error {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode != 200 { return fmt.Errorf("get: %w", &statusError{resp.StatusCode}) }
			return nil
		}, avast.Attempts(3), avast.RetryIf(worthIt))
	}
	func worthIt(err error) bool {
		var status *statusError
		return !errors.As(err, &status) || status.code == 429 || status.code >= 500
	}`, serverAnd},
	{"library asks a closure", `func f(c *http.Client, req *http.Request, limit int) error {
		tries := 0
		return avast.Do(func() error {
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode != 200 { err = errors.New(resp.Status) }
			return err
		}, avast.RetryIf(func(err error) bool { tries++; return err != nil && tries < limit }))
	}`, "yes: E 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504; no: 200"},
	{"library asks something unknown", `func f(c *http.Client, req *http.Request, worthIt func(error) bool) error {
		return avast.Do(func() error {
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode != 200 { err = errors.New(resp.Status) }
			return err
		}, avast.RetryIf(worthIt))
	}`, ""},
	{"library error", `func f(api *slack.Client) error {
		for {
			_, _, err := api.PostMessage("general", slack.MsgOptionText("hello", false))
			if err == nil || errors.Is(err, context.Canceled) { return err }
		}
	}`, anyFailure},
	{"library error of a type", `func f(api *slack.Client) error {
		for {
			_, _, err := api.PostMessage("general", slack.MsgOptionText("hello", false))
			var limited *slack.RateLimitedError
			if !errors.As(err, &limited) { return err }
		}
	}`, "yes: E; no: 200; ?: 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504"},
	{"library error passed on", `func post(api *slack.Client) error {
		if _, _, err := api.PostMessage("general", slack.MsgOptionText("hello", false)); err != nil { return fmt.Errorf("post: %w", err) }
		return nil
	}
	func f(api *slack.Client) error {
		for {
			err := post(api)
			if err == nil { return nil }
			var status *statusError
			if errors.As(err, &status) { return status }
		}
	}`, anyFailure},
	{"library response", `func f(ctx context.Context, api *slack.Client) error {
		for {
			channel, _, err := api.PostMessageContext(ctx, "general", slack.MsgOptionText("hello", false))
			if err == nil || channel == "gone" { return err }
		}
	}`, "no: 200; ?: E 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504"},
	{"as type", `func get(c *http.Client, req *http.Request) error {
		resp, err := c.Do(req)
		if err != nil { return err }
		if resp.StatusCode != 200 { return fmt.Errorf("get: %w", &statusError{resp.StatusCode}) }
		return nil
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			err := get(c, req)
			if err == nil { return nil }
			if status, ok := errors.AsType[*statusError](err); ok && (status.code == 401 || status.code == 403 || status.code == 404) { return err }
		}
	}`, allButTwo},
	{"own unwrap", `type wrapped struct { inner error }
	func (w wrapped) Error() string { return "wrapped" }
	func (w wrapped) Unwrap() error { return w.inner }
	var errGone = errors.New("gone")
	func get(c *http.Client, req *http.Request) error {
		resp, err := c.Do(req)
		if err != nil { return wrapped{err} }
		switch resp.StatusCode {
		case 200: return nil
		case 401, 403, 404: return wrapped{errGone}
		}
		return wrapped{errors.New("other")}
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			err := get(c, req)
			if err == nil || errors.Is(err, errGone) { return err }
		}
	}`, allButTwo},
	{"state in the receiver", `type client struct { c *http.Client; last int }
	func (c *client) f(req *http.Request) error {
		for {
			resp, err := c.c.Do(req)
			if err != nil { return err }
			c.last = resp.StatusCode
			if c.last == 429 { continue }
			return nil
		}
	}`, only429},
	{"context", `func f(ctx context.Context, c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode < 500 { return nil }
			select {
			case <-ctx.Done(): return ctx.Err()
			case <-time.After(time.Second):
			}
		}
	}`, serverErr},
	{"other request first", `func login(c *http.Client) error {
		resp, err := c.Get("https://example.com/login")
		if err != nil { return err }
		if resp.StatusCode != 200 { return errors.New("login") }
		return nil
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode != 401 { return nil }
			if err := login(c); err != nil { return err }
		}
	}`, "yes: 401; no: E 200 301 400 403 404 408 409 418 422 425 429 500 501 502 503 504"},
	{"by retry-go", `func f(c *http.Client, req *http.Request) error {
		return avast.Do(func() error {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode == 429 || resp.StatusCode >= 500 { return errors.New("again") }
			if resp.StatusCode >= 400 { return avast.Unrecoverable(errors.New("client")) }
			return nil
		}, avast.Attempts(3))
	}`, serverAnd},
	{"by retry-go until the content is right", `func parse(b []byte) (int, error)
	func f(c *http.Client, req *http.Request) error {
		return avast.Do(func() error {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode != 200 { return errors.New("status") }
			b, err := io.ReadAll(resp.Body)
			if err != nil { return err }
			_, err = parse(b)
			return err
		}, avast.Attempts(3))
	}`, "yes: E 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504; ?: 200"},
	{"by go-retry", `func f(ctx context.Context, c *http.Client, req *http.Request, b retry.Backoff) error {
		return retry.Do(ctx, b, func(context.Context) error {
			resp, err := c.Do(req)
			if err != nil { return retry.RetryableError(err) }
			if resp.StatusCode == 429 || resp.StatusCode >= 500 { return retry.RetryableError(errors.New("again")) }
			if resp.StatusCode >= 400 { return errors.New("client") }
			return nil
		})
	}`, serverAnd},
	{"try while the number of the attempt allows it", `func f(c *http.Client, req *http.Request) error {
		return try.Do(func(attempt int) (bool, error) {
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode >= 500 { err = errors.New(resp.Status) }
			return attempt < 5, err
		})
	}`, serverErr},
	{"try while something says of the error that it passes", `func f(c *http.Client, req *http.Request, passes func(error) bool) error {
		return try.Do(func(attempt int) (bool, error) {
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode >= 500 { err = errors.New(resp.Status) }
			return passes(err), err
		})
	}`, "no: 200 301 400 401 403 404 408 409 418 422 425 429; ?: E 500 501 502 503 504"},
	{"by try", `func f(c *http.Client, req *http.Request) error {
		return try.Do(func(attempt int) (bool, error) {
			resp, err := c.Do(req)
			if err != nil { return true, err }
			if resp.StatusCode >= 400 { return resp.StatusCode == 429 || resp.StatusCode >= 500, errors.New("status") }
			return false, nil
		})
	}`, serverAnd},
	{"by roko", `func f(c *http.Client, req *http.Request) error {
		return roko.NewRetrier().Do(func(r *roko.Retrier) error {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode == 429 || resp.StatusCode >= 500 { r.SetNextInterval(time.Second); return errors.New("again") }
			if resp.StatusCode >= 400 { r.Break(); return errors.New("client") }
			return nil
		})
	}`, serverAnd},
	{"what an error of an unknown format says, by a regular expression", `type matcher interface { MatchString(string) bool }
	func get(c *http.Client, req *http.Request, format string) error {
		resp, err := c.Do(req)
		if err != nil { return fmt.Errorf(format, err) }
		if resp.StatusCode >= 400 { return fmt.Errorf(format, resp.Status) }
		return nil
	}
	func f(c *http.Client, req *http.Request, busy matcher, format string) error {
		for {
			err := get(c, req, format)
			if err == nil { return nil }
			if !busy.MatchString(err.Error()) { return err }
		}
	}`, "no: 200 301; ?: E 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504"},
	{"a tree", `type node struct { url string; kids []*node }
	func fetch(c *http.Client, n *node) error {
		for _, kid := range n.kids {
			if err := fetch(c, kid); err != nil { return err }
		}
		resp, err := c.Get(n.url)
		if err != nil { return err }
		if resp.StatusCode >= 400 { return fetch(c, n.kids[0]) }
		return nil
	}`, ""},
	{"by failsafe, any error", `func f(c *http.Client, req *http.Request) (*http.Response, error) {
		policy := retrypolicy.NewBuilder[*http.Response]().WithMaxRetries(3).WithBackoff(time.Second, time.Minute).Build()
		return failsafe.With[*http.Response](policy).Get(func() (*http.Response, error) { return c.Do(req) })
	}`, transport},
	{"by failsafe, what a function handles", `func f(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
		policy := retrypolicy.NewBuilder[*http.Response]().HandleIf(func(resp *http.Response, err error) bool {
			return err != nil || resp.StatusCode >= 400
		}).WithDelay(time.Second).Build()
		return failsafe.With[*http.Response](policy).WithContext(ctx).Get(func() (*http.Response, error) { return c.Do(req) })
	}`, clientErr},
	{"by failsafe, what a function handles of an error", `func handled(_ any, err error) bool {
		var status *statusError
		return errors.As(err, &status) && status.code >= 500
	}
	func f(c *http.Client, req *http.Request) error {
		return failsafe.With[any](retrypolicy.NewBuilder[any]().HandleIf(handled).Build()).Run(func() error {
			resp, err := c.Do(req)
			if err != nil { return &statusError{500} }
			if resp.StatusCode >= 400 { return &statusError{resp.StatusCode} }
			return nil
		})
	}`, serverErr},
	{"by failsafe, but not always", `func f(c *http.Client, req *http.Request) (*http.Response, error) {
		policy := retrypolicy.NewBuilder[*http.Response]().AbortIf(func(resp *http.Response, err error) bool { return err != nil }).Build()
		return failsafe.With[*http.Response](policy).Get(func() (*http.Response, error) { return c.Do(req) })
	}`, ""},
	{"by gax", `func f(ctx context.Context, c *http.Client, req *http.Request) error {
		return gax.Invoke(ctx, func(context.Context, gax.CallSettings) error {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode >= 400 { return &statusError{resp.StatusCode} }
			return nil
		}, gax.WithTimeout(time.Minute), gax.WithRetry(func() gax.Retryer {
			return gax.OnErrorFunc(gax.Backoff{}, func(err error) bool {
				var status *statusError
				return !errors.As(err, &status) || status.code == 429 || status.code >= 500
			})
		}))
	}`, serverAnd},
	{"once by gax", `func f(ctx context.Context, c *http.Client, req *http.Request) error {
		return gax.Invoke(ctx, func(context.Context, gax.CallSettings) error {
			_, err := c.Do(req)
			return err
		})
	}`, ""},
	{"by gax, for codes", `func f(ctx context.Context, c *http.Client, req *http.Request) error {
		return gax.Invoke(ctx, func(context.Context, gax.CallSettings) error {
			_, err := c.Do(req)
			return err
		}, gax.WithRetry(func() gax.Retryer { return gax.OnHTTPCodes(gax.Backoff{}, 503) }))
	}`, ""},
	{"by roko, where code that isn't seen may end it", `func f(c *http.Client, req *http.Request, leave func(*roko.Retrier, error)) error {
		return roko.NewRetrier().Do(func(r *roko.Retrier) error {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode < 400 { return nil }
			err = fmt.Errorf("status %d", resp.StatusCode)
			leave(r, err)
			return err
		})
	}`, "yes: E; no: 200 301; ?: 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504"},
	{"by wait", `func f(ctx context.Context, c *http.Client, req *http.Request) error {
		return wait.PollUntilContextTimeout(ctx, time.Second, time.Minute, true, func(context.Context) (bool, error) {
			resp, err := c.Do(req)
			if err != nil { return false, nil }
			if resp.StatusCode == 429 || resp.StatusCode >= 500 { return false, nil }
			if resp.StatusCode >= 400 { return false, errors.New("client") }
			return true, nil
		})
	}`, serverAnd},
	{"what an error says", `func send(c *http.Client, url string) error {
		resp, err := c.Get(url)
		if err != nil { return fmt.Errorf("get %s: %w", url, err) }
		if resp.StatusCode != 200 {
			body, _ := io.ReadAll(resp.Body)
			return fmt.Errorf("get %s: status %d: %s", url, resp.StatusCode, body)
		}
		return nil
	}
	func f(c *http.Client, url string) error {
		var err error
		for range 3 {
			if err = send(c, url); err == nil { return nil }
			msg := strings.ToLower(err.Error())
			if !strings.Contains(msg, "429") && !strings.Contains(msg, "status 5") && !strings.Contains(msg, "connection refused") { return err }
		}
		return err
	}`, "yes: E 429 500 501 502 503 504; no: 200; ?: 301 400 401 403 404 408 409 418 422 425"},
	{"what an error says of its status", `func send(c *http.Client, req *http.Request) error {
		resp, err := c.Do(req)
		if err != nil { return err }
		if resp.StatusCode != 200 {
			body, _ := io.ReadAll(resp.Body)
			return errors.New("HTTP " + strconv.Itoa(resp.StatusCode) + ": " + string(body))
		}
		return nil
	}
	func f(c *http.Client, req *http.Request) error {
		return avast.Do(func() error { return send(c, req) }, avast.RetryIf(func(err error) bool {
			return !strings.Contains(err.Error(), "401") && !strings.HasPrefix(err.Error(), "HTTP 403")
		}))
	}`, "yes: E 301 400 404 408 409 418 422 425 429 500 501 502 503 504; no: 200 401 403"},
	{"what an error of one's own says", `type apiError struct { Status string }
	func (e *apiError) Error() string { return "failed with " + e.Status }
	func f(c *http.Client, req *http.Request) error {
		op := func() error {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode != 200 { return &apiError{resp.Status} }
			return nil
		}
		for {
			if err := op(); err == nil || strings.Contains(err.Error(), "Too Many Requests") { return err }
		}
	}`, "yes: E; no: 200; ?: 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504\n" +
		"yes: E 301 400 401 403 404 408 409 418 422 425 500 501 502 503 504; no: 200 429"},
	{"what a sentinel says", `var errClient = errors.New("client error")
	func send(c *http.Client, req *http.Request) error {
		resp, err := c.Do(req)
		if err != nil { return err }
		if resp.StatusCode >= 500 { return fmt.Errorf("[api] status %d", resp.StatusCode) }
		if resp.StatusCode >= 400 { return fmt.Errorf("[api] %w", errClient) }
		return nil
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			err := send(c, req)
			if err == nil || strings.Contains(err.Error(), "client error") || strings.Contains(err.Error(), "code 503") { return err }
		}
	}`, "yes: E 500 501 502 503 504; no: 200 301; ?: 400 401 403 404 408 409 418 422 425 429"},
	{"what an error of an own package says", `func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode != 200 { err = ours.WithMessage(ours.Errorf("status")) }
			if err == nil || strings.Contains(err.Error(), "closed") { return err }
		}
	}`, anyBut200},
	{"what the answer says", `func send(c *http.Client, req *http.Request) error {
		resp, err := c.Do(req)
		if err != nil { return err }
		if resp.StatusCode != 200 {
			body, _ := io.ReadAll(resp.Body)
			return errors.New(string(body))
		}
		return nil
	}
	func f(c *http.Client, req *http.Request) error {
		for {
			if err := send(c, req); err == nil || !strings.Contains(err.Error(), "503") { return err }
		}
	}`, "no: E 200; ?: 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504"},
	{"what a library's error says", `func f(ctx context.Context, c *slack.Client) error {
		for {
			_, _, err := c.PostMessageContext(ctx, "general")
			if err == nil || strings.HasPrefix(err.Error(), "closed") || strings.Contains(err.Error(), "401") { return err }
		}
	}`, "yes: E 400 403 404 408 409 418 422 425 429 500 501 502 503 504; no: 200 401; ?: 301"},
	{"pages", `func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode != 200 { return errors.New("status") }
		}
	}`, ""},
	{"pages by a closure", `func f(c *http.Client, req *http.Request, n int) (all []*http.Response, err error) {
		page := func(i int) error {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode != 200 { return errors.New(resp.Status) }
			all = append(all, resp)
			return nil
		}
		for i := 0; i < n; i++ {
			if err := page(i); err != nil { return nil, err }
		}
		return all, nil
	}`, "yes: 200; no: E; ?: 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504\n" +
		"yes: 200; no: E 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504"},
	{"keys", `type keys struct { all []string; n int }
	func (k *keys) Next() (string, bool) { k.n++; return k.all[k.n], k.n < len(k.all) }
	func f(c *http.Client, k *keys) error {
		for {
			key, ok := k.Next()
			if !ok { return errors.New("none is accepted") }
			req, err := http.NewRequest("GET", "https://example.com", nil)
			if err != nil { return err }
			req.Header.Set("Authorization", key)
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode == 200 { return nil }
		}
	}`, ""},
	{"keys in a payload", `type keys struct { all []string; n int }
	func (k *keys) Next() string { k.n++; return k.all[k.n] }
	func encode(payload map[string]string) io.Reader
	func f(c *http.Client, k *keys) error {
		for range 5 {
			payload := map[string]string{"key": k.Next()}
			resp, err := c.Post("https://example.com", "application/json", encode(payload))
			if err == nil && resp.StatusCode == 200 { return nil }
		}
		return errors.New("none is accepted")
	}`, ""},
	{"health", `func f(c *http.Client, req *http.Request, gone func() bool) {
		for i := 0; i < 30; i++ {
			if gone() { return }
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode == 200 { fmt.Println("up"); continue }
		}
	}`, ""},
	{"headers that are copied", `func f(c *http.Client, headers map[string]string, keys []string) (*http.Response, error) {
		for {
			req, err := http.NewRequest("GET", "https://example.com", nil)
			if err != nil { return nil, err }
			for k, v := range headers { req.Header.Set(k, v) }
			for _, key := range keys { req.Header.Add("Key", key) }
			resp, err := c.Do(req)
			if err != nil || resp.StatusCode != 429 { return resp, err }
		}
	}`, only429},
	{"path that gets shorter", `func f(c *http.Client, path string) error {
		for path != "" {
			if _, err := c.Get(path); err == nil { return nil }
			path = path[:len(path)/2]
		}
		return errors.New("none")
	}`, ""},
	{"user who is asked again", `func f(c *http.Client, ask func(*string)) error {
		token := ""
		for {
			ask(&token)
			if _, err := c.Get("https://example.com/" + token); err == nil { return nil }
		}
	}`, ""},
	{"parents", `func parent(id string) string
	func f(c *http.Client, id string) error {
		if _, err := c.Get(id); err == nil { return nil }
		return f(c, parent(id))
	}`, ""},
	{"every hour", `func f(c *http.Client, ticks <-chan time.Time) {
		check := func() error {
			resp, err := c.Get("https://example.com")
			if err != nil { return err }
			if resp.StatusCode != 200 { return errors.New(resp.Status) }
			return nil
		}
		for range ticks { check() }
	}`, ""},
	{"each tick until it works", `func f(c *http.Client, ticks <-chan time.Time) error {
		for range ticks {
			resp, err := c.Get("https://example.com")
			if err == nil && resp.StatusCode == 200 { return nil }
		}
		return errors.New("closed")
	}`, anyBut200},
	{"hooks that are given the answer", `type result struct { resp *http.Response; body []byte }
	func f(c *http.Client, req *http.Request, hooks []func(*result) error) error {
		for range 3 {
			resp, err := c.Do(req)
			if err != nil { return err }
			r := &result{resp: resp}
			for _, hook := range hooks {
				if err := hook(r); err != nil { return err }
			}
			if r.resp.StatusCode < 500 { return nil }
		}
		return errors.New("gave up")
	}`, "yes: 500 501 502 503 504; no: E 200 301 400 401 403 404 408 409 418 422 425 429"},
	{"resty", `func f(c *resty.Client) error {
		for range 3 {
			resp, err := c.R().Get("https://example.com")
			if err != nil { return err }
			if !resp.IsError() { return nil }
			if resp.StatusCode() < 500 { return errors.New(resp.String()) }
		}
		return errors.New("gave up")
	}`, "yes: 500 501 502 503 504; no: E 200 301 400 401 403 404 408 409 418 422 425 429"},
	{"resty condition", `func again(resp *resty.Response, err error) bool {
		return err != nil || resp.StatusCode() == 429 || resp.StatusCode() >= 500
	}`, serverAnd},
	{"resty condition on any error", `func f(c *resty.Client) { c.AddRetryCondition(func(resp *resty.Response, _ error) bool { return resp.IsError() }) }`,
		"yes: 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504; no: E 200 301"},
	{"error of a context that ended", `func send(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
		resp, err := c.Do(req)
		if err != nil { return nil, err }
		defer println()
		if resp.StatusCode == 429 {
			<-ctx.Done()
			return nil, ctx.Err()
		}
		return resp, nil
	}
	func f(ctx context.Context, c *http.Client, req *http.Request) error {
		for {
			resp, err := send(ctx, c, req)
			if err != nil { return err }
			if resp != nil && resp.StatusCode < 500 { return nil }
		}
	}`, "yes: 500 501 502 503 504; no: E 200 301 400 401 403 404 408 409 418 422 425 429"},
	{"options that are put together", `func f(ctx context.Context, c *http.Client, req *http.Request, tries uint) (*http.Response, error) {
		opts := []backoff5.RetryOption{backoff5.WithMaxElapsedTime(time.Minute)}
		if tries > 0 { opts = append(opts, backoff5.WithMaxTries(tries)) }
		return backoff5.Retry(ctx, func() (*http.Response, error) {
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode >= 500 { return nil, errors.New("failed") }
			return resp, err
		}, opts...)
	}`, serverErr},
	{"numbered addresses", `func f(c *http.Client) error {
		for i := 0; i < 3; i++ {
			resp, err := c.Get(fmt.Sprintf("https://mirror%d.example.com", i))
			if err == nil && resp.StatusCode == 200 { return nil }
		}
		return errors.New("none")
	}`, ""},
	{"numbered attempts", `func f(ctx context.Context, c *http.Client) error {
		for i := 0; i < 3; i++ {
			req, err := http.NewRequestWithContext(context.WithValue(ctx, 0, "attempt " + strconv.Itoa(i)), "GET", "https://example.com", nil)
			if err != nil { return err }
			req.Header.Set("X-Attempt", fmt.Sprintf("%d of 3", i))
			req.Header.Set("X-Request-Id", strconv.Itoa(rand.Int()))
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode == 200 { return nil }
		}
		return errors.New("none")
	}`, anyBut200},
	{"another port at random", `func f(port func(int) http.RoundTripper) error {
		for range 5 {
			c := &http.Client{Transport: port(rand.IntN(1024))}
			resp, err := c.Get("https://example.com")
			if err == nil && resp.StatusCode == 200 { return nil }
		}
		return errors.New("none")
	}`, ""},
	{"first mirror that answers", `func f(c *http.Client, urls []string) error {
		for _, u := range urls {
			resp, err := c.Get(u)
			if err == nil && resp.StatusCode == 200 { return nil }
		}
		return errors.New("none")
	}`, ""},
	{"functions that only share a name", `func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err == nil && resp.StatusCode < 500 { return nil }
			if ours.Is(err) || ours.As(err) != nil || ours.Wrap() != nil { return err }
		}
	}`, "no: 200 301 400 401 403 404 408 409 418 422 425 429; ?: E 500 501 502 503 504"},
	{"worker", `type job struct { name, url string }
	func get(c *http.Client, url string) error {
		resp, err := c.Get(url)
		if err != nil { return err }
		if resp.StatusCode > 299 { return errors.New("status") }
		return nil
	}
	func f(c *http.Client, jobs chan job, results chan error) {
		for j := range jobs { results <- get(c, j.url) }
	}`, ""},
	{"body decides", `func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { return err }
			b, _ := io.ReadAll(resp.Body)
			if len(b) > 3 { return nil }
		}
	}`, ""},
}

func TestTables(t *testing.T) {
	for _, program := range programs {
		t.Run(program.name, func(t *testing.T) {
			var got []string
			for _, r := range Find(build(t, program.src)) {
				got = append(got, r.String())
			}
			if got := strings.Join(got, "\n"); got != program.want {
				t.Errorf("got  %s\nwant %s", got, program.want)
			}
		})
	}
}

// own returns a package that is called errors and has little in common with the standard one.
func own(path string) (*types.Package, error) {
	file, err := parser.ParseFile(fset, path, `package errors
		func Is(error) bool { return false }
		func As(error) *int { return nil }
		func Wrap() error { return nil }
		func WithMessage(error) error { return nil }
		func Errorf(string) error { return nil }`, 0)
	if err != nil {
		return nil, err
	}
	pkg, err := (&types.Config{}).Check(path, fset, []*ast.File{file}, nil)
	libraries[path] = pkg
	return pkg, err
}

// TestRetryAfter plays a loop that repeats only what the service asks it to.
func TestRetryAfter(t *testing.T) {
	pkg := build(t, `func f(c *http.Client, req *http.Request) error {
		for {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode == 429 && resp.Header.Get("retry-after") != "" { continue }
			return nil
		}
	}`)
	r := Find(pkg)
	if len(r) != 1 {
		t.Fatalf("%d regions", len(r))
	}
	const want = "yes: 429+; no: E 200 301 400 401 403 404 408 409 418 422 425 429 500 501 502 503 504"
	if got := r[0].String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if rows := r[0].Repeated(429); len(rows) != 1 || rows[0].Stop != flow.No {
		t.Errorf("repeated after 429: %+v", rows)
	}
}

// TestTooMuch plays functions that send many requests in turn: one with too many isn't understood.
func TestTooMuch(t *testing.T) {
	for sends, want := range map[int]flow.Tri{40: flow.Yes, 120: flow.Unknown} {
		var src strings.Builder
		src.WriteString("func all(c *http.Client, urls []string) error {\n")
		for i := range sends {
			fmt.Fprintf(&src, "\tif resp, err := c.Get(urls[%d]); err != nil { return err } else if resp.StatusCode != 200 { return errors.New(resp.Status) }\n", i)
		}
		src.WriteString(`	return nil
		}
		func f(c *http.Client, urls []string) error {
			for range 3 {
				if err := all(c, urls); err == nil { return nil }
			}
			return errors.New("gave up")
		}`)
		regions := Find(build(t, src.String()))
		if len(regions) != 1 {
			t.Fatalf("%d sends: %d regions", sends, len(regions))
		}
		if got := regions[0].Row(500).Repeat; got != want {
			t.Errorf("%d sends are repeated after 500: %v, want %v", sends, got, want)
		}
	}
}

// TestDescribed has more functions than are described to importers: of the small ones none is left out.
func TestDescribed(t *testing.T) {
	pass := check(t, turns())
	described := map[string]bool{}
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
		if does, ok := fact.(*summary.Does); ok && len(does.Plays) > 0 {
			described[obj.Name()] = true
		}
	}
	summarize(t, pass)
	if !described["Get0"] || !described["Get9"] || described["Update39"] {
		t.Errorf("described are %v", slices.Sorted(maps.Keys(described)))
	}
}

// TestManyEnds calls functions in turn each of which returns one of many things: what they return is told apart no further
// than whether they failed.
func TestManyEnds(t *testing.T) {
	var src strings.Builder
	src.WriteString("func get(c *http.Client, n int) (string, error) {\n\tresp, err := c.Get(\"https://example.com\")\n\tif err != nil { return \"\", err }\n")
	for i := range 40 {
		fmt.Fprintf(&src, "\tif n == %d { return \"%d\", nil }\n", i, i)
	}
	src.WriteString(`	if resp.StatusCode != 200 { return "", fmt.Errorf("status %d", resp.StatusCode) }
		return "", nil
	}
	func all(c *http.Client, n []int) error {
`)
	for i := range 30 {
		fmt.Fprintf(&src, "\tif _, err := get(c, n[%d]); err != nil { return err }\n", i)
	}
	src.WriteString(`	return nil
	}
	func f(c *http.Client, n []int) error {
		for range 3 {
			if err := all(c, n); err == nil { return nil }
		}
		return errors.New("gave up")
	}`)
	regions := Find(build(t, src.String()))
	if len(regions) != 1 {
		t.Fatalf("%d regions", len(regions))
	}
	if row := regions[0].Row(0); row.Repeat != flow.Yes || !row.Whole {
		t.Errorf("after an error: %+v", row)
	}
}

var (
	fset = token.NewFileSet()
	std  = importer.ForCompiler(fset, "source", nil)
)

// libraries are stubs of the libraries that the programs import.
var libraries = map[string]*types.Package{}

// imports imports packages of the standard library, and stubs of others.
type imports struct{}

func (imports) Import(path string) (*types.Package, error) {
	if !strings.Contains(path, ".") {
		return std.Import(path)
	}
	if pkg := libraries[path]; pkg != nil {
		return pkg, nil
	}
	if path == "example.com/ours/errors" {
		return own(path)
	}
	dir := filepath.Join("../../testdata/src", path)
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, name := range names {
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	pkg, err := (&types.Config{Importer: imports{}}).Check(path, fset, files, nil)
	libraries[path] = pkg
	return pkg, err
}

// build builds the program that consists of the prelude and src.
func build(t testing.TB, src string) *summary.Package {
	t.Helper()
	return summarize(t, check(t, src))
}

// check type-checks the program that consists of the prelude and src.
func check(t testing.TB, src string) *analysis.Pass {
	t.Helper()
	file, err := parser.ParseFile(fset, "p.go", prelude+src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	pkg, err := (&types.Config{Importer: imports{}}).Check("p", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	return &analysis.Pass{
		Analyzer: summary.Analyzer, Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info,
		ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportObjectFact:  func(types.Object, analysis.Fact) {},
		ExportPackageFact: func(analysis.Fact) {},
	}
}

// summarize builds the program of a pass, and describes its functions.
func summarize(t testing.TB, pass *analysis.Pass) *summary.Package {
	t.Helper()
	result, err := summary.Analyzer.Run(pass)
	if err != nil {
		t.Fatal(err)
	}
	return result.(*summary.Result).Production
}
