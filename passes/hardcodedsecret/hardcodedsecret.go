package hardcodedsecret

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

var unsafe bool

func init() {
	Analyzer.Flags.Var(&lint.OwnNames{What: catalog.OwnCredentials}, "credentials", "arguments (example.com/m/vault.Open#1, from 0), fields and variables of your own, for all rules, that take a credential")
	Analyzer.Flags.BoolVar(&unsafe, "unsafe", false, "offer the fix that reads an environment variable")
}

func run(p *lint.Pass) {
	f := &finder{Pass: p, reported: map[token.Pos]bool{}}
	f.tags()
	if p.Summary != nil {
		for _, s := range p.Summary.Secrets() {
			f.secret(s)
		}
	}
	f.tokens() // which don't say what they are for
}

// A finder reports each literal once.
type finder struct {
	*lint.Pass
	reported map[token.Pos]bool
}

// secret reports a credential that is a constant.
func (f *finder) secret(s summary.Secret) {
	text, ok := s.Text.Known()
	if !ok {
		f.variable(s)
		return
	}
	category := wanted(s, text)
	if category == "" || isUnset(s.Text) || f.Summary.Excluded(s.Site, text) {
		return
	}
	site, ok := f.Site(s.Site)
	if !ok {
		return
	}
	lit, ok := f.Literal(longest(s.Text))
	if !ok { // a constant of another package
		f.report(site, category, s, "a constant", summary.ConstantOf(text))
		return
	}
	if f.isExplained(lit.Expr) {
		return
	}
	found := f.report(lit.Expr, category, s, named(lit), summary.ConstantOf(text))
	if found != nil && !within(site, lit.Expr) {
		found.Related(site, "the %s is used here", s.What)
	}
	found.Fix("Read the secret from the environment", f.fromEnvironment(s, lit))
}

// isUnset reports whether a part of a text is empty: something that isn't set yet, such as the secret before the end of a key.
func isUnset(text flow.Text) bool {
	return len(text) > 1 && slices.ContainsFunc(text, func(part flow.Part) bool { return part.Constant == "" })
}

// explained matches comments by which authors say that they know what they do: native programs can't keep the secret of an OAuth client.
var explained = regexp.MustCompile(`(?i)safe to (be )?(embed|commit|share|publish|hard.?code)|(not|n't) (really |actually )?(a )?(secret|confidential)|(are|is) public\b|public(ly)? (known|client|credential|available)|well.known (default )?(key|password|secret)`)

// isExplained reports whether a comment on the line of an expression, or above its statement or declaration, says why it may be public.
func (f *finder) isExplained(expr ast.Expr) bool {
	return slices.ContainsFunc(f.CommentsAt(expr), explained.MatchString)
}

// variable reports a credential that is another package's variable, which begins as a constant.
func (f *finder) variable(s summary.Secret) {
	if len(s.Text) != 1 {
		return
	}
	g := flow.VariableOf(s.Text[0].Origin)
	if g == nil {
		return
	}
	initial := f.Summary.InitialOf(g.Object())
	if site, ok := f.Site(s.Site); ok && initial != nil && (s.Use == catalog.Seals || !initial.Placeholder) {
		f.report(site, "constant", s, g.Pkg.Pkg.Name()+"."+g.Name(), initial)
	}
}

func (f *finder) report(at analysis.Range, category string, s summary.Secret, name string, text *summary.Constant) *lint.Finding {
	if f.reported[at.Pos()] {
		return nil
	}
	f.reported[at.Pos()] = true
	evidence := fmt.Sprintf("%d characters", text.Length)
	if text.Start != "" {
		evidence += fmt.Sprintf(", %q…", text.Start)
	}
	return f.Report(at, category, "%s is the %s that %s gets, so %s; load it at run time, and change it (%s)",
		name, s.What, f.taker(s, at), consequence(s), evidence)
}

// taker names what takes a credential that stands at a place.
func (f *finder) taker(s summary.Secret, at analysis.Range) string {
	site, _ := f.Site(s.Site)
	where := f.Where(site.Pos(), at.Pos())
	switch n := site.(type) {
	case *ast.CallExpr:
		return fmt.Sprintf("%s (%s)", lint.Name(n), where)
	case *ast.BinaryExpr:
		return fmt.Sprintf("the comparison in %s", where)
	}
	return fmt.Sprintf("the assignment in %s", where)
}

// consequence says what happens to a program whose secret is in its source.
func consequence(s summary.Secret) string {
	switch {
	case s.What == "password" && s.Use == catalog.Seals:
		return "whoever reads the source is let in"
	case s.Use == catalog.Seals:
		return "whoever reads the source can forge or open what it protects"
	case s.Use == catalog.Default:
		return "every installation that doesn't set " + s.Key + " has it"
	}
	return "whoever reads the source can use it"
}

// named returns how a message begins.
func named(lit *lint.Literal) string {
	if lit.Name == "" {
		return "this constant"
	}
	return lit.Name
}

// longest returns the longest part of a constant text.
func longest(text flow.Text) flow.Part {
	part := text[0]
	for _, other := range text[1:] {
		if len(other.Constant) > len(part.Constant) {
			part = other
		}
	}
	return part
}

func within(outer, inner ast.Node) bool {
	return outer.Pos() <= inner.Pos() && inner.End() <= outer.End()
}

// published are keys that a protocol fixes: everybody knows them, and is meant to.
var published = map[string]bool{
	"Bitcoin seed":                true, // BIP 32
	"ed25519 seed":                true, // SLIP 10
	"Nist256p1 seed":              true, // SLIP 10
	"WebAppData":                  true, // Telegram's Mini Apps: the HMAC key with which the bot's token is hashed
	"aws4_request":                true, // AWS Signature Version 4
	"tc3_request":                 true, // Tencent Cloud's signature version 3
	"request":                     true, // Volcengine's signature
	"x-oauth-basic":               true,
	"symmetric_key":               true,
	"expand 32-byte k":            true, // ChaCha20
	"none signing method allowed": true, // golang-jwt's UnsafeAllowNoneSignatureType, which jwtverify is about
}

// wanted returns the category of a constant that is a defect where it is taken, or "".
func wanted(s summary.Secret, text string) string {
	if text == "" || published[text] || strings.EqualFold(text, s.Key) {
		return ""
	}
	if s.Use == catalog.Seals && s.What != "password" {
		return "constant"
	}
	if catalog.Placeholder(text) || strings.HasPrefix(text, "sk_test_") || strings.ContainsAny(text, "\n\x00") {
		return ""
	}
	switch s.Use {
	case catalog.Default:
		if !plausible(text) {
			return ""
		}
	case catalog.URL, catalog.DSN:
		return inURL(s, text)
	}
	return "constant"
}

// plausible reports whether a text can be the default of a secret: it is no path, no URL, no sentence and no list.
func plausible(text string) bool {
	return !strings.ContainsAny(text, "/\\ ,") && !strings.Contains(text, "://")
}

// defaults are the passwords that databases and brokers begin with; they are used on the developer's own machine.
var defaults = map[string]bool{"guest": true, "root": true, "postgres": true, "admin": true, "password": true, "minioadmin": true, "mysql": true, "default": true, "neo4j": true}

// inURL returns the category of a password in a URL or a data source name.
func inURL(s summary.Secret, text string) string {
	if !isLoopback(s.Host) {
		return "constant"
	}
	if defaults[text] {
		return ""
	}
	return "local"
}

// isLoopback reports whether what follows the user information names this machine.
func isLoopback(host flow.Text) bool {
	if len(host) == 0 || host[0].Origin.Kind != flow.Constant {
		return false
	}
	name := strings.TrimPrefix(strings.TrimPrefix(host[0].Constant, "tcp("), "unix(")
	for _, local := range []string{"localhost", "127.", "[::1]", "/", "0.0.0.0", "host.docker.internal"} {
		if strings.HasPrefix(name, local) || strings.Contains(host[0].Constant, "host="+local) {
			return true
		}
	}
	return false
}
