package catalog

// roko describes github.com/buildkite/roko.
//
// Every error is tried again, unless the function has called Break of the Retrier that it is given:
// then its error is the last, whatever it is. Nothing has a default: NewRetrier panics without
// WithMaxAttempts or TryForever, and Do without WithStrategy. The first attempt counts among
// WithMaxAttempts. A Retrier keeps its count and its Break, so that a second Do makes fewer attempts. The
// context ends the waits; the function isn't given it. No strategy has a random part without WithJitter, whose
// place among the options doesn't matter.
var roko = Library{
	Path: "github.com/buildkite/roko",
	Funcs: []Func{
		{Name: "(*github.com/buildkite/roko.Retrier).Break", Role: Stop},
		{Name: "(*github.com/buildkite/roko.Retrier).Do", Role: Retry, Func: Arg0, Again: OnError, Inner: Recv},
		{Name: "(*github.com/buildkite/roko.Retrier).DoWithContext", Role: Retry, Func: Arg1, Context: Arg0, Again: OnError, Inner: Recv},
		{Name: "github.com/buildkite/roko.DoFunc", Role: Retry, Func: Arg2, Context: Arg0, Again: OnError, Inner: Arg1},
		{Name: "github.com/buildkite/roko.DoFunc2", Role: Retry, Func: Arg2, Context: Arg0, Again: OnError, Inner: Arg1},
		{Name: "github.com/buildkite/roko.DoFunc3", Role: Retry, Func: Arg2, Context: Arg0, Again: OnError, Inner: Arg1},
		{Name: "github.com/buildkite/roko.NewRetrier", Role: Schedule, Options: Arg0},
		{Name: "github.com/buildkite/roko.WithMaxAttempts", Role: Schedule, Bound: Bounded},
		{Name: "github.com/buildkite/roko.TryForever", Role: Schedule, Bound: Unbounded},
		{Name: "github.com/buildkite/roko.WithStrategy", Role: Schedule, Inner: Arg0},
		{Name: "github.com/buildkite/roko.WithJitter", Role: Schedule, Wait: OtherWaits},
		{Name: "github.com/buildkite/roko.WithJitterRange", Role: Schedule, Wait: OtherWaits},
		{Name: "github.com/buildkite/roko.Constant", Role: Schedule, Wait: SameWait},
		{Name: "github.com/buildkite/roko.Exponential", Role: Schedule, Wait: OtherWaits},
		{Name: "github.com/buildkite/roko.ExponentialSubsecond", Role: Schedule, Wait: OtherWaits},
	},
}
