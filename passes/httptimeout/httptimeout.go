package httptimeout

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

func init() {
	Analyzer.Flags.Var(&lint.OwnNames{What: catalog.OwnSenders}, "senders", "functions of your own, for all rules, that send a request which only its context ends, by full names (example.com/m/pay.Charge)")
}

func run(p *lint.Pass) {
	if p.Summary == nil {
		return // nothing in the package can send
	}
	for _, f := range defects(p) {
		f.report(p)
	}
	reportPatient(p)
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
	// endless says that the client sends other requests, too, which may take for ever.
	endless bool
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
		endless := allowed(p, s.Call).endless
		for _, src := range s.Client.Sources {
			node := place(p, s, src, call)
			d := at[node.Pos()]
			if d == nil {
				d = &defect{at: node, source: src}
				at[node.Pos()] = d
				all = append(all, d)
			}
			d.endless = d.endless || endless
			if !endless && !slices.Contains(d.calls, call) {
				d.sends, d.calls = append(d.sends, s), append(d.calls, call)
			}
		}
	}
	return slices.DeleteFunc(all, func(d *defect) bool { return len(d.sends) == 0 })
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
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if ok && src.Kind == flow.Variable && ast.Unparen(sel.X) == node {
		return call // http.DefaultClient.Do(req)
	}
	return node
}

func (d *defect) report(p *lint.Pass) {
	s, call := d.sends[0], d.calls[0]
	category, why := d.reason()
	subject := lint.Name(call)
	if d.at != ast.Node(call) {
		subject += " (" + p.Where(call.Pos(), d.at.Pos()) + ")"
	}
	f := p.Report(d.at, category, "%s can block %s for ever: %s", subject, p.Blocked(call.Pos()), why)
	relate(f, d.at, d.calls, "%s waits for ever here")
	if f != nil && !s.Wrapped {
		d.fix(p, f)
	}
}

// reason says why nothing ends the requests, and of what category the defect is.
func (d *defect) reason() (category, why string) {
	s, what := d.sends[0], d.source.What
	switch {
	case s.BodyOnly:
		return "body", "ResponseHeaderTimeout ends the wait for the header, but nothing ends the reading of the body"
	case s.Wrapped && len(s.Deadline.Sources) > 0:
		return "context", fmt.Sprintf("its context has no deadline (%s) and it sends with %s, which has no timeout", s.Deadline.What(), what)
	case s.Wrapped:
		return "request", fmt.Sprintf("it sends with %s, which has no timeout, and without a deadline", what)
	case what == "" && len(s.Deadline.Sources) > 0:
		return "context", fmt.Sprintf("its context has no deadline (%s)", s.Deadline.What())
	case what == "":
		return "request", "it has no timeout of its own"
	}
	category, why = "client", ""
	if s.Client.Fallback {
		category, why = "default", "by default "
	}
	switch d.source.Kind {
	case flow.Object:
		why += "this " + what + " has no timeout"
	case flow.Result:
		why += what + " sets no timeout"
	default:
		why += what + " has no timeout"
	}
	return category, why + " and the request has no deadline"
}

// relate lists the requests that a finding is about, unless it stands at the only one.
func relate(f *lint.Finding, at ast.Node, calls []*ast.CallExpr, format string) {
	for _, call := range calls {
		if at != ast.Node(call) {
			f.Related(call, format, lint.Name(call))
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
