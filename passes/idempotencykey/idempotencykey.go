package idempotencykey

import (
	_ "embed"
	"go/ast"
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

// undecided are the answers after which the service may have done what the request asks for. With 429 or 503 it says
// that it has not.
var undecided = []int{0, 500, 502, 504}

func run(p *lint.Pass) {
	for r, call := range p.Retries() {
		if r.Coarse || len(r.Repeated(undecided...)) == 0 {
			continue
		}
		for _, s := range p.Sent(r) {
			if check(p, s, call) {
				break
			}
		}
	}
}

// check reports a request that is repeated although the service may have executed it.
func check(p *lint.Pass, s *lint.Sent, call *ast.CallExpr) bool {
	methods, open, given := methodsOf(s)
	writes := slices.ContainsFunc(methods, isWrite)
	reads := slices.ContainsFunc(methods, func(m string) bool { return !isWrite(m) })
	switch {
	case writes && !reads && !open:
		if !keyed(s) && !harmless(s) && s.RepeatsWhatever(subject(s), undecided...) {
			p.Report(call, "post", "%s repeats a %s%s without an idempotency key: what the service did before the answer was lost, it does once more",
				lint.Name(call), strings.Join(methods, " or "), after(s))
			return true
		}
	case writes || given && !reads:
		if !mentionsKey(s) && !harmless(s) && s.RepeatsWhatever(subject(s), undecided...) {
			p.Report(call, "method", "%s repeats a request whatever its method is%s: what the service did for a POST before the answer was lost, it does once more",
				lint.Name(call), after(s))
			return true
		}
	}
	return false
}

// isWrite reports whether a method is one of those that do more when they are repeated (RFC 9110, section 9.2.2).
func isWrite(method string) bool { return method == "POST" || method == "PATCH" }

// methodsOf returns the methods that a request can have. open says that there can be others, given that users of the
// package choose.
func methodsOf(s *lint.Sent) (methods []string, open, given bool) {
	for _, m := range s.Made {
		methods = append(methods, m.Methods...)
		open = open || m.MethodOpen
		given = given || m.Given && s.ByUser(m.Origin) || !m.Given && m.MethodGiven
	}
	slices.Sort(methods)
	return slices.Compact(methods), open, given
}

// subject is the method of the request.
func subject(s *lint.Sent) lint.Subject {
	return lint.Subject{Fields: []string{"method", "verb", "httpmethod"}, Values: s.MethodValues()}
}

// after names the answers after which the request is repeated.
func after(s *lint.Sent) string {
	switch {
	case s.Region.Row(0).Repeat == flow.Yes:
		return " after an error of the connection"
	case s.Region.Row(500).Repeat == flow.Yes:
		return " after a status of 500"
	}
	return " after an error of a gateway"
}
