package tlsverify

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// uses returns where a function hands on what it makes at cur: cur itself, and the mentions of the local variables that hold
// it, or something made of it.
func (c *checker) uses(cur inspector.Cursor, vars []types.Object) []inspector.Cursor {
	found := []inspector.Cursor{cur}
	fn := function(cur)
	if fn == nil {
		return found
	}
	body, _ := c.root.FindNode(fn)
	for i := 0; i < len(vars); i++ {
		if vars[i].Parent() == c.Pkg.Scope() || vars[i].Pkg() != c.Pkg {
			continue
		}
		for mention := range body.Preorder((*ast.Ident)(nil)) {
			if c.TypesInfo.Uses[mention.Node().(*ast.Ident)] != vars[i] || !handsOn(mention) {
				continue
			}
			found = append(found, mention)
			for _, obj := range c.variables(holderOf(mention)) {
				if !slices.Contains(vars, obj) {
					vars = append(vars, obj)
				}
			}
		}
	}
	return found
}

// handsOn reports whether a mention of a variable is one of its value, not of one of its fields or methods.
func handsOn(mention inspector.Cursor) bool {
	kind, _ := mention.ParentEdge()
	switch kind {
	case edge.SelectorExpr_X:
		sel := mention.Parent()
		if kind, _ := sel.ParentEdge(); kind == edge.CallExpr_Fun {
			return sel.Node().(*ast.SelectorExpr).Sel.Name == "Clone"
		}
		return false
	case edge.AssignStmt_Lhs, edge.SelectorExpr_Sel, edge.KeyValueExpr_Key:
		return false
	case edge.BinaryExpr_X, edge.BinaryExpr_Y: // cfg != nil
		return false
	}
	return true
}

// serving are words in the names of functions, types and fields that are for servers.
var serving = []string{"server", "serve", "listen", "listener", "creds"}

// calling are words in the names of functions that call a server.
var calling = []string{"client", "dial", "connect", "connection", "conn", "to", "request", "fetch", "get", "send", "call"}

// forServer reports whether a function is there for a server, by its name.
func forServer(fn *ast.FuncDecl) bool {
	return fn != nil && hasWord(fn.Name.Name, serving) && !hasWord(fn.Name.Name, calling)
}

// serves reports whether a value goes to a server from one of the places where it is handed on.
func (c *checker) serves(uses []inspector.Cursor) bool {
	return slices.ContainsFunc(uses, func(cur inspector.Cursor) bool {
		if id, ok := cur.Node().(*ast.Ident); ok && !isConfig(c.TypesInfo.TypeOf(id)) {
			return false // a transport, say, in the handler of a server
		}
		for up := range cur.Enclosing() {
			switch n := up.Node().(type) {
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && up != cur && hasWord(key.Name, []string{"client"}) {
					return false // TLSClientConfig
				}
			case *ast.CallExpr:
				if name := c.callee(n); hasWord(name[strings.LastIndexByte(name, '.')+1:], serving) {
					return true
				}
			case *ast.CompositeLit:
				if t := c.TypesInfo.TypeOf(n); t != nil && hasWord(typeName(t), serving) {
					return true
				}
			case *ast.AssignStmt:
				return slices.ContainsFunc(n.Lhs, c.ofServer)
			case *ast.BlockStmt:
				return false
			}
		}
		return false
	})
}

// isConfig reports whether a type is tls.Config, or the credentials that grpc-go makes of one.
func isConfig(t types.Type) bool {
	return isType(t, tlsPath, "Config") || isType(t, grpcPath+"/credentials", "TransportCredentials")
}

// ofServer reports whether an expression is a field of a server: srv.TLSConfig.
func (c *checker) ofServer(x ast.Expr) bool {
	sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
	return ok && (hasWord(typeName(c.TypesInfo.TypeOf(sel.X)), serving) || c.ofServer(sel.X))
}

func typeName(t types.Type) string {
	if t == nil {
		return ""
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj().Name()
	}
	return ""
}

func hasWord(name string, words []string) bool {
	return slices.ContainsFunc(flow.Words(name), func(word string) bool { return slices.Contains(words, word) })
}

// replaced reports whether a function gives what holds a value another one later, which may be the better one: an option overrides a default.
func (c *checker) replaced(cur inspector.Cursor, worse func(ast.Node) bool) bool {
	h, fn := holderOf(cur), function(cur)
	if h == nil || fn == nil {
		return false
	}
	body, _ := c.root.FindNode(fn)
	for other := range body.Preorder((*ast.AssignStmt)(nil)) {
		assign := other.Node().(*ast.AssignStmt)
		if assign.Pos() <= h.at.Pos() || assign.Tok == token.DEFINE || isAlternative(cur, other) {
			continue
		}
		for i, to := range assign.Lhs {
			if slices.ContainsFunc(h.names, func(name ast.Expr) bool { return c.same(name, to) }) &&
				(len(assign.Lhs) != len(assign.Rhs) || !c.TypesInfo.Types[assign.Rhs[i]].IsNil() && !worse(assign.Rhs[i])) {
				return true
			}
		}
	}
	return false
}

// isAlternative reports whether one of two places is in the else branch of the other's condition, or in another case: only one of
// the two is executed.
func isAlternative(a, b inspector.Cursor) bool {
	for up := range a.Enclosing() {
		kind, _ := up.ParentEdge()
		switch parent := up.Parent().Node().(type) {
		case nil, *ast.FuncDecl:
			return false
		case *ast.IfStmt:
			if kind == edge.IfStmt_Body && parent.Else != nil && within(b.Node(), parent.Else) {
				return true
			}
		case *ast.BlockStmt:
			if _, isCase := up.Node().(*ast.CaseClause); isCase && within(b.Node(), parent) && !within(b.Node(), up.Node()) {
				return true
			}
		}
	}
	return false
}

func within(n, outer ast.Node) bool { return outer.Pos() <= n.Pos() && n.End() <= outer.End() }

// same reports whether two expressions name the same variable or field.
func (c *checker) same(a, b ast.Expr) bool {
	if id, ok := a.(*ast.Ident); ok && (id.Name == "_" || id.Name == "err") {
		return false
	}
	root := c.rootOf(a)
	return root != nil && root == c.rootOf(b) && types.ExprString(a) == types.ExprString(b)
}
