package tlsverify

import (
	"crypto/tls"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
)

var versions = map[uint64]string{0x0300: "SSL 3.0", tls.VersionTLS10: "TLS 1.0", tls.VersionTLS11: "TLS 1.1"}

// checkVersion looks at a setting of MinVersion or MaxVersion.
func (c *checker) checkVersion(s *setting) {
	if s.value == nil {
		return
	}
	value, ok := c.number(s.value)
	version := versions[value]
	if !ok || version == "" || len(c.others(s, s.field)) > 0 || c.compatible(s.cur) {
		return
	}
	if slices.ContainsFunc(c.others(s, "InsecureSkipVerify"), func(other *setting) bool { return other.value != nil && c.isTrue(other.value) }) {
		return // no version helps where nobody looks at the certificate
	}
	subject, evidence := c.subject(s), s.field+": "+types.ExprString(s.value)
	if s.field == "MaxVersion" {
		c.Report(s.cur.Node(), "version", "%s can't speak anything better than %s, which peers that keep to RFC 8996 refuse (%s)", subject, version, evidence)
		return
	}
	f := c.Report(s.cur.Node(), "version", "%s goes down to %s with a peer that asks for it, and nothing better than SHA-1 and CBC then protects what is sent (%s)",
		subject, version, evidence)
	if len(c.others(s, "MaxVersion")) > 0 || !c.isPlain(s.value) {
		return // the two belong together, or the value is for others too
	}
	f.Fix("Speak TLS 1.2 at least", func(b *fix.Builder) {
		b.Replace(s.value, b.Import(tlsPath, s.value.Pos())+"VersionTLS12")
	})
}

// isPlain reports whether a value is a number or a constant of crypto/tls.
func (c *checker) isPlain(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.BasicLit:
		return true
	case *ast.SelectorExpr:
		obj := c.TypesInfo.Uses[x.Sel]
		return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == tlsPath
	}
	return false
}

// compatibility are words in the names of code that is there for peers that can do no better.
var compatibility = []string{"old", "legacy", "compat", "compatible", "compatibility", "weak", "deprecated", "insecure", "tls10", "tls11", "profile", "profiles", "intermediate"}

// compatible reports whether weak settings are one choice of several, or there for peers that can do no better.
func (c *checker) compatible(cur inspector.Cursor) bool {
	for up := range cur.Enclosing() {
		switch n := up.Node().(type) {
		case *ast.IfStmt, *ast.CaseClause:
			return true
		case *ast.KeyValueExpr:
			if hasWord(types.ExprString(n.Key), compatibility) {
				return true
			}
		case *ast.ValueSpec:
			if hasWord(n.Names[0].Name, compatibility) {
				return true
			}
		case *ast.FuncDecl:
			return hasWord(n.Name.Name, compatibility) || hasWord(receiver(n), compatibility) || c.purposeful(cur) || c.nearby(cur) || c.optIn(cur)
		}
	}
	return c.purposeful(cur) || c.optIn(cur)
}
