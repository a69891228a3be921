package httptimeout

import (
	"fmt"
	"go/ast"
	"go/types"
	"time"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

var timeout time.Duration

func init() {
	Analyzer.Flags.DurationVar(&timeout, "default", 30*time.Second, "the Timeout that fixes set")
}

// fix offers the edit that bounds the client, where there is one. (Where a callee sends with a
// client of its own, the deadline is for the caller to choose.)
func (d *defect) fix(p *lint.Pass, f *lint.Finding) {
	limit, ok := d.limit(p)
	if !ok {
		return // it takes two clients
	}
	switch at := d.at.(type) {
	case *ast.CompositeLit:
		f.Fix(fmt.Sprintf("Add %s: %v to the literal", boundField(p, at), limit), func(b *fix.Builder) {
			addTimeout(b, p, at, limit)
		})
	case *ast.SelectorExpr: // http.DefaultClient
		f.Fix(fmt.Sprintf("Replace http.DefaultClient with a client with a Timeout of %v", limit), func(b *fix.Builder) {
			b.Replace(at, boundedClient(b, at, limit))
		})
	case *ast.CallExpr:
		d.fixCall(p, f, at, limit)
	case *ast.ValueSpec:
		f.Fix(fmt.Sprintf("Give the client a Timeout of %v", limit), func(b *fix.Builder) {
			declareBounded(b, p, at, limit)
		})
	}
}

// fixCall fixes http.Get(url), http.DefaultClient.Do(req) and new(http.Client).
func (d *defect) fixCall(p *lint.Pass, f *lint.Finding, call *ast.CallExpr, limit time.Duration) {
	message := fmt.Sprintf("Send with a client that has a Timeout of %v", limit)
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	switch {
	case !ok && isHTTPClient(p.TypesInfo.TypeOf(call)): // new(http.Client)
		f.Fix(message, func(b *fix.Builder) { b.Replace(call, boundedClient(b, call, limit)) })
	case !ok:
	case d.source.Value == nil && d.source.What == "http.DefaultClient" && isPackage(p, sel.X):
		f.Fix(message, func(b *fix.Builder) { b.Replace(sel.X, "("+boundedClient(b, sel, limit)+")") })
	case d.source.Kind == flow.Variable && types.ExprString(sel.X) == d.source.What && d.source.What == "http.DefaultClient":
		f.Fix(message, func(b *fix.Builder) { b.Replace(sel.X, "("+boundedClient(b, sel, limit)+")") })
	}
}

func isHTTPClient(t types.Type) bool {
	ptr, ok := t.(*types.Pointer)
	return ok && ptr.Elem().String() == "net/http.Client"
}

// isPackage reports whether an expression names the package net/http.
func isPackage(p *lint.Pass, x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	if !ok {
		return false
	}
	name, ok := p.TypesInfo.ObjectOf(id).(*types.PkgName)
	return ok && name.Imported().Path() == "net/http"
}

// boundedClient writes a client with a Timeout, for use at a node.
func boundedClient(b *fix.Builder, at ast.Node, limit time.Duration) string {
	return fmt.Sprintf("&%sClient{Timeout: %s}", b.Import("net/http", at.Pos()), b.Duration(limit, at.Pos()))
}

// boundField returns the field that bounds the type of a literal.
func boundField(p *lint.Pass, lit *ast.CompositeLit) string {
	if row := catalog.TypeOf(p.TypesInfo.TypeOf(lit)); row != nil && len(row.Bounds) > 0 {
		return row.Bounds[0]
	}
	return ""
}

func addTimeout(b *fix.Builder, p *lint.Pass, lit *ast.CompositeLit, limit time.Duration) {
	field := boundField(p, lit)
	if field == "" {
		b.Abandon("the bound is no field of the literal")
		return
	}
	b.AddField(lit, field, b.Duration(limit, lit.Pos()))
}

// declareBounded turns "var client http.Client" into a declaration with a value.
func declareBounded(b *fix.Builder, p *lint.Pass, spec *ast.ValueSpec, limit time.Duration) {
	row := catalog.TypeOf(p.TypesInfo.TypeOf(spec.Type))
	if _, pointer := p.TypesInfo.TypeOf(spec.Type).(*types.Pointer); pointer || row == nil || len(spec.Names) != 1 || len(row.Bounds) == 0 {
		b.Abandon("not one variable of a type with a bound")
		return
	}
	b.Replace(spec.Type, fmt.Sprintf("= %s{%s: %s}", b.Text(spec.Type), row.Bounds[0], b.Duration(limit, spec.Pos())))
}
