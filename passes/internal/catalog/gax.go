package catalog

// gax describes github.com/googleapis/gax-go/v2.
//
// Invoke tries nothing again without WithRetry (invoke.go). OnErrorFunc leaves the decision to a function; OnCodes and OnHTTPCodes
// name what is tried again, and have no rows. The waits are those of a Backoff, random ones up to 30 s (call_option.go, Pause).
// The context, with the Timeout of the settings, ends them, and nothing else does.
var gax = Library{
	Path: "github.com/googleapis/gax-go",
	Funcs: []Func{
		{Name: "github.com/googleapis/gax-go.Invoke", Role: Retry, Func: Arg1, Context: Arg0, Options: Arg2, Again: IfDecided, Wait: OtherWaits, Bound: Unbounded},
		{Name: "github.com/googleapis/gax-go.WithRetry", Role: Decide, Maker: Arg0},
		{Name: "github.com/googleapis/gax-go.OnErrorFunc", Role: Decide, Func: Arg1},
		{Name: "github.com/googleapis/gax-go.WithTimeout", Role: Schedule, Bound: Bounded},
		{Name: "github.com/googleapis/gax-go.WithPath", Role: Schedule},
	},
}
