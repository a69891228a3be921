// Package passes is the registry of integrationlint's rules.
package passes

import (
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes/bodylimit"
	"github.com/integrationlint/integrationlint/passes/directive"
	"github.com/integrationlint/integrationlint/passes/hardcodedsecret"
	"github.com/integrationlint/integrationlint/passes/httptimeout"
	"github.com/integrationlint/integrationlint/passes/idempotencykey"
	"github.com/integrationlint/integrationlint/passes/jwtverify"
	"github.com/integrationlint/integrationlint/passes/maccompare"
	"github.com/integrationlint/integrationlint/passes/nestedretry"
	"github.com/integrationlint/integrationlint/passes/oauthstate"
	"github.com/integrationlint/integrationlint/passes/plaintextauth"
	"github.com/integrationlint/integrationlint/passes/refreshloop"
	"github.com/integrationlint/integrationlint/passes/retryafter"
	"github.com/integrationlint/integrationlint/passes/retrybackoff"
	"github.com/integrationlint/integrationlint/passes/retrybody"
	"github.com/integrationlint/integrationlint/passes/retrylimit"
	"github.com/integrationlint/integrationlint/passes/retrystatus"
	"github.com/integrationlint/integrationlint/passes/secretinurl"
	"github.com/integrationlint/integrationlint/passes/secretlog"
	"github.com/integrationlint/integrationlint/passes/servertimeout"
	"github.com/integrationlint/integrationlint/passes/sessioncookie"
	"github.com/integrationlint/integrationlint/passes/sleepcontext"
	"github.com/integrationlint/integrationlint/passes/tlsverify"
	"github.com/integrationlint/integrationlint/passes/webhookverify"
)

// A Severity says how much a finding matters.
type Severity string

// The severities. An advisory never fails a build.
const (
	Error    Severity = "error"
	Warning  Severity = "warning"
	Advisory Severity = "advisory"
)

// A Rule is an analyzer with what a user wants to know of it.
type Rule struct {
	Analyzer *analysis.Analyzer
	Severity Severity
	// Advisory are the categories of findings that are advisories only.
	Advisory []string
	// Since is the first release that had the rule.
	Since string
	// CWE are the weaknesses of the Common Weakness Enumeration that the rule finds.
	CWE []string
}

// Rules are all rules, in the order of their names.
//
// Rejected so far: a limit on idle connections for servers (no defect seen that it
// would have prevented), and a demand for a context beside a client's Timeout
// (one bound is enough, say maintainers).
var Rules = withDirective([]Rule{
	{Analyzer: bodylimit.Analyzer, Severity: Warning, Advisory: []string{"answer", "inbound"}, Since: "v0.1.0", CWE: []string{"CWE-400", "CWE-770"}},
	{Analyzer: hardcodedsecret.Analyzer, Severity: Warning, Advisory: []string{"form", "local"}, Since: "v0.1.0", CWE: []string{"CWE-798", "CWE-321"}},
	{Analyzer: httptimeout.Analyzer, Severity: Warning, Advisory: []string{"default"}, Since: "v0.1.0", CWE: []string{"CWE-400", "CWE-1088"}},
	{Analyzer: idempotencykey.Analyzer, Severity: Advisory, Since: "v0.1.0"},
	{Analyzer: jwtverify.Analyzer, Severity: Warning, Advisory: []string{"audience", "methods"}, Since: "v0.1.0", CWE: []string{"CWE-347", "CWE-345", "CWE-613"}},
	{Analyzer: maccompare.Analyzer, Severity: Warning, Since: "v0.1.0", CWE: []string{"CWE-208"}},
	{Analyzer: nestedretry.Analyzer, Severity: Advisory, Since: "v0.1.0"},
	{Analyzer: oauthstate.Analyzer, Severity: Warning, Advisory: []string{"pkce"}, Since: "v0.1.0", CWE: []string{"CWE-352"}},
	{Analyzer: plaintextauth.Analyzer, Severity: Warning, Since: "v0.1.0", CWE: []string{"CWE-319", "CWE-523"}},
	{Analyzer: refreshloop.Analyzer, Severity: Advisory, Since: "v0.1.0", CWE: []string{"CWE-835"}},
	{Analyzer: retryafter.Analyzer, Severity: Warning, Advisory: []string{"cap", "date", "lost"}, Since: "v0.1.0"},
	{Analyzer: retrybackoff.Analyzer, Severity: Warning, Advisory: []string{"constant", "uncapped", "jitter"}, Since: "v0.1.0", CWE: []string{"CWE-799"}},
	{Analyzer: retrybody.Analyzer, Severity: Warning, Since: "v0.1.0"},
	{Analyzer: retrylimit.Analyzer, Severity: Warning, Advisory: []string{"schedule"}, Since: "v0.1.0", CWE: []string{"CWE-835"}},
	{Analyzer: retrystatus.Analyzer, Severity: Advisory, Since: "v0.1.0"},
	{Analyzer: secretinurl.Analyzer, Severity: Advisory, Since: "v0.1.0", CWE: []string{"CWE-598"}},
	{Analyzer: secretlog.Analyzer, Severity: Warning, Since: "v0.1.0", CWE: []string{"CWE-532"}},
	{Analyzer: servertimeout.Analyzer, Severity: Warning, Since: "v0.1.0", CWE: []string{"CWE-400", "CWE-770"}},
	{Analyzer: sessioncookie.Analyzer, Severity: Warning, Advisory: []string{"samesite"}, Since: "v0.1.0", CWE: []string{"CWE-614", "CWE-1004", "CWE-1275"}},
	{Analyzer: sleepcontext.Analyzer, Severity: Warning, Since: "v0.1.0"},
	{Analyzer: tlsverify.Analyzer, Severity: Warning, Advisory: []string{"suite", "anyclient", "pool"}, Since: "v0.1.0", CWE: []string{"CWE-295", "CWE-319", "CWE-322", "CWE-327"}},
	{Analyzer: webhookverify.Analyzer, Severity: Warning, Advisory: []string{"empty", "inventory"}, Since: "v0.1.0", CWE: []string{"CWE-345", "CWE-347"}},
})

// SeverityOf returns the severity of the rule's findings of one category.
func (r Rule) SeverityOf(category string) Severity {
	if slices.Contains(r.Advisory, category) {
		return Advisory
	}
	return r.Severity
}

// Analyzers returns the analyzers of all rules.
func Analyzers() []*analysis.Analyzer {
	var all []*analysis.Analyzer
	for _, rule := range Rules {
		all = append(all, rule.Analyzer)
	}
	return all
}

// Wrapped returns the analyzers of all rules in the form that wrap gives them, for a host that wants another one. That of the directives, which has to
// know what the others did, is made anew for them.
func Wrapped(wrap func(Rule) *analysis.Analyzer) []*analysis.Analyzer {
	var others []*analysis.Analyzer
	for _, rule := range Rules {
		if rule.Analyzer.Name != directiveName {
			others = append(others, wrap(rule))
		}
	}
	return append(others, directive.New(others))
}

const directiveName = "directive"

// OnlyFacts makes the rules of this process do nothing: a host that runs one process for each package calls it for those
// that it wants no findings of, such as dependencies. The analyzers that they require go on to export their facts.
func OnlyFacts() {
	for _, rule := range Rules {
		result := rule.Analyzer.ResultType
		rule.Analyzer.Run = func(*analysis.Pass) (any, error) {
			if result == nil {
				return nil, nil
			}
			return reflect.New(result.Elem()).Interface(), nil
		}
	}
}

// withDirective adds the rule that checks the directives for the others, by its name's place in the alphabet.
func withDirective(rules []Rule) []Rule {
	var others []*analysis.Analyzer
	for _, rule := range rules {
		others = append(others, rule.Analyzer)
	}
	check := Rule{Analyzer: directive.New(others), Severity: Warning, Since: "v0.1.0"}
	i := slices.IndexFunc(rules, func(rule Rule) bool { return rule.Analyzer.Name > check.Analyzer.Name })
	return slices.Insert(rules, i, check)
}
