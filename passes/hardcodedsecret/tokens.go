package hardcodedsecret

import (
	"go/ast"
	"go/constant"
	"regexp"
	"strings"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// tokens looks for the credentials of well-known providers, wherever they are written.
func (f *finder) tokens() {
	for cur := range f.Root().Preorder((*ast.BasicLit)(nil), (*ast.BinaryExpr)(nil)) {
		expr := cur.Node().(ast.Expr)
		value := f.TypesInfo.Types[expr].Value
		if value == nil || value.Kind() != constant.String || f.Quiet(expr.Pos()) {
			continue
		}
		if outer, ok := cur.Parent().Node().(*ast.BinaryExpr); ok && f.TypesInfo.Types[outer].Value != nil {
			continue // a part of a constant
		}
		text := constant.StringVal(value)
		for _, token := range catalog.TokensIn(text) {
			f.reportToken(expr, token, text[token.Start:token.End])
		}
		f.url(expr, text)
	}
}

// reportToken reports the credential of a well-known provider, once for all that an expression holds.
func (f *finder) reportToken(expr ast.Expr, token catalog.Token, text string) {
	if f.reported[expr.Pos()] || f.isExplained(expr) {
		return
	}
	f.reported[expr.Pos()] = true
	category, sure := "token", "by its form"
	if token.Format.Low {
		category = "form"
	}
	if token.Format.Checksum {
		sure = "its checksum is right"
	}
	c := summary.ConstantOf(text)
	f.Report(expr, category, "%s is a %s, so whoever reads the source can use it; load it at run time, and revoke this one (%s, %d characters, %q…)",
		named(&lint.Literal{Name: f.NameOf(expr)}), token.Format, sure, c.Length, c.Start)
}

// login matches a URL with a user and a password.
var login = regexp.MustCompile(`^[a-z][a-z0-9+.-]*://([^\s/:@]+):([^\s/@]{4,})@([^\s/]+)`)

// spoken are what documentation calls a password.
var spoken = map[string]bool{"pword": true, "pswd": true, "passw0rd": true, "mypassword": true, "mysecretpassword": true}

// url reports a URL with a password in it, whatever it is for: nothing else than a client's login is written so.
func (f *finder) url(expr ast.Expr, text string) {
	parts := login.FindStringSubmatch(text)
	if parts == nil || f.reported[expr.Pos()] || f.isExplained(expr) {
		return
	}
	user, password, host := parts[1], parts[2], parts[3]
	if defaults[password] || spoken[password] || password == user || catalog.Placeholder(password) || catalog.Placeholder(user) || lint.IsInside(host) || strings.ContainsAny(password, "%$") {
		return
	}
	f.reported[expr.Pos()] = true
	c := summary.ConstantOf(password)
	f.Report(expr, "url", "%s is a URL with a password, so whoever reads the source can use it; load it at run time, and change it (%d characters, %q…)",
		named(&lint.Literal{Name: f.NameOf(expr)}), c.Length, c.Start)
}
