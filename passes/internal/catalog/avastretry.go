package catalog

// avastRetry describes github.com/avast/retry-go, v3 to v5.
//
// An error is tried again unless Unrecoverable made it, or in v4.7 and v5 one that it wraps; RetryIf
// takes the place of that test. There are 10 attempts, with 100 ms between the first two that double
// without a limit and up to 100 ms more at random: 51 s in all. Attempts(0) makes none in v3, and from
// v4 on goes on until the function succeeds, unless Unrecoverable or RetryIf ends it. The context of the
// option Context (Background without it) ends the waits, and the function isn't given it.
// Unrecoverable(nil) is an error. v5 takes the options when a Retrier is made.
var avastRetry = Library{
	Path: "github.com/avast/retry-go",
	Funcs: []Func{
		{Name: "github.com/avast/retry-go.Do", Role: Retry, Func: Arg0, Options: Arg1, Again: OnError},
		{Name: "github.com/avast/retry-go.DoWithData", Role: Retry, Func: Arg0, Options: Arg1, Again: OnError},
		{Name: "(*github.com/avast/retry-go.Retrier).Do", Role: Retry, Func: Arg0, Again: OnError},
		{Name: "github.com/avast/retry-go.RetryIf", Role: Decide, Func: Arg0},
		{Name: "github.com/avast/retry-go.Unrecoverable", Role: Permanent},
	},
}
