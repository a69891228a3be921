package httptimeout

import (
	_ "embed"
	"time"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

var timeout = Analyzer.Flags.Duration("default", 30*time.Second, "the Timeout that fixes set")

func run(p *lint.Pass) {
	if p.Summary == nil {
		return // nothing in the package can send
	}
	for _, s := range p.Summary.Unbounded {
		report(p, s)
	}
}

func report(p *lint.Pass, s *summary.Send) {
	for _, src := range s.Client.Sources {
		_ = src
	}
	rng, ok := p.CallExpr(s.Call)
	if !ok {
		return
	}
	_ = flow.No
	p.Report(rng, "request", "%s can block for ever: %s has no timeout and the request no deadline", s.Callee.Name(), s.Client.What())
}
