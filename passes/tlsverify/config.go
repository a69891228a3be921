package tlsverify

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A holder is what the source keeps something in that it makes: the left sides of the
// assignment or declaration around it.
type holder struct {
	at    ast.Node // the assignment or declaration
	names []ast.Expr
}

// holderOf returns what keeps the value that the cursor is a part of; nil where it is returned or passed on at once.
func holderOf(cur inspector.Cursor) *holder {
	for c := range cur.Enclosing() {
		switch n := c.Node().(type) {
		case *ast.FuncLit, *ast.FuncDecl, *ast.BlockStmt:
			return nil
		case *ast.AssignStmt:
			return &holder{n, n.Lhs}
		case *ast.ValueSpec:
			h := &holder{at: n}
			for _, name := range n.Names {
				h.names = append(h.names, name)
			}
			return h
		}
	}
	return nil
}

// variables returns the variables at the root of what holds a value: t of t.TLSClientConfig.
func (c *checker) variables(h *holder) []types.Object {
	var all []types.Object
	if h == nil {
		return nil
	}
	for _, name := range h.names {
		if obj := c.rootOf(name); obj != nil {
			all = append(all, obj)
		}
	}
	return all
}

// rootOf returns the variable that an expression begins with, or nil.
func (c *checker) rootOf(x ast.Expr) types.Object {
	for {
		switch e := x.(type) {
		case *ast.Ident:
			if obj, ok := c.TypesInfo.ObjectOf(e).(*types.Var); ok && e.Name != "_" {
				return obj
			}
			return nil
		case *ast.SelectorExpr:
			if id, ok := e.X.(*ast.Ident); ok {
				if _, isPkg := c.TypesInfo.Uses[id].(*types.PkgName); isPkg {
					return c.TypesInfo.Uses[e.Sel]
				}
			}
			x = e.X
		case *ast.ParenExpr:
			x = e.X
		case *ast.StarExpr:
			x = e.X
		case *ast.IndexExpr:
			x = e.X
		case *ast.TypeAssertExpr:
			x = e.X
		default:
			return nil
		}
	}
}

// subject returns what the user calls the configuration of a setting: the variable or field, or the function that makes it.
func (c *checker) subject(s *setting) string {
	if s.base != nil {
		return shorten(s.base)
	}
	return c.subjectAt(s.cur)
}

func (c *checker) subjectAt(cur inspector.Cursor) string {
	if h := holderOf(cur); h != nil {
		for _, name := range h.names {
			if id, ok := name.(*ast.Ident); !ok || id.Name != "_" {
				return shorten(name)
			}
		}
	}
	if fn := function(cur); fn != nil {
		return fn.Name.Name
	}
	return "the package " + c.Pkg.Name()
}

const maxSubject = 60

func shorten(x ast.Expr) string {
	text := types.ExprString(x)
	if sel, ok := x.(*ast.SelectorExpr); ok && len(text) > maxSubject {
		return sel.Sel.Name
	}
	return text
}

// others returns the settings of some fields of the same configuration. Two are of the same one if they stand in one literal, or
// if one function sets both through the same variable.
func (c *checker) others(s *setting, fields ...string) []*setting {
	var found []*setting
	mine := c.variablesOf(s)
	for _, other := range c.settings {
		if other == s || !slices.Contains(fields, other.field) {
			continue
		}
		sameLit := s.lit != nil && other.lit == s.lit
		sameVar := other.fn == s.fn && slices.ContainsFunc(c.variablesOf(other), func(obj types.Object) bool { return slices.Contains(mine, obj) })
		if sameLit || sameVar && (s.lit == nil || other.lit == nil) {
			found = append(found, other)
		}
	}
	return found
}

func (c *checker) variablesOf(s *setting) []types.Object {
	if s.base != nil {
		if root := c.rootOf(s.base); root != nil {
			return []types.Object{root}
		}
		return nil
	}
	return c.variables(holderOf(s.cur))
}

// assigned returns the assignments in the package to some fields of what may be the same configuration: of one that the function which
// assigns has made itself, it is if that is the function of the setting.
func (c *checker) assigned(s *setting, fields ...string) []*setting {
	var found []*setting
	for _, other := range c.settings {
		if other.base != nil && slices.Contains(fields, other.field) && (other.fn == s.fn || !c.isOwn(other.base)) {
			found = append(found, other)
		}
	}
	return found
}

// isOwn reports whether an expression is a variable that its function gives a literal.
func (c *checker) isOwn(x ast.Expr) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return false
	}
	obj := c.TypesInfo.Uses[id]
	for cur := range c.root.Preorder((*ast.Ident)(nil)) {
		if name := cur.Node().(*ast.Ident); obj == nil || c.TypesInfo.Defs[name] != obj || obj.Parent() == c.Pkg.Scope() {
			continue
		}
		value := definition(cur)
		if ref, ok := value.(*ast.UnaryExpr); ok && ref.Op == token.AND {
			value = ref.X
		}
		_, isLit := value.(*ast.CompositeLit)
		spec, isSpec := cur.Parent().Node().(*ast.ValueSpec)
		return isLit || isSpec && spec.Type != nil && len(spec.Values) == 0 && isType(c.TypesInfo.TypeOf(id), tlsPath, "Config")
	}
	return false
}

// isTrue reports whether an expression is a constant that is true.
func (c *checker) isTrue(x ast.Expr) bool {
	v := c.TypesInfo.Types[x].Value
	return v != nil && v.Kind() == constant.Bool && constant.BoolVal(v)
}

// number returns the value of a constant, or of a variable that is given one constant and nothing else.
func (c *checker) number(x ast.Expr) (uint64, bool) {
	v := c.TypesInfo.Types[x].Value
	if v == nil {
		init := c.onlyValue(x)
		if init == nil {
			return 0, false
		}
		v = c.TypesInfo.Types[init].Value
	}
	if v == nil || v.Kind() != constant.Int {
		return 0, false
	}
	return constant.Uint64Val(v)
}

// onlyValue returns the initial value of a variable of the package that nothing else is ever assigned to.
func (c *checker) onlyValue(x ast.Expr) ast.Expr {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return nil
	}
	obj, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok || obj.Pkg() != c.Pkg || obj.Exported() && obj.Parent() == c.Pkg.Scope() {
		return nil
	}
	var value ast.Expr
	for cur := range c.root.Preorder((*ast.Ident)(nil)) {
		name := cur.Node().(*ast.Ident)
		switch {
		case c.TypesInfo.Defs[name] == obj:
			value = definition(cur)
		case c.TypesInfo.Uses[name] == obj && mayChange(cur):
			return nil
		}
	}
	return value
}

// definition returns the value that a declaration gives a name, or nil.
func definition(name inspector.Cursor) ast.Expr {
	kind, i := name.ParentEdge()
	switch decl := name.Parent().Node().(type) {
	case *ast.ValueSpec:
		if kind == edge.ValueSpec_Names && len(decl.Values) == len(decl.Names) {
			return decl.Values[i]
		}
	case *ast.AssignStmt:
		if kind == edge.AssignStmt_Lhs && len(decl.Rhs) == len(decl.Lhs) {
			return decl.Rhs[i]
		}
	}
	return nil
}

// mayChange reports whether a mention of a variable assigns to it, or gives its address away.
func mayChange(name inspector.Cursor) bool {
	for c := range name.Enclosing() {
		switch kind, _ := c.ParentEdge(); kind {
		case edge.AssignStmt_Lhs, edge.IncDecStmt_X, edge.RangeStmt_Key, edge.RangeStmt_Value:
			return true
		case edge.UnaryExpr_X:
			return c.Parent().Node().(*ast.UnaryExpr).Op == token.AND
		case edge.IndexExpr_X, edge.SelectorExpr_X, edge.ParenExpr_X:
		default:
			return false
		}
	}
	return false
}

// acceptsAll reports whether an expression is a function that returns nil, whatever it is given, or nil itself.
func (c *checker) acceptsAll(x ast.Expr) bool {
	switch fn := ast.Unparen(x).(type) {
	case *ast.FuncLit:
		return onlyReturnsNil(fn.Body)
	case *ast.Ident:
		if c.TypesInfo.Types[fn].IsNil() {
			return true
		}
		decl := c.declaration(c.TypesInfo.Uses[fn])
		return decl != nil && onlyReturnsNil(decl.Body)
	case *ast.CallExpr: // ssh.HostKeyCallback(func ...)
		return len(fn.Args) == 1 && c.TypesInfo.Types[fn.Fun].IsType() && c.acceptsAll(fn.Args[0])
	}
	return false
}

func onlyReturnsNil(body *ast.BlockStmt) bool {
	if body == nil || len(body.List) != 1 {
		return false
	}
	ret, ok := body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	id, ok := ret.Results[0].(*ast.Ident)
	return ok && id.Name == "nil"
}

// declaration returns the declaration of a function of the package, or nil.
func (c *checker) declaration(obj types.Object) *ast.FuncDecl {
	if _, ok := obj.(*types.Func); !ok {
		return nil
	}
	for _, file := range c.Files {
		for _, d := range file.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && c.TypesInfo.Defs[fn.Name] == obj {
				return fn
			}
		}
	}
	return nil
}
