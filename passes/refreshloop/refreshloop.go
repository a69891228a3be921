package refreshloop

import (
	_ "embed"

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
		if r.Library == nil && endless(r.Row(401)) && r.Row(403).Repeat == flow.No {
			p.Report(call, "unauthorized", "%s is repeated as long as the answer is 401 Unauthorized: a token that is refused once more, for a locked account say, is refreshed for ever",
				lint.Name(call))
		}
	}
}

// endless reports whether there is always another attempt after an answer.
func endless(row scenario.Row) bool {
	return row.Repeat == flow.Yes && row.Stop == flow.No && row.Whole
}
