package tlsverify

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
)

// checkGRPC looks at a call of grpc.WithPerRPCCredentials, whose list of options may have one, too, that does without TLS.
//
// grpc-go refuses to send credentials whose RequireTransportSecurity returns true over such a connection, so only those that
// are known to return false are a leak.
func (c *checker) checkGRPC(cur inspector.Cursor) {
	call := cur.Node().(*ast.CallExpr)
	if c.callee(call) != grpcPath+".WithPerRPCCredentials" || len(call.Args) != 1 || !c.sendsInClear(c.TypesInfo.TypeOf(call.Args[0])) {
		return
	}
	for _, option := range c.together(cur) {
		plain := c.plaintext(option)
		if plain == nil || c.optional(cur, false) || c.nearby(cur) || c.optIn(cur) || c.forDevelopment(cur) {
			continue
		}
		c.Report(call, "grpc", "%s sends the credentials of each call in clear, and whoever listens can use them (%s, %s)",
			c.subjectAt(cur), types.ExprString(plain.Fun), c.Where(plain.Pos(), call.Pos()))
		return
	}
}

// together returns the options that are always given together with one: the elements of its list, and of those that are appended
// to the same variable at the same place.
func (c *checker) together(cur inspector.Cursor) []ast.Expr {
	var all []ast.Expr
	list := elements(cur.Parent().Node())
	if list == nil {
		return nil
	}
	all = append(all, list...)
	h := holderOf(cur)
	block := blockOf(cur)
	if h == nil || block == nil {
		return all
	}
	for _, stmt := range block.List {
		assign, ok := stmt.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 || ast.Node(assign) == h.at || !c.same(assign.Lhs[0], h.names[0]) {
			continue
		}
		all = append(all, elements(ast.Unparen(assign.Rhs[0]))...)
	}
	return all
}

// elements returns the expressions in a list of options.
func elements(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		return n.Args
	case *ast.CompositeLit:
		return n.Elts
	}
	return nil
}

func blockOf(cur inspector.Cursor) *ast.BlockStmt {
	for c := range cur.Enclosing((*ast.BlockStmt)(nil)) {
		return c.Node().(*ast.BlockStmt)
	}
	return nil
}

// plaintext returns the call if an option is one that does without TLS.
func (c *checker) plaintext(option ast.Expr) *ast.CallExpr {
	call, ok := ast.Unparen(option).(*ast.CallExpr)
	if !ok {
		return nil
	}
	switch c.callee(call) {
	case grpcPath + ".WithInsecure":
		return call
	case grpcPath + ".WithTransportCredentials":
		arg, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr)
		if ok && c.callee(arg) == grpcPath+"/credentials/insecure.NewCredentials" {
			return call
		}
	}
	return nil
}

// sendsInClear reports whether credentials are of a type of this package whose RequireTransportSecurity returns false.
func (c *checker) sendsInClear(t types.Type) bool {
	if t == nil {
		return false // it doesn't compile
	}
	method, _, _ := types.LookupFieldOrMethod(t, true, c.Pkg, "RequireTransportSecurity")
	decl := c.declaration(method)
	if decl == nil || decl.Body == nil || len(decl.Body.List) != 1 {
		return false
	}
	ret, ok := decl.Body.List[0].(*ast.ReturnStmt)
	return ok && !slices.ContainsFunc(ret.Results, func(x ast.Expr) bool {
		v := c.TypesInfo.Types[x].Value
		return v == nil || strings.Contains(v.String(), "true")
	})
}
