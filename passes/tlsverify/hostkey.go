package tlsverify

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// checkHostKey looks at a call of ssh.InsecureIgnoreHostKey.
func (c *checker) checkHostKey(cur inspector.Cursor) {
	call := cur.Node().(*ast.CallExpr)
	if c.callee(call) == sshPath+".InsecureIgnoreHostKey" {
		c.reportHostKey(cur, types.ExprString(call.Fun))
	}
}

// checkHostKeyLiterals looks at functions that accept any host key.
func (c *checker) checkHostKeyLiterals() {
	for cur := range c.root.Preorder((*ast.FuncLit)(nil)) {
		lit := cur.Node().(*ast.FuncLit)
		if onlyReturnsNil(lit.Body) && c.isHostKeyCallback(cur) {
			c.reportHostKey(cur, "it returns nil for any key")
		}
	}
}

// isHostKeyCallback reports whether a function literal becomes an ssh.HostKeyCallback.
func (c *checker) isHostKeyCallback(lit inspector.Cursor) bool {
	switch parent := lit.Parent().Node().(type) {
	case *ast.KeyValueExpr:
		key, ok := parent.Key.(*ast.Ident)
		return ok && isCallback(c.TypesInfo.Uses[key])
	case *ast.AssignStmt:
		for i, value := range parent.Rhs {
			if value == lit.Node() && i < len(parent.Lhs) {
				return isType(c.TypesInfo.TypeOf(parent.Lhs[i]), sshPath, "HostKeyCallback")
			}
		}
	case *ast.CallExpr:
		return c.TypesInfo.Types[parent.Fun].IsType() && isType(c.TypesInfo.TypeOf(parent.Fun), sshPath, "HostKeyCallback")
	}
	return false
}

func isCallback(field types.Object) bool {
	return field != nil && isType(field.Type(), sshPath, "HostKeyCallback")
}

func (c *checker) reportHostKey(cur inspector.Cursor, evidence string) {
	uses := c.uses(cur, c.variables(holderOf(cur)))
	if c.excusedHost(uses) || c.replaced(cur, c.ignoresHostKey) || c.callbackReplaced(cur) {
		return
	}
	c.Report(cur.Node(), "hostkey", "%s accepts any host key, so whoever sits between can pose as the server and take over the session (%s)", c.subjectAt(cur), evidence)
}

// excusedHost is excused for SSH. That a function names a socket says nothing of the host: the agent, or what runs there, listens on one.
func (c *checker) excusedHost(uses []inspector.Cursor) bool {
	if c.nearby(uses[0]) && !c.names(uses[0], []string{"local", "localhost", "loopback"}, isLoopback) {
		return slices.ContainsFunc(uses, func(use inspector.Cursor) bool { return c.optional(use, use != uses[0]) }) || c.optIn(uses[0])
	}
	return c.excused(uses)
}

// ignoresHostKey reports whether a node makes a callback, too, that accepts any key.
func (c *checker) ignoresHostKey(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && c.callee(call) == sshPath+".InsecureIgnoreHostKey"
		return !found
	})
	return found
}

// callbackReplaced reports whether the function sets the HostKeyCallback of what it makes once more, and to something better.
func (c *checker) callbackReplaced(cur inspector.Cursor) bool {
	fn := function(cur)
	if fn == nil {
		return false
	}
	body, _ := c.root.FindNode(fn)
	for other := range body.Preorder((*ast.AssignStmt)(nil)) {
		assign := other.Node().(*ast.AssignStmt)
		if assign.Pos() <= cur.Node().Pos() && cur.Node().End() <= assign.End() {
			continue
		}
		for i, to := range assign.Lhs {
			sel, ok := ast.Unparen(to).(*ast.SelectorExpr)
			if ok && isCallback(c.TypesInfo.Uses[sel.Sel]) && (len(assign.Lhs) != len(assign.Rhs) || !c.ignoresHostKey(assign.Rhs[i])) {
				return true
			}
		}
	}
	return false
}
