package tlsverify

import (
	_ "embed"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

const (
	tlsPath  = "crypto/tls"
	x509Path = "crypto/x509"
	sshPath  = "golang.org/x/crypto/ssh"
	grpcPath = "google.golang.org/grpc"
)

func run(p *lint.Pass) {
	if !concerned(p) {
		return
	}
	c := newChecker(p)
	c.collect()
	for _, s := range c.settings {
		switch s.field {
		case "InsecureSkipVerify":
			c.checkVerify(s)
		case "MinVersion", "MaxVersion":
			c.checkVersion(s)
		case "CipherSuites":
			c.checkSuites(s)
		case "ClientAuth":
			c.checkClientAuth(s)
		case "ClientCAs":
			c.checkClientCAs(s)
		}
	}
	c.checkHostKeyLiterals()
	for _, call := range c.calls {
		c.checkPool(call)
		c.checkHostKey(call)
		c.checkGRPC(call)
	}
}

// concerned reports whether the package uses anything that the rule is about.
func concerned(p *lint.Pass) bool {
	for _, obj := range p.TypesInfo.Uses {
		if obj.Pkg() == nil {
			continue
		}
		switch obj.Pkg().Path() {
		case tlsPath, x509Path, sshPath, grpcPath:
			return true
		}
	}
	return false
}

// A checker looks at one package by its syntax: the rule is about what the code says of a
// configuration, in packages that send nothing too.
type checker struct {
	*lint.Pass
	root     inspector.Cursor // of the files in which something may be reported
	settings []*setting
	calls    []inspector.Cursor
	// inspects tells that the package looks at the certificates of the servers that it calls.
	inspects bool
	// authenticates tells that the package looks at the certificates of any peers.
	authenticates bool
	// relays tells that the package delivers mail to servers that it finds by their MX records.
	relays bool
}

func newChecker(p *lint.Pass) *checker {
	files := slices.DeleteFunc(slices.Clone(p.Files), func(file *ast.File) bool { return p.Quiet(file.Package) })
	return &checker{Pass: p, root: inspector.New(files).Root()}
}

// A setting is one place where a field of a tls.Config, or an ssh.ClientConfig, is given a value.
type setting struct {
	cur   inspector.Cursor // of the pair in a literal, or the assignment
	field string
	value ast.Expr          // nil if it is one of several results
	lit   *ast.CompositeLit // the literal, or nil
	base  ast.Expr          // x in x.MinVersion = value, or nil
	fn    *ast.FuncDecl     // nil outside functions
}

// collect finds the settings and calls of the package.
func (c *checker) collect() {
	for cur := range c.root.Preorder((*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil), (*ast.SelectorExpr)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.KeyValueExpr:
			lit, ok := cur.Parent().Node().(*ast.CompositeLit)
			if key, isIdent := n.Key.(*ast.Ident); ok && isIdent && c.isField(key) {
				c.settings = append(c.settings, &setting{cur: cur, field: key.Name, value: n.Value, lit: lit, fn: function(cur)})
			}
		case *ast.AssignStmt:
			c.collectAssigned(cur, n)
		case *ast.SelectorExpr:
			c.noteUse(n)
		case *ast.CallExpr:
			c.calls = append(c.calls, cur)
		}
	}
}

func (c *checker) collectAssigned(cur inspector.Cursor, assign *ast.AssignStmt) {
	for i, to := range assign.Lhs {
		sel, ok := ast.Unparen(to).(*ast.SelectorExpr)
		if !ok || !c.isField(sel.Sel) {
			continue
		}
		s := &setting{cur: cur, field: sel.Sel.Name, base: sel.X, fn: function(cur)}
		if len(assign.Lhs) == len(assign.Rhs) {
			s.value = assign.Rhs[i]
		}
		c.settings = append(c.settings, s)
	}
}

// isField reports whether a name is that of a field of crypto/tls.
func (c *checker) isField(name *ast.Ident) bool {
	field, ok := c.TypesInfo.Uses[name].(*types.Var)
	return ok && field.IsField() && field.Pkg() != nil && field.Pkg().Path() == tlsPath
}

// noteUse notes what the package does with certificates of its own accord.
func (c *checker) noteUse(sel *ast.SelectorExpr) {
	obj := c.TypesInfo.Uses[sel.Sel]
	if obj == nil || obj.Pkg() == nil {
		return
	}
	switch obj.Pkg().Path() + "." + obj.Name() {
	case "crypto/tls.PeerCertificates", "crypto/tls.VerifiedChains", "crypto/tls.ConnectionState", "crypto/tls.OCSPResponse":
		_, isType := obj.(*types.TypeName)
		c.authenticates = c.authenticates || !isType
		c.inspects = c.inspects || !isType && !c.ofRequest(sel.X)
	case "crypto/x509.Verify", "crypto/x509.VerifyHostname", "crypto/x509.CheckSignature", "crypto/x509.CheckSignatureFrom":
		c.authenticates, c.inspects = true, true
	case "net/http.TLS":
		c.authenticates = true
		c.inspects = c.inspects || !c.ofRequest(sel)
	case "net.LookupMX":
		c.relays = true
	}
}

// ofRequest reports whether an expression is the TLS field of a request that a server received.
func (c *checker) ofRequest(x ast.Expr) bool {
	sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "TLS" && isType(c.TypesInfo.TypeOf(sel.X), "net/http", "Request")
}

// isType reports whether t, or what it points to, is the named type.
func isType(t types.Type, path, name string) bool {
	if t == nil {
		return false
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == name && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == path
}

// function returns the declared function around a cursor, or nil.
func function(cur inspector.Cursor) *ast.FuncDecl {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		return c.Node().(*ast.FuncDecl)
	}
	return nil
}

// callee returns the name of the function that is called, "crypto/tls.Dial", or "".
func (c *checker) callee(call *ast.CallExpr) string {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return ""
	}
	if fn, ok := c.TypesInfo.Uses[id].(*types.Func); ok {
		return fn.FullName()
	}
	return ""
}
