package servertimeout

import (
	_ "embed"
	"go/ast"
	"go/types"

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

func run(p *lint.Pass) {
	if p.Summary == nil {
		return // the package doesn't use net/http
	}
	for _, s := range p.Summary.UnboundedServers() {
		reportServer(p, s)
	}
	for _, fn := range p.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			if call, ok := instr.(ssa.CallInstruction); ok {
				reportHelper(p, call)
			}
		}
	}
}

// reportServer reports a server that the package makes, unless only trusted clients can reach it.
func reportServer(p *lint.Pass, s *summary.Server) {
	var serves []ast.Node
	for _, serving := range s.Servings {
		if node := servingSyntax(p, serving); node != nil && !p.Quiet(node.Pos()) && serverExposed(p, s, serving) {
			serves = append(serves, node)
		}
	}
	if len(serves) == 0 {
		return
	}
	first := serves[0]
	at := construction(p, s.Origin)
	if at == nil {
		p.Report(first, "server", "%s lets a client that never finishes its header hold a connection and its goroutine for ever: the server has neither a ReadHeaderTimeout nor a ReadTimeout",
			name(first))
		return
	}
	f := p.Report(at, "server", "%s (%s) lets a client that never finishes its header hold a connection and its goroutine for ever: this http.Server has neither a ReadHeaderTimeout nor a ReadTimeout",
		name(first), p.Where(first.Pos(), at.Pos()))
	for _, serve := range serves {
		f.Related(serve, "%s serves it here", name(serve))
	}
	fixServer(p, f, at)
}

// reportHelper reports a call of http.ListenAndServe and the like, which make a
// server of their own and take no limit.
func reportHelper(p *lint.Pass, call ssa.CallInstruction) {
	callee := call.Common().StaticCallee()
	if callee == nil {
		return
	}
	fn, ok := callee.Object().(*types.Func)
	if !ok {
		return
	}
	row := catalog.FuncOf(fn)
	if row == nil || row.Role != catalog.Serve {
		return
	}
	expr, ok := p.CallExpr(call)
	if !ok || !helperExposed(p, fn.Name(), call.Common().Args) {
		return
	}
	f := p.Report(expr, "helper", "%s lets a client that never finishes its header hold a connection and its goroutine for ever: its server has no ReadHeaderTimeout, and the call has no place for one",
		lint.Name(expr))
	fixHelper(p, f, expr, fn.Name())
}

// construction returns what makes a server: a literal, new(http.Server), or the declaration
// of a variable without a value; nil for a field of that kind.
func construction(p *lint.Pass, o flow.Origin) ast.Node {
	switch node, _ := p.Syntax(o); node := node.(type) {
	case *ast.CompositeLit, *ast.CallExpr:
		return node
	case *ast.ValueSpec:
		return node
	}
	return nil
}

// servingSyntax returns the call that serves, or the method value, or nil.
func servingSyntax(p *lint.Pass, s summary.Serving) ast.Node {
	if call, ok := s.Instruction.(ssa.CallInstruction); ok {
		if expr, ok := p.CallExpr(call); ok {
			return expr
		}
		return nil
	}
	cur, ok := p.Cursor(s.Pos(), s.Pos())
	if !ok {
		return nil
	}
	for c := range cur.Enclosing() {
		if sel, ok := c.Node().(*ast.SelectorExpr); ok {
			return sel
		}
	}
	return nil
}

// name returns how the source writes what serves: "srv.ListenAndServe".
func name(serve ast.Node) string {
	if call, ok := serve.(*ast.CallExpr); ok {
		return lint.Name(call)
	}
	return types.ExprString(serve.(ast.Expr))
}
