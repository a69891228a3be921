package catalog

// k8sWait describes k8s.io/apimachinery/pkg/util/wait.
//
// A condition is called again as long as it returns false without an error: one that returns the
// request's own error is not tried again. A timeout of 0 is no timeout for Poll, PollImmediate and their
// WithContext forms, and is over at once for PollUntilContextTimeout. ExponentialBackoff has no defaults:
// it calls the condition Steps times, never for the zero Backoff, and no more once a wait has reached
// Cap; it sleeps without a context. Until, Forever and the like call a function every period whatever
// happens: these are no retries.
var k8sWait = Library{
	Path: "k8s.io/apimachinery/pkg/util/wait",
	Funcs: []Func{
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollUntilContextCancel", Role: Retry, Func: Arg3, Context: Arg0, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollUntilContextTimeout", Role: Retry, Func: Arg4, Context: Arg0, Timeout: Arg2, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.ExponentialBackoff", Role: Retry, Func: Arg1, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.ExponentialBackoffWithContext", Role: Retry, Func: Arg2, Context: Arg0, Again: UnlessDone},
		{Name: "(k8s.io/apimachinery/pkg/util/wait.DelayFunc).Until", Role: Retry, Func: Arg3, Context: Arg0, Again: UnlessDone},

		// Deprecated, and in use.
		{Name: "k8s.io/apimachinery/pkg/util/wait.Poll", Role: Retry, Func: Arg2, Timeout: Arg1, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollWithContext", Role: Retry, Func: Arg3, Context: Arg0, Timeout: Arg2, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollUntil", Role: Retry, Func: Arg1, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollUntilWithContext", Role: Retry, Func: Arg2, Context: Arg0, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollInfinite", Role: Retry, Func: Arg1, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollInfiniteWithContext", Role: Retry, Func: Arg2, Context: Arg0, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollImmediate", Role: Retry, Func: Arg2, Timeout: Arg1, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollImmediateWithContext", Role: Retry, Func: Arg3, Context: Arg0, Timeout: Arg2, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollImmediateUntil", Role: Retry, Func: Arg1, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollImmediateUntilWithContext", Role: Retry, Func: Arg2, Context: Arg0, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollImmediateInfinite", Role: Retry, Func: Arg1, Again: UnlessDone},
		{Name: "k8s.io/apimachinery/pkg/util/wait.PollImmediateInfiniteWithContext", Role: Retry, Func: Arg2, Context: Arg0, Again: UnlessDone},
	},
}
