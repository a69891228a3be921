package catalog

// sethvargoRetry describes github.com/sethvargo/go-retry.
//
// Only an error that RetryableError made, or one that wraps such an error, is tried again. A Backoff has
// no last attempt and no longest wait of its own, so that Constant, Exponential and Fibonacci end with
// their context alone. WithMaxRetries(n) makes n+1 attempts, and counts them in the Backoff: a second call
// with the same one finds it used up. The context is looked at before each attempt, ends the waits and is
// given to the function.
var sethvargoRetry = Library{
	Path: "github.com/sethvargo/go-retry",
	Funcs: []Func{
		{Name: "github.com/sethvargo/go-retry.Do", Role: Retry, Func: Arg2, Context: Arg0, Again: OnRetryable, Inner: Arg1},
		{Name: "github.com/sethvargo/go-retry.DoValue", Role: Retry, Func: Arg2, Context: Arg0, Again: OnRetryable, Inner: Arg1},
		{Name: "github.com/sethvargo/go-retry.Constant", Role: Retry, Func: Arg2, Context: Arg0, Again: OnRetryable, Wait: SameWait, Bound: Unbounded},
		{Name: "github.com/sethvargo/go-retry.Exponential", Role: Retry, Func: Arg2, Context: Arg0, Again: OnRetryable, Wait: OtherWaits, Bound: Unbounded},
		{Name: "github.com/sethvargo/go-retry.Fibonacci", Role: Retry, Func: Arg2, Context: Arg0, Again: OnRetryable, Wait: OtherWaits, Bound: Unbounded},
		{Name: "github.com/sethvargo/go-retry.NewConstant", Role: Schedule, Wait: SameWait, Bound: Unbounded},
		{Name: "github.com/sethvargo/go-retry.NewExponential", Role: Schedule, Wait: OtherWaits, Bound: Unbounded},
		{Name: "github.com/sethvargo/go-retry.NewFibonacci", Role: Schedule, Wait: OtherWaits, Bound: Unbounded},
		{Name: "github.com/sethvargo/go-retry.WithMaxRetries", Role: Schedule, Inner: Arg1, Bound: Bounded},
		{Name: "github.com/sethvargo/go-retry.WithMaxDuration", Role: Schedule, Inner: Arg1, Bound: Bounded},
		{Name: "github.com/sethvargo/go-retry.WithCappedDuration", Role: Schedule, Inner: Arg1},
		{Name: "github.com/sethvargo/go-retry.WithJitter", Role: Schedule, Inner: Arg1, Wait: OtherWaits},
		{Name: "github.com/sethvargo/go-retry.WithJitterPercent", Role: Schedule, Inner: Arg1, Wait: OtherWaits},
		{Name: "github.com/sethvargo/go-retry.RetryableError", Role: Retryable},
	},
}
