package sessioncookie

import (
	"go/ast"
	"go/constant"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
)

// judge reports a cookie that gives access to something and that others can get hold of.
func (c *checker) judge(k *cookie) {
	var values []ssa.Value
	for _, attribute := range []string{name, value, maxAge, expires, secure, httpOnly, sameSite} {
		values = append(values, c.setting(k, attribute).values...)
	}
	for _, w := range c.ways(k.fn, values, 0) {
		who, ok := c.credential(k, w)
		if !ok {
			continue
		}
		if missing, refused := c.missing(k, w); len(missing) > 0 && !c.isExplained(k, worthless) {
			c.report(k, who, missing, refused)
			return
		}
	}
}

// missing returns the attributes that a cookie doesn't have on a way, the gravest first. refused says that browsers refuse it for that.
func (c *checker) missing(k *cookie, w way) (attributes []string, refused bool) {
	if c.unset(c.setting(k, httpOnly), w) && !c.isExplained(k, forScripts) {
		attributes = append(attributes, httpOnly)
	}
	insecure := c.unset(c.setting(k, secure), w)
	if insecure && !c.local() {
		attributes = append(attributes, secure)
	}
	site := c.setting(k, sameSite)
	if c.unset(site, w) && !k.row.Lax {
		attributes = append(attributes, sameSite)
	}
	modes, all := c.constants(site, w)
	return attributes, insecure && all && len(modes) > 0 && !slices.ContainsFunc(modes, func(mode constant.Value) bool { return !isNone(mode) })
}

// isNone reports whether a constant is http.SameSiteNoneMode, or the same for a library that takes a text.
func isNone(mode constant.Value) bool {
	switch {
	case mode == nil:
		return false
	case mode.Kind() == constant.String:
		return strings.EqualFold(constant.StringVal(mode), "none")
	}
	number, _ := constant.Int64Val(mode)
	return number == 4
}

// Comments by which authors say why an attribute is missing.
var (
	forScripts = regexp.MustCompile(`(?i)\b(javascript|js|front-?end|spa|client[- ]side)\b`)
	worthless  = regexp.MustCompile(`(?i)contains? no |anonym|analytics|statistics|track|not (a )?(secret|sensitive|credential)|no security`)
)

// isExplained reports whether a comment at what makes a cookie, or at one of its fields, says something.
func (c *checker) isExplained(k *cookie, says *regexp.Regexp) bool {
	node, ok := c.node(k)
	if !ok {
		return false
	}
	nodes := []ast.Node{node}
	if lit, ok := node.(*ast.CompositeLit); ok {
		for _, element := range lit.Elts {
			nodes = append(nodes, element)
		}
	}
	return slices.ContainsFunc(nodes, func(node ast.Node) bool { return slices.ContainsFunc(c.CommentsAt(node), says.MatchString) })
}

// node returns the syntax that makes a cookie.
func (c *checker) node(k *cookie) (ast.Node, bool) {
	if k.call != nil {
		return c.CallExpr(k.call)
	}
	return c.Syntax(k.made)
}

func (c *checker) report(k *cookie, who subject, missing []string, refused bool) {
	node, ok := c.node(k)
	if !ok {
		return
	}
	var evidence []string
	for _, attribute := range missing {
		evidence = append(evidence, "no "+attribute)
	}
	var rng analysis.Range = node
	c.ReportOnce(rng, strings.ToLower(missing[0]), "%s %s: %s (%s)", who.name, exposure(missing, refused), harm(who, missing), strings.Join(evidence, ", ")).
		Fix("Set "+strings.Join(missing, ", "), func(b *fix.Builder) { c.complete(b, k, node, missing) })
}

// exposure says who gets hold of a cookie.
func exposure(missing []string, refused bool) string {
	open, read := slices.Contains(missing, secure), slices.Contains(missing, httpOnly)
	switch {
	case refused && open && !read:
		return "is refused by browsers, or sent over plain http by old ones"
	case open && read:
		return "is sent over plain http, and scripts of the page can read it"
	case open:
		return "is sent over plain http"
	case read:
		return "can be read by scripts of the page"
	}
	return "may be sent with requests that other sites make"
}

// harm says what becomes of that.
func harm(who subject, missing []string) string {
	switch {
	case missing[0] == sameSite:
		return "whether it is depends on the browser"
	case who.login:
		return "whoever gets hold of it can take part in the login"
	}
	return "whoever gets hold of it is logged in"
}

// complete adds what a cookie lacks.
func (c *checker) complete(b *fix.Builder, k *cookie, node ast.Node, missing []string) {
	switch node := node.(type) {
	case *ast.CallExpr:
		if k.call == nil {
			b.Abandon("the cookie is made by new")
			return
		}
		c.completeCall(b, node, missing)
	case *ast.CompositeLit:
		for _, attribute := range missing {
			c.completeLiteral(b, k, node, attribute)
		}
	default:
		b.Abandon("the cookie has no literal")
	}
}

// completeCall sets the operands of SetCookie(name, value, maxAge, path, domain, secure, httpOnly).
func (c *checker) completeCall(b *fix.Builder, call *ast.CallExpr, missing []string) {
	for i, attribute := range []string{secure, httpOnly} {
		if !slices.Contains(missing, attribute) {
			continue
		}
		at := len(call.Args) - 2 + i
		if at < 0 || !isFalse(call.Args[at]) {
			b.Abandon("the operand isn't written here")
			return
		}
		b.Replace(call.Args[at], "true")
	}
}

// completeLiteral sets a field of a literal.
func (c *checker) completeLiteral(b *fix.Builder, k *cookie, lit *ast.CompositeLit, attribute string) {
	text := "true"
	if attribute == sameSite {
		text = b.Import("net/http", lit.Pos()) + "SameSiteLaxMode"
	}
	field := fieldOf(k.made.Value.Type(), attribute)
	for _, element := range lit.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := pair.Key.(*ast.Ident); ok && key.Name == field.Name() {
			if !isFalse(pair.Value) {
				b.Abandon("the value isn't written here")
			}
			b.Replace(pair.Value, text)
			return
		}
	}
	if len(c.setting(k, attribute).stores) > 0 {
		b.Abandon("the field is set later")
		return
	}
	b.AddField(lit, field.Name(), text)
}

func isFalse(x ast.Expr) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	return ok && id.Name == "false"
}
