package retrystatus

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"strconv"
	"strings"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

func init() {
	Analyzer.Flags.Var(&lint.OwnNames{What: catalog.OwnRetriers}, "retriers", "functions of your own, for all rules on retries, that call a function they are given again until it returns no error")
}

// catchAll are the codes that tell a catch-all from a decision: two that are nearly never meant,
// and one that nobody names.
var catchAll = []int{400, 422, 418}

// worthless are the codes that the message lists, if they are repeated.
var worthless = []int{400, 401, 403, 404, 409, 422}

func run(p *lint.Pass) {
	reported := map[token.Pos]bool{} // a predicate may decide for many
	for r, call := range p.Retries() {
		if p.Polls(r) {
			continue
		}
		if !repeatsAny(r) {
			continue
		}
		if p.Summary.Player().Refused(r.Attempt, 418) {
			p.Report(call, "status", "%s is repeated after any client error (%s), of which a library makes an error: %s", lint.Name(call), codes(r), consequence)
			continue
		}
		if decision := decisive(r.Row(418)); !(decision.IsValid() && reported[decision]) {
			reported[decision] = true
			report(p, r, call)
		}
	}
	for r, name := range p.Policies() {
		if repeatsAny(r) {
			reportPolicy(p, r, name)
		}
	}
}

// repeatsAny reports whether a region repeats any code from 400 to 499, and does so because of the code.
func repeatsAny(r *scenario.Region) bool {
	return len(r.Repeated(catchAll...)) == len(catchAll)
}

// consequence is what follows for the user.
const consequence = "the server refuses the request for good, and gets it again"

// report reports the condition because of which a code that nobody names is repeated. Where that is one of what the
// attempt calls, which others may call as well, or in another package, it reports the attempt.
func report(p *lint.Pass, r *scenario.Region, call *ast.CallExpr) {
	row := r.Row(418)
	decided, ok := p.Condition(row.Decision)
	switch {
	case !ok:
		p.Report(call, "status", "%s is repeated after any client error (%s): %s", lint.Name(call), codes(r), consequence)
	case row.Decision == row.Source:
		f := p.Report(call, "status", "%s is repeated after any client error (%s), which becomes an error at %s: %s",
			lint.Name(call), codes(r), p.Where(decided.Pos(), call.Pos()), consequence)
		f.Related(decided, "the answer becomes an error here")
	default:
		at := decided
		if inner, ok := p.Condition(row.Predicate); ok {
			at = inner
		}
		f := p.Report(at, "status", "%s (%s) is repeated after any client error (%s), decided here: %s",
			lint.Name(call), p.Where(call.Pos(), at.Pos()), codes(r), consequence)
		f.Related(call, "this is repeated")
		offer(p, f, r, decided)
	}
}

// decisive returns the comparison that decides in the end: where a function does, one of its own.
func decisive(row scenario.Row) token.Pos {
	if row.Predicate.IsValid() {
		return row.Predicate
	}
	return row.Decision
}

// reportPolicy reports a function that decides for a library: at the decision, where that is known.
func reportPolicy(p *lint.Pass, r *scenario.Region, name ast.Node) {
	at := name
	if decided, ok := p.Condition(r.Row(418).Decision); ok {
		at = decided
	}
	p.Report(at, "status", "a request is repeated after any client error (%s): %s", codes(r), consequence)
}

// codes lists the codes that are repeated in vain.
func codes(r *scenario.Region) string {
	var all []string
	for _, code := range worthless {
		if r.Row(code).Repeat == flow.Yes {
			all = append(all, strconv.Itoa(code))
		}
	}
	return fmt.Sprintf("%s, ...", strings.Join(all, ", "))
}
