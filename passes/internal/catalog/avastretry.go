package catalog

// avastRetry describes github.com/avast/retry-go, v3 to v5.
//
// An error is tried again unless it is one that Unrecoverable made or, in v4.7 and v5, wraps one; RetryIf
// takes the place of that test. There are 10 attempts; the wait between two begins at 100 ms and doubles
// without a limit, with up to 100 ms more at random: 51 s in all. Attempts(0) makes none in v3; from v4 on
// it goes on until the function succeeds, and both Unrecoverable and RetryIf count. The option Context ends
// the waits; the function isn't given it. Unrecoverable(nil) is an error. v5 takes its options where a
// Retrier is made.
var avastRetry = Library{
	Path: "github.com/avast/retry-go",
	Funcs: []Func{
		{Name: "github.com/avast/retry-go.Do", Role: Retry, Func: Arg0, Options: Arg1, Again: OnError, Wait: OtherWaits, Bound: Bounded},
		{Name: "github.com/avast/retry-go.DoWithData", Role: Retry, Func: Arg0, Options: Arg1, Again: OnError, Wait: OtherWaits, Bound: Bounded},
		{Name: "(*github.com/avast/retry-go.Retrier).Do", Role: Retry, Func: Arg0, Again: OnError, Decider: Recv},
		{Name: "(*github.com/avast/retry-go.RetrierWithData).Do", Role: Retry, Func: Arg0, Again: OnError, Decider: Recv},
		{Name: "github.com/avast/retry-go.New", Role: Policy, Options: Arg0},
		{Name: "github.com/avast/retry-go.NewWithData", Role: Policy, Options: Arg0},
		{Name: "github.com/avast/retry-go.RetryIf", Role: Decide, Func: Arg0},
		{Name: "github.com/avast/retry-go.Attempts", Role: Schedule, Limit: Arg0},
		{Name: "github.com/avast/retry-go.UntilSucceeded", Role: Schedule, Bound: Unbounded},
		{Name: "github.com/avast/retry-go.Context", Role: Schedule, Context: Arg0},
		{Name: "github.com/avast/retry-go.DelayType", Role: Schedule, Inner: Arg0},
		{Name: "github.com/avast/retry-go.FixedDelay", Role: Schedule, Wait: SameWait}, // MaxJitter is for RandomDelay alone
		{Name: "github.com/avast/retry-go.BackOffDelay", Role: Schedule, Wait: OtherWaits},
		{Name: "github.com/avast/retry-go.RandomDelay", Role: Schedule, Wait: OtherWaits},
		{Name: "github.com/avast/retry-go.Delay", Role: Schedule},
		{Name: "github.com/avast/retry-go.MaxDelay", Role: Schedule},
		{Name: "github.com/avast/retry-go.MaxJitter", Role: Schedule},
		{Name: "github.com/avast/retry-go.LastErrorOnly", Role: Schedule},
		{Name: "github.com/avast/retry-go.OnRetry", Role: Schedule},
		{Name: "github.com/avast/retry-go.WithTimer", Role: Schedule},
		{Name: "github.com/avast/retry-go.WrapContextErrorWithLastError", Role: Schedule},
		{Name: "github.com/avast/retry-go.Unrecoverable", Role: Permanent},
	},
}
