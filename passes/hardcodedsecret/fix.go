package hardcodedsecret

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// fromEnvironment returns what puts os.Getenv in the place of a literal.
func (f *finder) fromEnvironment(s summary.Secret, lit *lint.Literal) func(*fix.Builder) {
	return func(b *fix.Builder) {
		text, _ := s.Text.Known()
		switch {
		case !unsafe:
			b.Abandon("the program would need a setting that nobody made")
		case text != lit.Value:
			b.Abandon("only a part of the constant is the secret")
		case !types.Identical(types.Default(f.TypesInfo.TypeOf(lit.Expr)), types.Typ[types.String]) || f.isConstant(lit.Expr):
			b.Abandon("a call can't stand in its place")
		default:
			b.Replace(lit.Expr, fmt.Sprintf("%sGetenv(%q)", b.Import("os", lit.Expr.Pos()), variable(s, lit)))
		}
	}
}

// isConstant reports whether an expression is in a place where only a constant can be.
func (f *finder) isConstant(expr ast.Expr) bool {
	cur, ok := f.Cursor(expr.Pos(), expr.End())
	if !ok {
		return true
	}
	for outer := range cur.Enclosing() {
		switch n := outer.Node().(type) {
		case *ast.GenDecl:
			return n.Tok.String() == "const"
		case *ast.BinaryExpr:
			if f.TypesInfo.Types[n].Value != nil {
				return true // a part of a constant
			}
		case ast.Stmt:
			return false
		}
	}
	return false
}

// variable names the environment variable for a secret: after the variable that holds it, or what it is.
func variable(s summary.Secret, lit *lint.Literal) string {
	name := s.What
	switch {
	case catalog.NamesSecret(lit.Name):
		name = lit.Name[strings.LastIndexByte(lit.Name, '.')+1:]
	case s.Key != "":
		name = s.Key
	}
	return strings.ToUpper(strings.Join(flow.Words(name), "_"))
}
