package directive

import (
	_ "embed"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

//go:embed doc.go
var doc string

// New returns the analyzer that checks the directives which silence the given
// rules. It requires them all, since only they know whether a directive was of use.
func New(rules []*analysis.Analyzer) *analysis.Analyzer {
	rules = slices.Clone(rules) // whoever calls may change what it gave
	a := lint.New(doc, func(p *lint.Pass) { run(p, rules) })
	a.Requires = append(a.Requires, rules...)
	return a
}

func run(p *lint.Pass, rules []*analysis.Analyzer) {
	known := map[string]bool{"integrationlint": true, p.Analyzer.Name: true}
	used := map[*lint.Directive]bool{}
	for _, rule := range rules {
		known[rule.Name] = true
		maps.Copy(used, p.ResultOf[rule].(*lint.Result).Used)
	}
	for d := range p.Directives() {
		switch {
		case d.Verified:
			checkVerified(p, d)
		case !d.Nolint:
			check(p, d, known, used[d])
		}
	}
}

// checkVerified checks what a verified-by directive says. That it silences nothing is no fault: it tells whoever reads the handler.
func checkVerified(p *lint.Pass, d *lint.Directive) {
	switch {
	case !slices.Contains(lint.Verifiers, d.Verifier):
		p.Report(d, "verifier", "verified-by directive says %q, which is none of %s", d.Verifier, strings.Join(lint.Verifiers, ", "))
	case d.Reason == "":
		p.Report(d, "noreason", "verified-by directive gives no reason: say where that is set up")
	}
}

func check(p *lint.Pass, d *lint.Directive, known map[string]bool, used bool) {
	if len(d.Rules) == 0 {
		p.Report(d, "norule", "ignore directive names no rule, so it silences nothing")
		return
	}
	for _, name := range d.Rules {
		if !known[name] {
			p.Report(d, "unknown", "ignore directive names %q, which is no rule", name)
			return
		}
	}
	if d.Reason == "" {
		p.Report(d, "noreason", "ignore directive for %s gives no reason", d.Rules[0])
	}
	if !used {
		p.Report(d, "unused", "ignore directive for %s silences nothing here", d.Rules[0])
	}
}
