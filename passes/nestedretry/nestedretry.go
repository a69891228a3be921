package nestedretry

import (
	_ "embed"
	"go/ast"

	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

// A retry is a region with its attempt.
type retry struct {
	region *scenario.Region
	call   *ast.CallExpr
}

func run(p *lint.Pass) {
	var all []retry
	for r, call := range p.Retries() {
		if !r.Coarse && len(r.Repeated(scenario.Failures...)) > 0 {
			all = append(all, retry{r, call})
		}
	}
	for _, outer := range all {
		if p.Awaits(outer.region) {
			continue // it asks whether something has come about, at its own pace
		}
		for _, inner := range all {
			if outer != inner && outer.repeats(inner) {
				f := p.Report(outer.call, "nested", "%s is repeated, and repeats %s (%s) itself: the attempts of both multiply, and a service that is down gets them all",
					lint.Name(outer.call), lint.Name(inner.call), p.Where(inner.call.Pos(), outer.call.Pos()))
				f.Related(inner.call, "this is repeated by what is repeated")
				break
			}
		}
	}
}

// repeats reports whether what a retry attempts leads to another retry as a whole, and both are about the same failures.
func (outer retry) repeats(inner retry) bool {
	if !outer.region.Calls(inner.region) {
		return false
	}
	for _, row := range outer.region.Repeated(scenario.Failures...) {
		if len(inner.region.Repeated(row.Answer.Status)) > 0 {
			return true
		}
	}
	return false
}
