package tlsverify

import (
	"crypto/tls"
	"go/ast"
	"go/types"
	"slices"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
)

var clientAuth = map[uint64]string{
	uint64(tls.NoClientCert):         "NoClientCert",
	uint64(tls.RequestClientCert):    "RequestClientCert",
	uint64(tls.RequireAnyClientCert): "RequireAnyClientCert",
}

// unverifying returns the name of a mode that doesn't verify the certificates of clients.
func (c *checker) unverifying(s *setting) (string, bool) {
	if s.value == nil {
		return "", false
	}
	mode, ok := c.number(s.value)
	if !ok {
		return "", false
	}
	name, ok := clientAuth[mode]
	return name, ok
}

// verifiesClients reports whether the package has a check of its own for the certificates of clients, or may have one for this configuration.
func (c *checker) verifiesClients(s *setting) bool {
	return c.authenticates || slices.ContainsFunc(slices.Concat(c.others(s, hooks...), c.assigned(s, hooks...)), c.checksItself)
}

// checkClientAuth looks at a setting of ClientAuth.
func (c *checker) checkClientAuth(s *setting) {
	mode, ok := c.unverifying(s)
	if !ok || mode == "NoClientCert" || c.verifiesClients(s) || len(c.others(s, "GetConfigForClient")) > 0 {
		return
	}
	modes := c.others(s, "ClientAuth")
	if slices.ContainsFunc(modes, func(other *setting) bool { _, ok := c.unverifying(other); return !ok }) {
		return // one of several, of which some verify
	}
	cas := c.others(s, "ClientCAs")
	if len(cas) == 0 {
		c.reportAnyClient(s, mode)
		return
	}
	if len(modes) > 0 && s.lit != nil || c.optIn(s.cur) || c.nearby(s.cur) || c.forDevelopment(s.cur) {
		return // the default that is changed together with ClientCAs has its finding there
	}
	f := c.Report(s.cur.Node(), "clientcert", "%s takes any certificate that a client makes for itself: its ClientCAs are sent as a hint and never asked (ClientAuth: %s)", c.subject(s), mode)
	if c.isPlain(s.value) && mode == "RequireAnyClientCert" {
		f.Fix("Verify the certificates of clients", func(b *fix.Builder) {
			b.Replace(s.value, b.Import(tlsPath, s.value.Pos())+"RequireAndVerifyClientCert")
		})
	}
}

// reportAnyClient reports a server that takes any certificate, and has no authorities to ask.
func (c *checker) reportAnyClient(s *setting, mode string) {
	if !c.excused(c.uses(s.cur, c.variablesOf(s))) {
		c.Report(s.cur.Node(), "anyclient", "%s takes any certificate that a client makes for itself, and nothing in this package looks at it (ClientAuth: %s)", c.subject(s), mode)
	}
}

// checkClientCAs looks at a setting of ClientCAs without one of ClientAuth.
func (c *checker) checkClientCAs(s *setting) {
	if s.value == nil || c.TypesInfo.Types[s.value].IsNil() || c.verifiesClients(s) || len(c.assigned(s, "ClientAuth")) > 0 {
		return
	}
	for _, mode := range c.others(s, "ClientAuth") {
		if name, ok := c.unverifying(mode); !ok || name != "NoClientCert" {
			return // it verifies, isn't understood, or has its own finding
		}
	}
	uses := c.uses(s.cur, c.variablesOf(s))
	if len(c.others(s, "GetConfigForClient")) > 0 || !c.serves(uses) && !forServer(s.fn) {
		return // a client's configuration, where the field means nothing, or one that other code completes
	}
	if c.excused(uses) {
		return
	}
	f := c.Report(s.cur.Node(), "clientcert", "%s asks no client for a certificate, so whoever connects is let in: ClientCAs is set, and nothing sets ClientAuth (ClientCAs: %s)",
		c.subject(s), types.ExprString(s.value))
	if c.isWhole(s) {
		f.Fix("Require and verify the certificates of clients", func(b *fix.Builder) {
			b.AddField(s.lit, "ClientAuth", b.Import(tlsPath, s.lit.Pos())+"RequireAndVerifyClientCert")
		})
	}
}

// isWhole reports whether a literal is all that the package says of a configuration.
func (c *checker) isWhole(s *setting) bool {
	if s.lit == nil {
		return false
	}
	return !slices.ContainsFunc(c.settings, func(other *setting) bool { return other.base != nil && other.fn == s.fn }) &&
		!slices.ContainsFunc(s.lit.Elts, func(e ast.Expr) bool { return isKey(e, "ClientAuth") })
}

func isKey(element ast.Expr, name string) bool {
	pair, ok := element.(*ast.KeyValueExpr)
	if !ok {
		return false
	}
	key, ok := pair.Key.(*ast.Ident)
	return ok && key.Name == name
}
