package catalog

// cenkaltiBackoff describes github.com/cenkalti/backoff, v2 to v5.
//
// An error is tried again unless it is, or wraps, a PermanentError. v5 takes a context first.
var cenkaltiBackoff = Library{
	Path: "github.com/cenkalti/backoff",
	Funcs: []Func{
		{Name: "github.com/cenkalti/backoff.Retry", Role: Retry, Func: Arg0, Again: OnError},
		{Name: "github.com/cenkalti/backoff.Retry", Role: Retry, Func: Arg1, Context: Arg0, Again: OnError},
		{Name: "github.com/cenkalti/backoff.RetryNotify", Role: Retry, Func: Arg0, Again: OnError},
		{Name: "github.com/cenkalti/backoff.RetryNotifyWithTimer", Role: Retry, Func: Arg0, Again: OnError},
		{Name: "github.com/cenkalti/backoff.RetryWithData", Role: Retry, Func: Arg0, Again: OnError},
		{Name: "github.com/cenkalti/backoff.RetryNotifyWithData", Role: Retry, Func: Arg0, Again: OnError},
		{Name: "github.com/cenkalti/backoff.RetryNotifyWithTimerAndData", Role: Retry, Func: Arg0, Again: OnError},
		{Name: "github.com/cenkalti/backoff.Permanent", Role: Permanent},
	},
}
