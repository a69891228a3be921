package tlsverify

import (
	"crypto/tls"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
)

// checkSuites looks at a setting of CipherSuites. Go orders them itself since Go 1.17: what is in the list may be chosen.
func (c *checker) checkSuites(s *setting) {
	list, ok := c.suiteList(s.value)
	if !ok || len(c.others(s, s.field)) > 0 || c.compatible(s.cur) {
		return
	}
	var weak []ast.Expr
	var first string
	for _, element := range list.Elts {
		value, ok := c.number(element)
		if name := insecureSuite(value); ok && name != "" {
			weak = append(weak, element)
			if first == "" {
				first = name
			}
		}
	}
	if len(weak) == 0 {
		return
	}
	more := ""
	if len(weak) > 1 {
		more = fmt.Sprintf(", one of %d such suites", len(weak))
	}
	f := c.Report(weak[0], "suite", "%s lets a peer choose %s, %s (CipherSuites%s)", c.subject(s), first, weakness(first), more)
	if len(weak) < len(list.Elts) {
		f.Fix("Leave out the insecure cipher suites", func(b *fix.Builder) { deleteElements(b, list, weak) })
	}
}

// suiteList returns the literal that lists the suites, itself or as the only value of a variable.
func (c *checker) suiteList(x ast.Expr) (*ast.CompositeLit, bool) {
	if x == nil {
		return nil, false
	}
	lit, ok := ast.Unparen(x).(*ast.CompositeLit)
	if !ok {
		lit, ok = c.onlyValue(x).(*ast.CompositeLit)
	}
	return lit, ok
}

// insecureSuite returns the name of a suite that crypto/tls calls insecure, or "".
func insecureSuite(id uint64) string {
	for _, suite := range tls.InsecureCipherSuites() {
		if uint64(suite.ID) == id {
			return suite.Name
		}
	}
	return ""
}

// weakness says what is wrong with a suite.
func weakness(suite string) string {
	switch {
	case strings.Contains(suite, "_RC4_"):
		return "whose cipher is broken: whoever listens long enough can read what is sent"
	case strings.Contains(suite, "_3DES_"):
		return "whose 64-bit blocks repeat: whoever listens long enough can read what is sent"
	case strings.HasPrefix(suite, "TLS_RSA_"):
		return "without forward secrecy: whoever records what is sent and gets the server's key later can read it"
	}
	return "whose padding an attacker can test: what is sent can be read byte by byte"
}

// deleteElements deletes some elements of a list, each with the comma behind it.
func deleteElements(b *fix.Builder, list *ast.CompositeLit, some []ast.Expr) {
	if text := b.Text(list); !strings.Contains(text, "\n") {
		var kept []string
		for _, element := range list.Elts {
			if !slices.Contains(some, element) {
				kept = append(kept, b.Text(element))
			}
		}
		b.Replace(span{list.Lbrace + 1, list.Rbrace}, strings.Join(kept, ", "))
		return
	}
	for _, element := range some {
		rest, _, _ := strings.Cut(b.Text(span{element.End(), list.Rbrace}), "\n")
		if !strings.HasPrefix(rest, ",") || strings.Contains(rest, "//") || strings.Contains(rest, "/*") {
			b.Abandon("there is a comment beside the suite")
			return
		}
		b.Delete(span{element.Pos(), element.End() + 1})
	}
}

// A span is a range of the source that is no node.
type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }
