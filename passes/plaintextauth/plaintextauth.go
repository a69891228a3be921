package plaintextauth

import (
	_ "embed"
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

func run(p *lint.Pass) {
	if p.Summary == nil {
		return // nothing in the package sends a request
	}
	redirects(p)
	requests := map[ssa.CallInstruction]*lint.Addressed{}
	for a := range p.Addressed() {
		requests[a.Call] = a
		for _, url := range a.URLs {
			if name := credentialIn(p, url); name != "" {
				report(p, a, url, a.Expr, name)
			}
		}
	}
	if len(requests) == 0 {
		return
	}
	for _, s := range p.Summary.Secrets() {
		site, ok := p.Site(s.Site)
		req := lint.RequestOf(s.Site)
		if !ok || req == nil || s.Use != catalog.Header && s.Use != catalog.Presents {
			continue
		}
		for _, o := range p.Summary.Reaching(req) {
			if call, ok := o.Value.(*ssa.Call); ok && requests[call] != nil {
				judge(p, requests[call], site, s)
			}
		}
	}
}

// judge reports a request that is given a credential if its URL is an open one.
func judge(p *lint.Pass, a *lint.Addressed, site ast.Node, s summary.Secret) {
	for _, url := range a.URLs {
		name := s.What
		if s.Key != "" {
			name = s.Key + " header"
		}
		report(p, a, url, site, name)
	}
}

// credentialIn returns what a URL calls the credential in it, or "".
func credentialIn(p *lint.Pass, url flow.Text) string {
	for _, found := range p.URLSecrets(url) {
		return found.Name
	}
	return ""
}

func report(p *lint.Pass, a *lint.Addressed, url flow.Text, site ast.Node, name string) {
	host, ok := lint.Host(url)
	if !ok || !strings.HasPrefix(url[0].Constant, "http://") || lint.IsInside(host) {
		return
	}
	var at ast.Node = a.Expr
	lit, written := p.Literal(url[0])
	if written {
		at = lit.Expr
	}
	f := p.ReportOnce(at, "http", "%s sends the %s to %s in the clear: everybody on the way can read it and use it (http://)", lint.Name(a.Expr), name, host)
	if site != a.Expr {
		f.Related(site, "the %s is set here", name)
	}
	f.Fix("Send the request over https://", func(b *fix.Builder) {
		basic, ok := at.(*ast.BasicLit)
		if !ok || basic.Kind != token.STRING || !strings.HasPrefix(basic.Value[1:], "http://") {
			b.Abandon("the scheme stands elsewhere")
			return
		}
		b.Replace(basic, basic.Value[:1]+"https"+strings.TrimPrefix(basic.Value[1:], "http"))
	})
}
