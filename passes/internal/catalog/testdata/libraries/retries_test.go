package libraries

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	avastV3 "github.com/avast/retry-go/v3"
	avastV4 "github.com/avast/retry-go/v4"
	avastV5 "github.com/avast/retry-go/v5"
	"github.com/buildkite/roko"
	"github.com/eapache/go-resiliency/retrier"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
	"github.com/googleapis/gax-go/v2"
	"github.com/matryer/try"
	sethvargo "github.com/sethvargo/go-retry"
	"k8s.io/apimachinery/pkg/util/wait"
)

var errFailed = errors.New("failed")

// An attempts counts the calls of a function.
type attempts int

// fail returns a function that fails each time with err.
func (n *attempts) fail(err error) func() error {
	return func() error {
		*n++
		return err
	}
}

// wrapped is an error around err.
func wrapped(err error) error { return fmt.Errorf("wrapped: %w", err) }

func always(error) bool { return true }

// TestAvastRetry checks how often retry-go calls a function that fails with an error.
func TestAvastRetry(t *testing.T) {
	v3 := func(err error, opts ...avastV3.Option) (n attempts) {
		avastV3.Do(n.fail(err), append(opts, avastV3.Delay(1), avastV3.MaxJitter(1))...)
		return n
	}
	v4 := func(err error, opts ...avastV4.Option) (n attempts) {
		avastV4.Do(n.fail(err), append(opts, avastV4.Delay(1), avastV4.MaxJitter(1))...)
		return n
	}
	v5 := func(err error, opts ...avastV5.Option) (n attempts) {
		avastV5.New(append(opts, avastV5.Delay(1), avastV5.MaxJitter(1))...).Do(n.fail(err))
		return n
	}
	for name, tt := range map[string]struct{ got, want attempts }{
		"v3":                               {v3(errFailed), 10},
		"v3, unrecoverable":                {v3(avastV3.Unrecoverable(errFailed)), 1},
		"v3, wrapped unrecoverable":        {v3(wrapped(avastV3.Unrecoverable(errFailed))), 10},
		"v3, unrecoverable beside RetryIf": {v3(avastV3.Unrecoverable(errFailed), avastV3.RetryIf(always)), 10},
		"v3, Attempts(0)":                  {v3(errFailed, avastV3.Attempts(0)), 0},
		"v4":                               {v4(errFailed), 10},
		"v4, wrapped unrecoverable":        {v4(wrapped(avastV4.Unrecoverable(errFailed))), 1},
		"v4, unrecoverable beside RetryIf": {v4(avastV4.Unrecoverable(errFailed), avastV4.RetryIf(always)), 10},
		"v4, the same with Attempts(0)":    {v4(avastV4.Unrecoverable(errFailed), avastV4.RetryIf(always), avastV4.Attempts(0)), 1},
		"v5":                               {v5(errFailed), 10},
		"v5, wrapped unrecoverable":        {v5(wrapped(avastV5.Unrecoverable(errFailed))), 1},
		"v5, unrecoverable beside RetryIf": {v5(avastV5.Unrecoverable(errFailed), avastV5.RetryIf(always)), 10},
		"v5, the same with Attempts(0)":    {v5(avastV5.Unrecoverable(errFailed), avastV5.RetryIf(always), avastV5.Attempts(0)), 1},
		"v5, unrecoverable of no error":    {v5(avastV5.Unrecoverable(nil)), 1},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %d attempts, want %d", name, tt.got, tt.want)
		}
	}
	var n attempts
	if err := avastV5.New().Do(n.fail(avastV5.Unrecoverable(nil))); err == nil {
		t.Error("Unrecoverable(nil) is no error")
	}
}

// TestSethvargoRetry checks that only errors that were called retryable are tried again.
func TestSethvargoRetry(t *testing.T) {
	backoff := sethvargo.WithMaxRetries(2, sethvargo.NewConstant(1))
	for _, tt := range []struct {
		err  error
		want attempts
	}{
		{errFailed, 1},
		{wrapped(sethvargo.RetryableError(errFailed)), 3},
		{sethvargo.RetryableError(errFailed), 1}, // the call before has used the backoff up
	} {
		var n attempts
		fail := n.fail(tt.err)
		if err := sethvargo.Do(t.Context(), backoff, func(context.Context) error { return fail() }); !errors.Is(err, errFailed) {
			t.Errorf("Do returns %v", err)
		}
		if n != tt.want {
			t.Errorf("%v: %d attempts, want %d", tt.err, n, tt.want)
		}
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	var n attempts
	sethvargo.Constant(done, 1, func(context.Context) error { return n.fail(errFailed)() })
	if n != 0 {
		t.Errorf("%d attempts after the context has ended", n)
	}
}

// TestWait checks that a condition is called again for false without an error, and never for an error.
func TestWait(t *testing.T) {
	condition := func(n *attempts, err error) wait.ConditionFunc {
		return func() (bool, error) {
			err := n.fail(err)()
			return *n == 3, err
		}
	}
	backoff := wait.Backoff{Duration: 1, Steps: 5}
	capped := wait.Backoff{Duration: 1, Factor: 2, Cap: 1, Steps: 5}
	for name, tt := range map[string]struct {
		poll func(wait.ConditionFunc) error
		err  error
		want attempts
	}{
		"ExponentialBackoff":                 {func(c wait.ConditionFunc) error { return wait.ExponentialBackoff(backoff, c) }, nil, 3},
		"ExponentialBackoff, an error":       {func(c wait.ConditionFunc) error { return wait.ExponentialBackoff(backoff, c) }, errFailed, 1},
		"ExponentialBackoff, the cap":        {func(c wait.ConditionFunc) error { return wait.ExponentialBackoff(capped, c) }, nil, 1},
		"ExponentialBackoff, a zero Backoff": {func(c wait.ConditionFunc) error { return wait.ExponentialBackoff(wait.Backoff{}, c) }, nil, 0},
		"PollImmediate, no timeout":          {func(c wait.ConditionFunc) error { return wait.PollImmediate(1, 0, c) }, nil, 3},
		"PollImmediate, an error":            {func(c wait.ConditionFunc) error { return wait.PollImmediate(1, 0, c) }, errFailed, 1},
		"PollUntilContextTimeout, no time": {func(c wait.ConditionFunc) error {
			return wait.PollUntilContextTimeout(t.Context(), 1, 0, true, c.WithContext())
		}, nil, 1},
		"PollUntilContextCancel": {func(c wait.ConditionFunc) error {
			return wait.PollUntilContextCancel(t.Context(), 1, false, c.WithContext())
		}, nil, 3},
	} {
		var n attempts
		tt.poll(condition(&n, tt.err))
		if n != tt.want {
			t.Errorf("%s: %d calls, want %d", name, n, tt.want)
		}
	}
}

// TestRoko checks how a Retrier counts, and what it panics without.
func TestRoko(t *testing.T) {
	r := roko.NewRetrier(roko.WithMaxAttempts(3), roko.WithStrategy(roko.Constant(0)))
	for _, want := range []attempts{3, 1} {
		var n attempts
		r.Do(func(*roko.Retrier) error { return n.fail(errFailed)() })
		if n != want {
			t.Errorf("%d attempts, want %d", n, want)
		}
	}
	var n attempts
	err := roko.NewRetrier(roko.TryForever(), roko.WithStrategy(roko.Constant(time.Hour))).Do(func(r *roko.Retrier) error {
		r.Break()
		return n.fail(errFailed)()
	})
	if n != 1 || err != errFailed {
		t.Errorf("%d attempts and %v after Break", n, err)
	}
	panics := func(name string, f func()) {
		defer func() {
			if recover() == nil {
				t.Errorf("%s doesn't panic", name)
			}
		}()
		f()
	}
	panics("NewRetrier without attempts", func() { roko.NewRetrier() })
	panics("Do without a strategy", func() {
		roko.NewRetrier(roko.TryForever()).Do(func(*roko.Retrier) error { return nil })
	})
}

// TestResiliency checks that a retrier without a classifier tries every error again, and one with a list those in it.
func TestResiliency(t *testing.T) {
	waits := retrier.ConstantBackoff(2, 1)
	for name, tt := range map[string]struct {
		class retrier.Classifier
		want  attempts
	}{
		"no classifier":      {nil, 3},
		"DefaultClassifier":  {retrier.DefaultClassifier{}, 3},
		"an empty whitelist": {retrier.WhitelistClassifier{}, 1},
		"a whitelist":        {retrier.WhitelistClassifier{errFailed}, 3},
		"a blacklist":        {retrier.BlacklistClassifier{errFailed}, 1},
	} {
		var n attempts
		if err := retrier.New(waits, tt.class).Run(n.fail(errFailed)); err != errFailed || n != tt.want {
			t.Errorf("%s: %d attempts and %v, want %d", name, n, err, tt.want)
		}
	}
}

// TestTry checks when try calls a function again.
func TestTry(t *testing.T) {
	for _, tt := range []struct {
		again bool
		err   error
		want  attempts
	}{{true, errFailed, 10}, {false, errFailed, 1}, {true, nil, 1}} {
		var n attempts
		err := try.Do(func(int) (bool, error) { return tt.again, n.fail(tt.err)() })
		if n != tt.want || try.IsMaxRetries(err) != (n == 10) {
			t.Errorf("%t, %v: %d attempts and %v, want %d", tt.again, tt.err, n, err, tt.want)
		}
	}
}

// TestFailsafe checks how often a policy of failsafe calls a function that fails with an error, or returns a result that is
// handled.
func TestFailsafe(t *testing.T) {
	never := func(int, error) bool { return false }
	big := func(n int, _ error) bool { return n > 2 }
	for name, tt := range map[string]struct {
		policy retrypolicy.Builder[int]
		result int
		err    error
		want   attempts
	}{
		"an error":                    {retrypolicy.NewBuilder[int](), 0, errFailed, 3},
		"a result":                    {retrypolicy.NewBuilder[int](), 3, nil, 1},
		"a result that is handled":    {retrypolicy.NewBuilder[int]().HandleIf(big), 3, nil, 3},
		"an error that isn't handled": {retrypolicy.NewBuilder[int]().HandleIf(never), 0, errFailed, 1},
		"no retries":                  {retrypolicy.NewBuilder[int]().WithMaxRetries(0), 0, errFailed, 1},
		"one attempt":                 {retrypolicy.NewBuilder[int]().WithMaxAttempts(1), 0, errFailed, 1},
	} {
		var n attempts
		failsafe.With[int](tt.policy.Build()).Get(func() (int, error) { return tt.result, n.fail(tt.err)() })
		if n != tt.want {
			t.Errorf("%s: %d attempts, want %d", name, n, tt.want)
		}
	}
	var n attempts
	failsafe.With[any](retrypolicy.NewBuilder[any]().WithMaxRetries(-1).Build()).Run(func() error {
		if err := n.fail(errFailed)(); n < 20 {
			return err
		}
		return nil
	})
	if n != 20 {
		t.Errorf("without a limit: %d attempts", n)
	}
}

// TestGax checks that Invoke tries again what a retryer wants, and without one nothing.
func TestGax(t *testing.T) {
	for name, tt := range map[string]struct {
		options []gax.CallOption
		want    attempts
	}{
		"no retryer": {nil, 1},
		"a retryer": {[]gax.CallOption{gax.WithRetry(func() gax.Retryer {
			return gax.OnErrorFunc(gax.Backoff{Initial: 1, Max: 1}, func(err error) bool { return err == errFailed })
		})}, 3},
	} {
		var n attempts
		gax.Invoke(t.Context(), func(context.Context, gax.CallSettings) error {
			if err := n.fail(errFailed)(); n < 3 {
				return err
			}
			return nil
		}, tt.options...)
		if n != tt.want {
			t.Errorf("%s: %d attempts, want %d", name, n, tt.want)
		}
	}
}
