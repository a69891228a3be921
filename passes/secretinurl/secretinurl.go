package secretinurl

import (
	_ "embed"
	"slices"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

// demanding are hosts whose documentation knows no other place for the credential.
const demanding = "api.telegram.org,chat.googleapis.com,hooks.slack.com,discord.com,maps.googleapis.com,api.openweathermap.org,qyapi.weixin.qq.com,api.weixin.qq.com,oapi.dingtalk.com"

var allow lint.Domains

func init() {
	if err := allow.Set(demanding); err != nil {
		panic(err)
	}
	Analyzer.Flags.Var(&allow, "allow", "hosts that take credentials in the URL only, separated by commas")
}

func run(p *lint.Pass) {
	for a := range p.Addressed() {
		if slices.ContainsFunc(a.URLs, demands) {
			continue // one of the URLs that it has is that of such a service, and the others follow it
		}
		for _, url := range a.URLs {
			report(p, a, url)
		}
	}
	for q := range p.Queries() {
		if !slices.ContainsFunc(q.Hosts, spared) {
			p.ReportOnce(q.Node, "query", "%s goes into the URL with the query, which logs and proxies keep and the error of a failed request (*url.Error) prints: send it in a header", q.Name)
		}
	}
}

// spared reports whether a host takes the credential nowhere else, or belongs to a network of one's own.
func spared(host string) bool { return allow.Hold(host) || lint.IsInside(host) }

// demands reports whether the host of a URL takes the credential nowhere else.
func demands(url flow.Text) bool {
	host, known := lint.Host(url)
	return known && allow.Hold(host)
}

func report(p *lint.Pass, a *lint.Addressed, url flow.Text) {
	if host, known := lint.Host(url); known && spared(host) {
		return
	}
	for _, found := range p.URLSecrets(url) {
		p.ReportOnce(a.Expr, found.Place, "%s sends %s in the %s of the URL, which logs and proxies keep and the error of a failed request (*url.Error) prints: send it in a header",
			lint.Name(a.Expr), found.Name, found.Place)
	}
}
