package scenario

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// DeafDelays returns the functions of a package that tell a library how long to wait after an answer and don't look at
// what its headers say of that, while 429 or 503 may be repeated. They are known by what they take and return: that of
// a Backoff of github.com/hashicorp/go-retryablehttp, or of a DelayFn of github.com/PuerkitoBio/rehttp.
func DeafDelays(pkg *summary.Package, policies []*Region) []*ssa.Function {
	var found []*ssa.Function
	for _, fn := range pkg.Functions {
		if isDelay(fn) && waitsFor(fn, policies) && !slices.ContainsFunc(pkg.Player().Result(fn, machine.Answer{Status: 429, RetryAfter: Seconds}).Leaves(), mayHeed) {
			found = append(found, fn)
		}
	}
	return found
}

func isDelay(fn *ssa.Function) bool {
	params := typeNames(fn.Signature.Params())
	if !slices.Equal(typeNames(fn.Signature.Results()), []string{"time.Duration"}) {
		return false
	}
	return isBackoff(params) || len(params) == 1 && machine.IsAttempt(fn.Signature.Params().At(0).Type())
}

func isBackoff(params []string) bool {
	return slices.Equal(params, []string{"time.Duration", "time.Duration", "int", "*net/http.Response"})
}

// waitsFor reports whether 429 or 503 is repeated after a delay, by a policy of the package. A Backoff without
// one waits for retryablehttp's own, which repeats both.
func waitsFor(delay *ssa.Function, policies []*Region) bool {
	backoff, takes := isBackoff(typeNames(delay.Signature.Params())), 1
	if backoff {
		takes = 3
	}
	known := false
	for _, r := range policies {
		if r.Decider == nil || r.Decider.Signature.Params().Len() != takes {
			continue
		}
		known = true
		if r.Row(429).Repeat == flow.Yes || r.Row(503).Repeat == flow.Yes {
			return true
		}
	}
	return backoff && !known
}

// mayHeed reports whether a path looks at a header, or gives the answer to code that may.
func mayHeed(o *machine.Outcome) bool {
	return o.Asked.IsValid() || mayUse(o)
}
