package httptimeout

import (
	_ "embed"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

func run(p *lint.Pass) {
	if p.Summary == nil {
		return // nothing in the package can send
	}
	for _, f := range defects(p) {
		f.report(p)
	}
	for _, lost := range p.Summary.Lost {
		reportLost(p, lost)
	}
}

// A defect is one place to edit, with the requests that wait for ever because of it.
type defect struct {
	at     ast.Node
	source summary.Source
	sends  []*summary.Send
	calls  []*ast.CallExpr
}

// defects groups the unbounded requests by where their clients are made. Ten
// calls through one client are one defect.
func defects(p *lint.Pass) []*defect {
	var all []*defect
	at := map[token.Pos]*defect{}
	for _, s := range p.Summary.Unbounded {
		call, ok := p.CallExpr(s.Call)
		if !ok || p.Quiet(call.Pos()) {
			continue
		}
		for _, src := range s.Client.Sources {
			node := place(p, s, src, call)
			d := at[node.Pos()]
			if d == nil {
				d = &defect{at: node, source: src}
				at[node.Pos()] = d
				all = append(all, d)
			}
			d.sends, d.calls = append(d.sends, s), append(d.calls, call)
		}
	}
	return all
}

// place returns the syntax that the user would edit: where the package makes
// the client, or else the call.
func place(p *lint.Pass, s *summary.Send, src summary.Source, call *ast.CallExpr) ast.Node {
	if s.Wrapped || src.Value == nil {
		return call
	}
	node, ok := p.Syntax(src.Origin)
	if !ok {
		return call
	}
	if src.Kind == flow.Variable && call.Pos() <= node.Pos() && node.End() <= call.End() {
		return call // http.DefaultClient.Do(req)
	}
	return node
}

func (d *defect) report(p *lint.Pass) {
	s, call := d.sends[0], d.calls[0]
	blocked := p.Blocked(call.Pos())
	var f *lint.Finding
	switch {
	case s.BodyOnly:
		f = p.Report(d.at, "body", "%s can block %s for ever while the body is read: ResponseHeaderTimeout ends the wait for the header only, and the request has no deadline",
			lint.Name(call), blocked)
	case s.Wrapped && len(s.Deadline.Sources) > 0:
		f = p.Report(d.at, "context", "%s can block %s for ever: its context has no deadline (%s) and it sends with %s, which has no timeout",
			lint.Name(call), blocked, s.Deadline.What(), d.source.What)
	case s.Wrapped:
		f = p.Report(d.at, "request", "%s can block %s for ever: it sends with %s, which has no timeout, and without a deadline",
			lint.Name(call), blocked, d.source.What)
	case d.source.What == "":
		f = p.Report(d.at, "request", "%s can block %s for ever: it has no timeout of its own", lint.Name(call), blocked)
	case d.at == ast.Node(call):
		f = p.Report(d.at, "request", "%s can block %s for ever: %s has no timeout and the request no deadline",
			lint.Name(call), blocked, d.source.What)
	case s.Client.Fallback:
		f = p.Report(d.at, "default", "%s (%s) can block %s for ever: where no client is given, it is %s, which has no timeout, and the request has no deadline",
			lint.Name(call), p.Where(call.Pos(), d.at.Pos()), blocked, d.source.What)
	default:
		f = p.Report(d.at, "client", "%s (%s) can block %s for ever: this %s has no timeout and the request no deadline",
			lint.Name(call), p.Where(call.Pos(), d.at.Pos()), blocked, d.source.What)
	}
	d.relate(f)
	if f != nil {
		d.fix(p, f)
	}
}

const maxRelated = 10

// relate lists the requests that the finding is about, unless it stands at the only one.
func (d *defect) relate(f *lint.Finding) {
	for i, call := range d.calls[:min(len(d.calls), maxRelated)] {
		if d.at != ast.Node(call) {
			f.Related(call, "%s waits for ever here", lint.Name(d.calls[i]))
		}
	}
}

// reportLost reports a client whose Timeout is lost when another is made from it.
func reportLost(p *lint.Pass, lost ssa.CallInstruction) {
	call, ok := p.CallExpr(lost)
	if !ok {
		return
	}
	p.Report(call, "lost", "%s drops the Timeout of the client it is given: golang.org/x/oauth2 keeps only its Transport, so that requests can block for ever",
		lint.Name(call))
}
