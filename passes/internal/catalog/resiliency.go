package catalog

// resiliency describes github.com/eapache/go-resiliency/retrier.
//
// Every error is tried again if the classifier given to New is nil or a DefaultClassifier, which the rows
// stand for; any other decides for itself. The list of waits given to New is
// one shorter than the attempts; WithInfiniteRetry repeats its last wait for ever. The context ends the
// waits and is given to the function. There is no jitter without SetJitter.
var resiliency = Library{
	Path: "github.com/eapache/go-resiliency/retrier",
	Funcs: []Func{
		{Name: "github.com/eapache/go-resiliency/retrier.New", Role: Policy, Decider: Arg1, Inner: Arg0, Bound: Bounded},
		{Name: "(*github.com/eapache/go-resiliency/retrier.Retrier).WithInfiniteRetry", Role: Policy, Inner: Recv, Bound: Unbounded},
		{Name: "(*github.com/eapache/go-resiliency/retrier.Retrier).WithSurfaceWorkErrors", Role: Policy, Inner: Recv},
		{Name: "(*github.com/eapache/go-resiliency/retrier.Retrier).Run", Role: Retry, Func: Arg0, Again: OnError, Decider: Recv, Inner: Recv},
		{Name: "(*github.com/eapache/go-resiliency/retrier.Retrier).RunCtx", Role: Retry, Func: Arg1, Context: Arg0, Again: OnError, Decider: Recv, Inner: Recv},
		{Name: "(*github.com/eapache/go-resiliency/retrier.Retrier).RunFn", Role: Retry, Func: Arg1, Context: Arg0, Again: OnError, Decider: Recv, Inner: Recv},
		{Name: "github.com/eapache/go-resiliency/retrier.ExponentialBackoff", Role: Schedule, Wait: OtherWaits},
		{Name: "github.com/eapache/go-resiliency/retrier.LimitedExponentialBackoff", Role: Schedule, Wait: OtherWaits},
	},
}
