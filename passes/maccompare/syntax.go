package maccompare

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

// position returns where the syntax of a comparison is looked for.
func position(instr ssa.Instruction) token.Pos {
	if call, ok := instr.(*ssa.Call); ok {
		return call.Call.Pos()
	}
	return instr.Pos()
}

// operands returns the syntax of what a comparison compares: those of an operator, the arguments of a call, or the tag of a switch and
// one of its cases.
func (f *finder) operands(node ast.Expr) (x, y ast.Expr, ok bool) {
	switch n := node.(type) {
	case *ast.BinaryExpr:
		if n.Op == token.EQL || n.Op == token.NEQ {
			return n.X, n.Y, true
		}
	case *ast.CallExpr:
		if tag := f.tagOf(n); tag != nil {
			return tag, n, true
		}
		if len(n.Args) == 2 {
			return n.Args[0], n.Args[1], true
		}
		return nil, nil, false
	}
	tag := f.tagOf(node)
	return tag, node, tag != nil
}

// tagOf returns the tag of the switch that an expression is a case of, or nil.
func (f *finder) tagOf(expr ast.Expr) ast.Expr {
	cur, ok := f.Cursor(expr.Pos(), expr.End())
	for ; ok && cur.Node() != nil; cur = cur.Parent() {
		switch n := cur.Node().(type) {
		case *ast.CaseClause:
			body, ok := cur.Parent().Parent().Node().(*ast.SwitchStmt)
			if ok && n.Colon > expr.End()-1 {
				return body.Tag
			}
			return nil
		case ast.Stmt:
			return nil
		}
	}
	return nil
}

// bare takes conversions and parentheses off an expression.
func (f *finder) bare(expr ast.Expr) ast.Expr {
	for {
		expr = ast.Unparen(expr)
		call, ok := expr.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !f.TypesInfo.Types[call.Fun].IsType() {
			return expr
		}
		expr = call.Args[0]
	}
}

const maxName = 40 // letters of an expression in a message

// nameOf returns how the source writes a text, or its end where that is long.
func (f *finder) nameOf(expr ast.Expr) string {
	expr = f.bare(expr)
	if call, ok := expr.(*ast.CallExpr); ok {
		return lint.Name(call)
	}
	if text := types.ExprString(expr); len(text) <= maxName {
		return text
	}
	if sel, ok := expr.(*ast.SelectorExpr); ok {
		return sel.Sel.Name
	}
	return "the text"
}

// lastName returns the name that an expression ends in, or "".
func (f *finder) lastName(expr ast.Expr) string {
	switch expr := f.bare(expr).(type) {
	case *ast.Ident:
		return expr.Name
	case *ast.SelectorExpr:
		return expr.Sel.Name
	case *ast.IndexExpr:
		if key := f.TypesInfo.Types[expr.Index].Value; key != nil && key.Kind() == constant.String {
			return constant.StringVal(key)
		}
		return f.lastName(expr.X)
	}
	return ""
}

// words writes a name as text: "webhook secret" for "webhookSecret".
func words(name string) string { return strings.Join(flow.Words(name), " ") }
