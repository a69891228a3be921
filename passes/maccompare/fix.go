package maccompare

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

// fix offers to compare in constant time where the outcome is the same: whether two texts are equal.
func (f *finder) fix(found *lint.Finding, node ast.Expr, category string) {
	switch n := node.(type) {
	case *ast.BinaryExpr:
		found.Fix("Compare in constant time", func(b *fix.Builder) { f.operator(b, n, category) })
	case *ast.CallExpr:
		if fn, ok := f.TypesInfo.Uses[calleeName(n)].(*types.Func); ok && fn.FullName() == "bytes.Equal" && len(n.Args) == 2 && f.tagOf(n) == nil {
			found.Fix("Compare in constant time", func(b *fix.Builder) {
				b.DropImport("bytes", 1)
				b.Replace(n.Fun, b.Import("crypto/hmac", n.Pos())+"Equal")
			})
		}
	}
}

func calleeName(call *ast.CallExpr) *ast.Ident {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.Sel
	}
	return nil
}

// operator writes a call in the place of an operator. Of a MAC it is the one that readers expect beside hmac.New.
func (f *finder) operator(b *fix.Builder, n *ast.BinaryExpr, category string) {
	x, y := f.asBytes(b, n.X), f.asBytes(b, n.Y)
	if category == "mac" {
		not := ""
		if n.Op == token.NEQ {
			not = "!"
		}
		b.Replace(n, not+b.Import("crypto/hmac", n.Pos())+"Equal("+x+", "+y+")")
		return
	}
	b.Replace(n, b.Import("crypto/subtle", n.Pos())+"ConstantTimeCompare("+x+", "+y+") "+n.Op.String()+" 1")
}

// asBytes returns the source of a text as bytes, without a conversion that becomes needless.
func (f *finder) asBytes(b *fix.Builder, expr ast.Expr) string {
	expr = ast.Unparen(expr)
	if call, ok := expr.(*ast.CallExpr); ok && len(call.Args) == 1 && f.TypesInfo.Types[call.Fun].IsType() {
		if inner := f.TypesInfo.TypeOf(call.Args[0]); types.Identical(inner, types.NewSlice(types.Typ[types.Byte])) {
			return b.Text(call.Args[0])
		}
	}
	return "[]byte(" + b.Text(expr) + ")"
}
