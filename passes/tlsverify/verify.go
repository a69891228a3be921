package tlsverify

import (
	"go/ast"
	"slices"
	"strings"
)

var hooks = []string{"VerifyPeerCertificate", "VerifyConnection"}

// checkVerify looks at a setting of InsecureSkipVerify.
func (c *checker) checkVerify(s *setting) {
	if s.value == nil || !c.isTrue(s.value) || c.inspects || c.relays {
		return
	}
	if s.base != nil && slices.ContainsFunc(c.others(s, s.field), func(other *setting) bool { return other.base == nil && c.isTrue(other.value) }) {
		return // the literal has said so
	}
	own := c.others(s, hooks...)
	switch {
	case slices.ContainsFunc(slices.Concat(own, c.assigned(s, hooks...)), c.checksItself):
		return // it does without the usual check, and has one of its own
	case slices.ContainsFunc(c.assigned(s, "InsecureSkipVerify"), func(other *setting) bool { return other.value == nil || !c.isTrue(other.value) }):
		return // it is an option
	}
	uses := c.uses(s.cur, c.variablesOf(s))
	if len(c.others(s, "ClientAuth", "GetCertificate", "GetConfigForClient")) > 0 || c.serves(uses) || forServer(s.fn) {
		return // servers don't look at the field
	}
	if c.excused(uses) || c.replaced(s.cur, c.skipsVerification) {
		return
	}
	c.reportVerify(s, own)
}

// checksItself reports whether a hook may refuse a certificate.
func (c *checker) checksItself(hook *setting) bool {
	return hook.value == nil || !c.acceptsAll(hook.value)
}

// skipsVerification reports whether a node holds a configuration that accepts any certificate, too.
func (c *checker) skipsVerification(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		pair, ok := n.(*ast.KeyValueExpr)
		if ok {
			key, isIdent := pair.Key.(*ast.Ident)
			found = found || isIdent && key.Name == "InsecureSkipVerify" && c.isTrue(pair.Value)
		}
		return !found
	})
	return found
}

func (c *checker) reportVerify(s *setting, own []*setting) {
	evidence, where := "InsecureSkipVerify: true", ""
	if s.base != nil {
		evidence = "InsecureSkipVerify = true"
	}
	for _, hook := range own {
		if !c.TypesInfo.Types[hook.value].IsNil() {
			evidence += ", and its " + hook.field + " returns nil for all"
			break
		}
	}
	if len(c.others(s, "RootCAs")) > 0 {
		evidence += ", so that its RootCAs are never asked"
	}
	subject := c.subject(s)
	if strings.HasPrefix(subject, "http.DefaultTransport.") {
		where = " of every client in the program that has no transport of its own"
	}
	c.Report(s.cur.Node(), "verify", "%s accepts any certificate, so whoever sits between can read and change what is sent%s (%s)", subject, where, evidence)
}
