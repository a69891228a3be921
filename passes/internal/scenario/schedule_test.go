package scenario

import (
	"strings"
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// TestSchedules reads off how long libraries wait and whether they end.
func TestSchedules(t *testing.T) {
	const (
		byRoko     = "%.Do(func(*roko.Retrier) error { _, err := c.Do(req); return err })"
		byRetrier  = "%.Run(func() error { _, err := c.Do(req); return err })"
		byFailsafe = "failsafe.With[any](%.Build()).Run(func() error { _, err := c.Do(req); return err })"
		byGax      = "gax.Invoke(%, gax.WithRetry(func() gax.Retryer { return gax.OnErrorFunc(gax.Backoff{}, func(error) bool { return true }) }))"
		byBackoff  = "backoff.Retry(func() error { _, err := c.Do(req); return err }, %)"
	)
	for _, tt := range []struct {
		library, made string
		want          Schedule
	}{
		{byRoko, "roko.NewRetrier(roko.WithMaxAttempts(3), roko.WithStrategy(roko.Constant(time.Second)))", Schedule{catalog.SameWait, flow.Yes}},
		{byRoko, "roko.NewRetrier(roko.WithJitter(), roko.TryForever(), roko.WithStrategy(roko.Constant(time.Second)))", Schedule{catalog.OtherWaits, flow.No}},
		{byRoko, "roko.NewRetrier(roko.WithMaxAttempts(3), roko.WithStrategy(roko.Exponential(time.Second, 0)))", Schedule{catalog.OtherWaits, flow.Yes}},
		{byRoko, "roko.NewRetrier(options...)", Schedule{}},

		{byRetrier, "retrier.New(retrier.ExponentialBackoff(3, time.Second), nil)", Schedule{catalog.OtherWaits, flow.Yes}},
		{byRetrier, "retrier.New(retrier.ExponentialBackoff(3, time.Second), nil).WithInfiniteRetry()", Schedule{catalog.OtherWaits, flow.No}},
		{byRetrier, "retrier.New([]time.Duration{1}, nil).WithSurfaceWorkErrors()", Schedule{Ends: flow.Yes}},

		{byFailsafe, "retrypolicy.NewBuilder[any]()", Schedule{catalog.NoWait, flow.Yes}},
		{byFailsafe, "retrypolicy.NewBuilder[any]().WithMaxRetries(0)", Schedule{catalog.NoWait, flow.Yes}},
		{byFailsafe, "retrypolicy.NewBuilder[any]().WithMaxRetries(-1).WithDelay(time.Second)", Schedule{catalog.SameWait, flow.No}},
		{byFailsafe, "retrypolicy.NewBuilder[any]().WithMaxRetries(-1).WithMaxDuration(time.Minute)", Schedule{catalog.NoWait, flow.Yes}},
		{byFailsafe, "retrypolicy.NewBuilder[any]().WithJitter(time.Second).WithDelay(time.Second).ReturnLastFailure()", Schedule{catalog.OtherWaits, flow.Yes}},

		{byGax, "context.Background(), call", Schedule{catalog.OtherWaits, flow.No}},
		{byGax, "context.Background(), call, gax.WithTimeout(time.Minute)", Schedule{catalog.OtherWaits, flow.Yes}},
		{byGax, "ctx, call", Schedule{catalog.OtherWaits, flow.Yes}},

		{byBackoff, "backoff.WithMaxRetries(backoff.NewConstantBackOff(time.Second), 3)", Schedule{catalog.SameWait, flow.Yes}},
		{byBackoff, "backoff.NewConstantBackOff(time.Second)", Schedule{catalog.SameWait, flow.No}},
	} {
		src := `func f(ctx context.Context, c *http.Client, req *http.Request, options []roko.RetrierOpt) error {
			call := func(context.Context, gax.CallSettings) error { _, err := c.Do(req); return err }
			_ = call
			return ` + strings.Replace(tt.library, "%", tt.made, 1) + `
		}`
		regions := Find(build(t, src))
		if len(regions) != 1 {
			t.Errorf("%s: %d regions", tt.made, len(regions))
			continue
		}
		if got := regions[0].Schedule(); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.made, got, tt.want)
		}
	}
}
