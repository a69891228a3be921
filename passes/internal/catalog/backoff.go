package catalog

// cenkaltiBackoff describes github.com/cenkalti/backoff, v2 to v5.
//
// An error is tried again unless it is, or wraps, a PermanentError. v5 takes a context first. The waits of an
// ExponentialBackOff end after 15 minutes (DefaultMaxElapsedTime), in v5 those of Retry whatever the schedule; a
// MaxElapsedTime of 0 is none.
var cenkaltiBackoff = Library{
	Path: "github.com/cenkalti/backoff",
	Funcs: []Func{
		{Name: "github.com/cenkalti/backoff.Retry", Role: Retry, Func: Arg0, Again: OnError, Inner: Arg1},
		{Name: "github.com/cenkalti/backoff.Retry", Role: Retry, Func: Arg1, Context: Arg0, Options: Arg2, Again: OnError, Wait: OtherWaits, Bound: Bounded},
		{Name: "github.com/cenkalti/backoff.RetryNotify", Role: Retry, Func: Arg0, Again: OnError, Inner: Arg1},
		{Name: "github.com/cenkalti/backoff.RetryNotifyWithTimer", Role: Retry, Func: Arg0, Again: OnError, Inner: Arg1},
		{Name: "github.com/cenkalti/backoff.RetryWithData", Role: Retry, Func: Arg0, Again: OnError, Inner: Arg1},
		{Name: "github.com/cenkalti/backoff.RetryNotifyWithData", Role: Retry, Func: Arg0, Again: OnError, Inner: Arg1},
		{Name: "github.com/cenkalti/backoff.RetryNotifyWithTimerAndData", Role: Retry, Func: Arg0, Again: OnError, Inner: Arg1},
		{Name: "github.com/cenkalti/backoff.NewExponentialBackOff", Role: Schedule, Options: Arg0, Wait: OtherWaits, Bound: Bounded},
		{Name: "github.com/cenkalti/backoff.NewExponentialBackOff", Role: Schedule, Wait: OtherWaits},
		{Name: "github.com/cenkalti/backoff.NewConstantBackOff", Role: Schedule, Wait: SameWait, Bound: Unbounded},
		{Name: "github.com/cenkalti/backoff.WithMaxRetries", Role: Schedule, Inner: Arg0, Bound: Bounded},
		{Name: "github.com/cenkalti/backoff.WithContext", Role: Schedule, Inner: Arg0, Context: Arg1},
		{Name: "github.com/cenkalti/backoff.WithMaxElapsedTime", Role: Schedule, Limit: Arg0},
		{Name: "github.com/cenkalti/backoff.WithMaxTries", Role: Schedule, Limit: Arg0},
		{Name: "github.com/cenkalti/backoff.WithBackOff", Role: Schedule, Inner: Arg0},
		{Name: "github.com/cenkalti/backoff.WithNotify", Role: Schedule},
		{Name: "github.com/cenkalti/backoff.Permanent", Role: Permanent},
	},
}
