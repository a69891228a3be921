package scenario

import (
	"go/types"
	"slices"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// policies returns the functions of the package that tell a library after each answer whether to attempt again. They
// are known by what they take and return: that of a CheckRetry of github.com/hashicorp/go-retryablehttp, of a
// RetryConditionFunc of github.com/go-resty/resty, or of a RetryFn of github.com/PuerkitoBio/rehttp.
func (p *finder) policies() []*Region {
	var all []*Region
	for _, fn := range p.pkg.Functions {
		if !isPolicy(fn.Signature) {
			continue
		}
		r := &Region{Decider: fn, Shape: Policy, finder: p, candidate: candidate{shape: Policy, policy: fn, again: catalog.IfTrue}}
		for _, answer := range summary.Answers {
			r.Rows = append(r.Rows, p.row(r.candidate, answer))
		}
		if r.Row(200).Stop == flow.Yes {
			all = append(all, r)
		}
	}
	return all
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
	return len(params) == 2 && params[0] != "*net/http.Response" && machine.IsAnswer(sig.Params().At(0).Type()) && params[1] == "error" &&
		slices.Equal(results, []string{"bool"})
}

func typeNames(vars *types.Tuple) []string {
	var names []string
	for v := range vars.Variables() {
		names = append(names, v.Type().String())
	}
	return names
}
