package catalog

// failsafe describes github.com/failsafe-go/failsafe-go from v0.9 on.
//
// A policy of retrypolicy makes three attempts without a wait between them (retry.go, NewBuilder). Every error is tried
// again; HandleIf takes the place of that test and sees the result as well, and each other condition adds to it or
// takes from it. WithMaxRetries(-1) goes on for ever, whereas 0 makes one attempt. A random delay or jitter is asked for
// explicitly. The context of WithContext ends the waits. Policies of the other packages may stand beside one of retrypolicy:
// what they decide isn't known.
var failsafe = Library{
	Path: "github.com/failsafe-go/failsafe-go",
	Funcs: []Func{
		{Name: "(github.com/failsafe-go/failsafe-go.Executor).Run", Role: Retry, Func: Arg0, Again: IfHandled, Decider: Recv, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go.Executor).RunWithExecution", Role: Retry, Func: Arg0, Again: IfHandled, Decider: Recv, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go.Executor).Get", Role: Retry, Func: Arg0, Again: IfHandled, Decider: Recv, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go.Executor).GetWithExecution", Role: Retry, Func: Arg0, Again: IfHandled, Decider: Recv, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go.Executor).WithContext", Role: Policy, Inner: Recv, Context: Arg0},
		{Name: "(github.com/failsafe-go/failsafe-go.Executor).OnDone", Role: Policy, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go.Executor).OnSuccess", Role: Policy, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go.Executor).OnFailure", Role: Policy, Inner: Recv},
		{Name: "github.com/failsafe-go/failsafe-go.With", Role: Policy, Options: Arg0},

		{Name: "github.com/failsafe-go/failsafe-go/retrypolicy.NewWithDefaults", Role: Policy, Wait: NoWait, Bound: Bounded},
		{Name: "github.com/failsafe-go/failsafe-go/retrypolicy.NewBuilder", Role: Policy, Wait: NoWait, Bound: Bounded},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).Build", Role: Policy, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).ReturnLastFailure", Role: Policy, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).WithMaxAttempts", Role: Policy, Inner: Recv, Limit: Arg0, Forever: -1},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).WithMaxRetries", Role: Policy, Inner: Recv, Limit: Arg0, Forever: -1},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).WithMaxDuration", Role: Policy, Inner: Recv, Bound: Bounded},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).WithBackoff", Role: Policy, Inner: Recv, Wait: OtherWaits},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).WithBackoffFactor", Role: Policy, Inner: Recv, Wait: OtherWaits},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).WithRandomDelay", Role: Policy, Inner: Recv, Wait: OtherWaits},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).WithJitter", Role: Policy, Inner: Recv, Wait: OtherWaits},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).WithJitterFactor", Role: Policy, Inner: Recv, Wait: OtherWaits},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).OnAbort", Role: Policy, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).OnRetry", Role: Policy, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).OnRetryScheduled", Role: Policy, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go/retrypolicy.Builder).OnRetriesExceeded", Role: Policy, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go.FailurePolicyBuilder).OnSuccess", Role: Policy, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go.FailurePolicyBuilder).OnFailure", Role: Policy, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go.FailurePolicyBuilder).HandleIf", Role: Decide, Func: Arg0, Inner: Recv},
		{Name: "(github.com/failsafe-go/failsafe-go.DelayablePolicyBuilder).WithDelay", Role: Policy, Inner: Recv, Wait: SameWait},
		{Name: "(github.com/failsafe-go/failsafe-go.DelayablePolicyBuilder).WithDelayFunc", Role: Policy, Inner: Recv, Wait: OtherWaits},
	},
}
