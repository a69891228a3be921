package catalog

// resiliency describes github.com/eapache/go-resiliency/retrier.
//
// Every error is tried again if the classifier given to New is nil or a DefaultClassifier, which the rows
// stand for; any other decides for itself (a WhitelistClassifier lists what is tried again, a
// BlacklistClassifier what isn't). The backoff given to New is a list of waits, and so one attempt fewer
// than are made; WithInfiniteRetry repeats its last wait for ever. The context is given to the function and ends
// the waits. There is no jitter without SetJitter.
var resiliency = Library{
	Path: "github.com/eapache/go-resiliency/retrier",
	Funcs: []Func{
		{Name: "(*github.com/eapache/go-resiliency/retrier.Retrier).Run", Role: Retry, Func: Arg0, Again: OnError},
		{Name: "(*github.com/eapache/go-resiliency/retrier.Retrier).RunCtx", Role: Retry, Func: Arg1, Context: Arg0, Again: OnError},
		{Name: "(*github.com/eapache/go-resiliency/retrier.Retrier).RunFn", Role: Retry, Func: Arg1, Context: Arg0, Again: OnError},
	},
}
