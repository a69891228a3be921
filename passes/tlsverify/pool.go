package tlsverify

import (
	"crypto/x509"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
)

// checkPool looks at a call of AppendCertsFromPEM whose result is thrown away.
func (c *checker) checkPool(cur inspector.Cursor) {
	call := cur.Node().(*ast.CallExpr)
	if len(call.Args) != 1 || !isDropped(cur) || c.callee(call) != "(*crypto/x509.CertPool).AppendCertsFromPEM" || c.isFixed(call.Args[0]) || c.isBestEffort(cur) {
		return
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return
	}
	pool := types.ExprString(sel.X)
	c.Report(call, "pool", "%s stays as it is, without a word, if %s holds no certificate, and connections then fail with an unknown authority (AppendCertsFromPEM returns false)",
		pool, types.ExprString(call.Args[0]))
}

// isDropped reports whether the result of a call is thrown away.
func isDropped(call inspector.Cursor) bool {
	switch parent := call.Parent().Node().(type) {
	case *ast.ExprStmt:
		return true
	case *ast.AssignStmt:
		id, ok := parent.Lhs[0].(*ast.Ident)
		return len(parent.Lhs) == 1 && ok && id.Name == "_"
	}
	return false
}

// isBestEffort reports whether a file that can't be read is passed over too: if data, err := os.ReadFile(name); err == nil { ... }.
func (c *checker) isBestEffort(call inspector.Cursor) bool {
	for up := range call.Enclosing((*ast.IfStmt)(nil)) {
		cond, ok := up.Node().(*ast.IfStmt).Cond.(*ast.BinaryExpr)
		if ok && cond.Op == token.EQL && types.Identical(c.TypesInfo.TypeOf(cond.X), types.Universe.Lookup("error").Type()) {
			return true
		}
	}
	return false
}

// isFixed reports whether what a pool is made of is known when the program is built: a valid constant, or an embedded file.
func (c *checker) isFixed(x ast.Expr) bool {
	x = ast.Unparen(x)
	if conv, ok := x.(*ast.CallExpr); ok && len(conv.Args) == 1 && c.TypesInfo.Types[conv.Fun].IsType() {
		return c.isFixed(conv.Args[0])
	}
	if v := c.TypesInfo.Types[x].Value; v != nil && v.Kind() == constant.String {
		return x509.NewCertPool().AppendCertsFromPEM([]byte(constant.StringVal(v)))
	}
	id, ok := x.(*ast.Ident)
	if !ok {
		return false
	}
	if c.isEmbedded(c.TypesInfo.Uses[id]) {
		return true
	}
	init := c.onlyValue(id)
	return init != nil && c.isFixed(init)
}

// isEmbedded reports whether a variable holds a file that is a part of the program.
func (c *checker) isEmbedded(obj types.Object) bool {
	if obj == nil || obj.Parent() != c.Pkg.Scope() {
		return false
	}
	for cur := range c.root.Preorder((*ast.GenDecl)(nil)) {
		decl := cur.Node().(*ast.GenDecl)
		for _, spec := range decl.Specs {
			spec, ok := spec.(*ast.ValueSpec)
			if ok && slices.ContainsFunc(spec.Names, func(name *ast.Ident) bool { return c.TypesInfo.Defs[name] == obj }) {
				return hasEmbed(decl.Doc) || hasEmbed(spec.Doc)
			}
		}
	}
	return false
}

func hasEmbed(doc *ast.CommentGroup) bool {
	return doc != nil && slices.ContainsFunc(doc.List, func(comment *ast.Comment) bool { return strings.HasPrefix(comment.Text, "//go:embed ") })
}
