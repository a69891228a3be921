package lint

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A Literal is where a constant is written.
type Literal struct {
	Expr ast.Expr
	// Name is what the constant or the variable that it is the value of is called, if that is one of the package's.
	Name string
	// Value is all of the constant.
	Value string
}

// Literal returns where a constant part of a text is written in this package, or false if it is elsewhere.
func (p *Pass) Literal(part flow.Part) (*Literal, bool) {
	c, ok := part.Origin.Value.(*ssa.Const)
	if !ok || c.Value == nil {
		node, ok := p.Syntax(flow.Origin{Kind: flow.Object, Value: part.Origin.Value})
		expr, isExpr := node.(ast.Expr)
		return &Literal{Expr: expr, Name: p.NameOf(expr), Value: part.Constant}, ok && isExpr // bytes, one by one
	}
	instr := p.Summary.User(c)
	if instr == nil {
		return nil, false
	}
	for _, root := range append(p.near(instr, c), p.syntaxOf(instr.Parent())...) {
		if expr := p.valued(root, c.Value); expr != nil {
			return p.literal(expr, c.Value)
		}
	}
	return nil, false
}

// near returns the syntax closest to an instruction that uses a constant: other constants of its function may have the same value.
func (p *Pass) near(instr ssa.Instruction, c *ssa.Const) []inspector.Cursor {
	node, _ := p.Site(instr)
	if call, ok := node.(*ast.CallExpr); ok {
		node = argument(instr.(ssa.CallInstruction).Common(), call, c)
	}
	if phi, ok := instr.(*ssa.Phi); ok {
		node = p.assigned(phi, c)
	}
	if node == nil {
		return nil
	}
	cur, ok := p.Cursor(node.Pos(), node.End())
	if !ok {
		return nil
	}
	return []inspector.Cursor{cur}
}

// argument returns the argument of a call that is a constant, or nil.
func argument(call *ssa.CallCommon, expr *ast.CallExpr, c *ssa.Const) ast.Node {
	i := slices.Index(call.Args, ssa.Value(c))
	if call.Signature().Recv() != nil && !call.IsInvoke() {
		i--
	}
	if i < 0 || i >= len(expr.Args) {
		return nil
	}
	return expr.Args[i]
}

// assigned returns the assignment of a constant to the variable that a phi stands for, or nil.
func (p *Pass) assigned(phi *ssa.Phi, c *ssa.Const) ast.Node {
	for _, root := range p.syntaxOf(phi.Parent()) {
		for cur := range root.Preorder((*ast.AssignStmt)(nil)) {
			assign := cur.Node().(*ast.AssignStmt)
			if name, ok := assign.Lhs[0].(*ast.Ident); ok && len(assign.Lhs) == 1 && name.Name == phi.Comment && p.valued(cur, c.Value) != nil {
				return assign
			}
		}
	}
	return nil
}

// syntaxOf returns the syntax of a function, or that of the package's variables.
func (p *Pass) syntaxOf(fn *ssa.Function) []inspector.Cursor {
	if node := fn.Syntax(); node != nil {
		cur, ok := p.Cursor(node.Pos(), node.End())
		if !ok {
			return nil
		}
		return []inspector.Cursor{cur}
	}
	var decls []inspector.Cursor
	for cur := range p.Root().Preorder((*ast.GenDecl)(nil)) {
		if _, ok := cur.Parent().Node().(*ast.File); ok && !p.Quiet(cur.Node().Pos()) {
			decls = append(decls, cur)
		}
	}
	return decls
}

// valued returns the first, outermost expression that has a constant's value, or nil. The name of a declared constant isn't one.
func (p *Pass) valued(root inspector.Cursor, value constant.Value) ast.Expr {
	for cur := range root.Preorder((*ast.BasicLit)(nil), (*ast.BinaryExpr)(nil), (*ast.Ident)(nil), (*ast.SelectorExpr)(nil)) {
		expr := cur.Node().(ast.Expr)
		tv, ok := p.TypesInfo.Types[expr]
		if ok && tv.Value != nil && tv.Value.Kind() == value.Kind() && constant.Compare(tv.Value, token.EQL, value) {
			return expr
		}
	}
	return nil
}

// literal goes on from the name of a constant to where it is declared.
func (p *Pass) literal(expr ast.Expr, value constant.Value) (*Literal, bool) {
	found := &Literal{Expr: expr, Name: p.NameOf(expr), Value: constant.StringVal(value)}
	name, ok := expr.(*ast.Ident)
	if sel, isSel := expr.(*ast.SelectorExpr); isSel {
		name, ok = sel.Sel, true
	}
	if !ok {
		return found, true
	}
	declared, ok := p.TypesInfo.Uses[name].(*types.Const)
	if !ok || declared.Pkg() != p.Pkg {
		return nil, false // another package's
	}
	for cur := range p.enclosing(declared.Pos()) {
		spec, ok := cur.Node().(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, n := range spec.Names {
			if p.TypesInfo.Defs[n] == declared && i < len(spec.Values) {
				return &Literal{Expr: spec.Values[i], Name: n.Name, Value: found.Value}, true
			}
		}
	}
	return nil, false
}

// NameOf returns what the constant, variable or field that an expression is the value of is called, or "".
func (p *Pass) NameOf(expr ast.Expr) string {
	if expr == nil {
		return ""
	}
	for cur := range p.enclosing(expr.Pos()) {
		switch n := cur.Node().(type) {
		case *ast.ValueSpec:
			if len(n.Names) == 1 {
				return n.Names[0].Name
			}
		case *ast.AssignStmt:
			if len(n.Lhs) == 1 && len(n.Rhs) == 1 && n.Rhs[0].Pos() <= expr.Pos() {
				return types.ExprString(n.Lhs[0])
			}
		case *ast.CallExpr:
			if !p.TypesInfo.Types[n.Fun].IsType() {
				return ""
			}
		case *ast.CompositeLit:
			if n != expr {
				return ""
			}
		case *ast.BasicLit, *ast.Ident, *ast.SelectorExpr, *ast.ArrayType, *ast.ParenExpr, *ast.BinaryExpr:
		default:
			return ""
		}
	}
	return ""
}
