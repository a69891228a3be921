package lint

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// CallExpr returns the syntax of a call.
func (p *Pass) CallExpr(call ssa.CallInstruction) (*ast.CallExpr, bool) {
	pos := call.Common().Pos()
	for cur := range p.enclosing(pos) {
		if expr, ok := cur.Node().(*ast.CallExpr); ok && expr.Lparen == pos {
			return expr, true
		}
	}
	return nil, false
}

// Syntax returns the expression or name that makes a value: a composite literal, a
// call, a declared variable, or the mention of another package's variable.
func (p *Pass) Syntax(o flow.Origin) (ast.Node, bool) {
	if g := flow.VariableOf(o); g != nil {
		return p.mention(o.Value.(*ssa.UnOp), g.Object())
	}
	if call, ok := o.Value.(*ssa.Call); ok {
		return p.CallExpr(call)
	}
	if o.Value == nil || o.Field != nil {
		return nil, false
	}
	pos := o.Value.Pos()
	for cur := range p.enclosing(pos) {
		switch n := cur.Node().(type) {
		case *ast.CompositeLit:
			if n.Lbrace == pos {
				return n, true
			}
		case *ast.CallExpr:
			if n.Lparen == pos {
				return n, true // new(T)
			}
		case *ast.ValueSpec:
			if !slices.ContainsFunc(n.Names, func(name *ast.Ident) bool { return name.NamePos == pos }) {
				return nil, false // something in its value
			}
			if len(n.Values) == 1 {
				return ast.Unparen(n.Values[0]), true
			}
			return n, true
		case *ast.Ident:
			if _, ok := cur.Parent().Node().(*ast.ValueSpec); !ok && n.NamePos == pos {
				return defined(cur.Parent().Node(), n), true
			}
		}
	}
	return nil, false
}

// defined returns the literal that a short declaration gives a name, or else the name. An empty
// literal makes no object of its own in SSA form, it is the variable.
func defined(decl ast.Node, name *ast.Ident) ast.Node {
	assign, ok := decl.(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != len(assign.Rhs) {
		return name
	}
	if i := slices.Index(assign.Lhs, ast.Expr(name)); i >= 0 {
		if lit, ok := ast.Unparen(assign.Rhs[i]).(*ast.CompositeLit); ok {
			return lit
		}
	}
	return name
}

// mention finds where a function, or the initializer of a variable, names another package's
// variable. Where it does so more than once, there is no telling which mention is meant.
func (p *Pass) mention(load *ssa.UnOp, variable types.Object) (ast.Node, bool) {
	within := load.Parent().Syntax()
	var found []*ast.SelectorExpr
	for _, file := range p.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if decl, ok := n.(*ast.FuncDecl); ok && within == nil && decl.Body != nil {
				return false // the load stands in the package's init, so in no function
			}
			sel, ok := n.(*ast.SelectorExpr)
			if ok && p.TypesInfo.Uses[sel.Sel] == variable && (within == nil || within.Pos() <= sel.Pos() && sel.End() <= within.End()) {
				found = append(found, sel)
			}
			return true
		})
	}
	if len(found) != 1 {
		return nil, false
	}
	return found[0], true
}

// enclosing yields the syntax around a position, innermost first.
func (p *Pass) enclosing(pos token.Pos) func(yield func(inspector.Cursor) bool) {
	return func(yield func(inspector.Cursor) bool) {
		if !pos.IsValid() || p.FileAt(pos) == nil {
			return
		}
		cur, ok := p.Cursor(pos, pos)
		if !ok {
			return
		}
		for c := range cur.Enclosing() {
			if !yield(c) {
				return
			}
		}
	}
}

// Condition returns the condition that SSA places at pos: a comparison, a call, a look into a map, or a case of a switch.
func (p *Pass) Condition(pos token.Pos) (found ast.Expr, ok bool) {
	for cur := range p.enclosing(pos) {
		expr, isExpr := cur.Node().(ast.Expr)
		if !isExpr {
			break
		}
		switch expr := expr.(type) {
		case *ast.BinaryExpr:
			if expr.OpPos == pos {
				return expr, true
			}
		case *ast.CallExpr:
			if expr.Lparen == pos {
				return expr, true
			}
		case *ast.IndexExpr:
			if expr.Lbrack == pos {
				return expr, true
			}
		}
		if expr.Pos() == pos {
			found = expr
		}
	}
	return found, found != nil
}

// Blocked says what waits while a call at pos does: a loop, a goroutine, a handler or a function.
func (p *Pass) Blocked(pos token.Pos) string {
	what := ""
	for cur := range p.enclosing(pos) {
		switch n := cur.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if what == "" {
				what = "the loop"
			}
		case *ast.GoStmt:
			if what == "" {
				what = "a goroutine"
			}
		case *ast.FuncLit:
			if what == "" && p.isHandler(n.Type) {
				what = "the handler"
			}
		case *ast.FuncDecl:
			if what == "" && p.isHandler(n.Type) {
				return "the handler " + n.Name.Name
			}
			if what == "" {
				return n.Name.Name
			}
			return what + " in " + n.Name.Name
		}
	}
	return what
}

// isHandler reports whether a function answers inbound requests.
func (p *Pass) isHandler(fn *ast.FuncType) bool {
	for _, param := range fn.Params.List {
		switch t := p.TypesInfo.TypeOf(param.Type); t.String() {
		case "net/http.ResponseWriter", "*github.com/gin-gonic/gin.Context":
			return true
		default:
			if strings.HasPrefix(t.String(), "github.com/labstack/echo/") && strings.HasSuffix(t.String(), ".Context") {
				return true
			}
		}
	}
	return false
}

// Where names a place for the message of a finding at from: "line 7", or "client.go:7" where
// that is another file.
func (p *Pass) Where(pos, from token.Pos) string {
	to := p.Fset.Position(pos)
	if to.Filename == p.Fset.Position(from).Filename {
		return fmt.Sprintf("line %d", to.Line)
	}
	return fmt.Sprintf("%s:%d", to.Filename[strings.LastIndexAny(to.Filename, `/\`)+1:], to.Line)
}

// Name returns how the source writes what a call calls, shortened where that is long: "c.client.Get".
func Name(call *ast.CallExpr) string {
	name := types.ExprString(call.Fun)
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && len(name) > 40 {
		return sel.Sel.Name
	}
	return name
}
