package retrylimit

import (
	_ "embed"
	"go/ast"
	"slices"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

func run(p *lint.Pass) {
	for r, call := range p.Retries() {
		if r.Library != nil {
			reportLibrary(p, r, call)
			continue
		}
		if lint.Keeps(r.Attempt.Parent()) {
			continue
		}
		rows := slices.DeleteFunc(r.Repeated(scenario.Failures...), scenario.Row.Named)
		i := slices.IndexFunc(rows, func(row scenario.Row) bool { return row.Stop == flow.No && row.Whole })
		if i < 0 {
			continue
		}
		p.Report(call, "endless", "%s is repeated for ever after %s: neither a number of attempts nor a time nor a context ends it",
			lint.Name(call), lint.Failure(rows[i].Answer.Status))
	}
}

// reportLibrary reports a library that is told to go on for ever.
func reportLibrary(p *lint.Pass, r *scenario.Region, attempt *ast.CallExpr) {
	if lint.Keeps(r.Library.Parent()) || r.Schedule().Ends != flow.No || len(r.Repeated(scenario.Failures...)) == 0 {
		return
	}
	if call, ok := p.CallExpr(r.Library); ok {
		f := p.Report(call, "schedule", "%s calls its function again for ever while %s fails: it is given neither a number of attempts nor a time nor a context that ends it",
			lint.Name(call), lint.Name(attempt))
		f.Related(attempt, "this is repeated")
	}
}
