package scenario

import (
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// policies returns the functions of the package that tell a library after each answer whether to attempt again. They
// are handed to one that says so, or known by what they take and return: that of a CheckRetry of
// github.com/hashicorp/go-retryablehttp, of a RetryConditionFunc of github.com/go-resty/resty, of a RetryFn of
// github.com/PuerkitoBio/rehttp, or of what a retryer of the AWS SDKs decides with.
func (p *finder) policies() []*Region {
	narrowed := p.narrowed()
	var all []*Region
	for _, fn := range p.pkg.Functions {
		c := candidate{shape: Policy, policy: fn, again: catalog.IfTrue, ofErrors: isRetryer(fn)}
		if narrowed[fn] || p.decides(fn) || !(c.ofErrors || p.handed[fn] || isPolicy(fn.Signature)) {
			continue
		}
		r := &Region{Decider: fn, Shape: Policy, finder: p, candidate: c}
		for _, answer := range summary.Answers {
			r.Rows = append(r.Rows, p.row(c, answer))
		}
		if r.Row(200).Stop == flow.Yes {
			all = append(all, r)
		}
	}
	return all
}

// decides reports whether a function is part of a region as what the library asks.
func (p *finder) decides(fn *ssa.Function) bool {
	for _, retriers := range p.retriers {
		if slices.ContainsFunc(retriers, func(r retrier) bool { return r.decider == fn }) {
			return true
		}
	}
	return false
}

// isPolicy reports whether a function takes an answer and an error and returns a flag, as a policy does.
func isPolicy(sig *types.Signature) bool {
	params, results := typeNames(sig.Params()), typeNames(sig.Results())
	if slices.Equal(params, []string{"context.Context", "*net/http.Response", "error"}) {
		return slices.Equal(results, []string{"bool", "error"})
	}
	if len(params) == 1 && machine.IsAttempt(sig.Params().At(0).Type()) {
		return slices.Equal(results, []string{"bool"})
	}
	return len(params) == 2 && params[0] != "*net/http.Response" && judgesAnswer(sig)
}

// judgesAnswer reports whether a function is given an answer and an error, and says yes or no.
func judgesAnswer(sig *types.Signature) bool {
	params, results := typeNames(sig.Params()), typeNames(sig.Results())
	return len(params) == 2 && machine.IsAnswer(sig.Params().At(0).Type()) && params[1] == "error" && slices.Equal(results, []string{"bool"})
}

// isRetryer reports whether a function is the method of a retryer by which an AWS SDK asks about a request that failed: of a
// request.Retryer of version 1, or of an aws.Retryer of version 2.
func isRetryer(fn *ssa.Function) bool {
	recv := fn.Signature.Recv()
	if recv == nil || !slices.Equal(typeNames(fn.Signature.Results()), []string{"bool"}) {
		return false
	}
	params := typeNames(fn.Signature.Params())
	switch fn.Name() {
	case "ShouldRetry":
		return slices.Equal(params, []string{"*github.com/aws/aws-sdk-go/aws/request.Request"})
	case "IsErrorRetryable":
		delay, _, _ := types.LookupFieldOrMethod(recv.Type(), true, nil, "RetryDelay")
		return delay != nil && slices.Equal(params, []string{"error"})
	}
	return false
}

// narrowed returns the functions that are handed to rehttp.RetryAll together with others that may decide as well: what all of
// them agree on isn't known.
func (p *finder) narrowed() map[*ssa.Function]bool {
	all := map[*ssa.Function]bool{}
	for call := range p.callsOf("github.com/PuerkitoBio/rehttp.RetryAll") {
		elements, ok := flow.Elements(summary.Operand(call.Common(), catalog.Arg0))
		elements = slices.DeleteFunc(elements, ofRequest)
		if ok && len(elements) == 1 {
			continue
		}
		for _, element := range elements {
			for _, o := range p.pkg.Origins(element) {
				all[functionOf(p.pkg, o.Value)] = true
			}
		}
	}
	return all
}

// ofRequest reports whether a RetryFn of rehttp is one that the library makes to look at the request or the number of attempts.
func ofRequest(v ssa.Value) bool {
	made, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	fn := flow.CalleeOf(&made.Call)
	return fn != nil && (fn.Name() == "RetryMaxRetries" || fn.Name() == "RetryHTTPMethods")
}

// callsOf yields the calls of a function with this full name, without major version.
func (p *finder) callsOf(name string) iter.Seq[ssa.CallInstruction] {
	return func(yield func(ssa.CallInstruction) bool) {
		for _, fn := range p.pkg.Functions {
			for instr := range flow.Instructions(fn) {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if callee := flow.CalleeOf(call.Common()); callee != nil && catalog.Unversioned(callee.FullName()) == name && !yield(call) {
					return
				}
			}
		}
	}
}

func typeNames(vars *types.Tuple) []string {
	var names []string
	for v := range vars.Variables() {
		names = append(names, v.Type().String())
	}
	return names
}
