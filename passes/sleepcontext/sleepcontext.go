package sleepcontext

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"strings"
	"time"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

// short is a wait that a shutdown can bear.
const short = 100 * time.Millisecond

func run(p *lint.Pass) {
	reported := map[ssa.Instruction]bool{}
	for r, call := range p.Retries() {
		for _, w := range sleeps(r) {
			if !reported[w.At] {
				reported[w.At] = true
				report(p, call, w.At)
			}
		}
	}
}

// sleeps returns the waits on the ways to another attempt that nothing ends early.
func sleeps(r *scenario.Region) []scenario.Wait {
	var found []scenario.Wait
	for _, row := range r.Rows {
		if row.Repeat != flow.Yes {
			continue
		}
		for _, path := range row.Paths {
			for _, w := range path.Waits {
				if deaf(w.At) && !(w.Known && w.Delay <= short) {
					found = append(found, w)
				}
			}
		}
	}
	return found
}

// deaf reports whether a wait is time.Sleep, or a receive from time.After alone.
func deaf(at ssa.Instruction) bool {
	call, ok := at.(*ssa.Call)
	if receive, isReceive := at.(*ssa.UnOp); isReceive {
		call, ok = receive.X.(*ssa.Call)
	}
	if !ok {
		return false
	}
	fn := flow.CalleeOf(&call.Call)
	return fn != nil && (fn.FullName() == "time.Sleep" || fn.FullName() == "time.After" && call != at)
}

func report(p *lint.Pass, attempt *ast.CallExpr, at ssa.Instruction) {
	site, ok := p.WaitSite(at)
	if !ok {
		return
	}
	cur, ok := p.Cursor(site.Pos(), site.End())
	if !ok {
		return
	}
	ctx := contextAt(p, cur)
	if ctx == nil {
		return
	}
	f := p.Report(site, "sleep", "the wait before %s is repeated goes on after %s is cancelled: whoever cancelled it has to wait too",
		lint.Name(attempt), ctx.Name())
	f.Related(attempt, "this is repeated after the wait")
	f.Fix(fmt.Sprintf("End the wait when %s is cancelled", ctx.Name()), func(b *fix.Builder) { replace(p, b, cur, site, ctx) })
}

// contextAt returns the context that the innermost function with one was given, if its name means that at the cursor.
func contextAt(p *lint.Pass, cur inspector.Cursor) types.Object {
	for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		for _, param := range lint.FunctionType(outer.Node()).Params.List {
			for _, name := range param.Names {
				ctx := p.TypesInfo.Defs[name]
				if ctx == nil || ctx.Type().String() != "context.Context" || name.Name == "_" {
					continue
				}
				if scope := p.Pkg.Scope().Innermost(cur.Node().Pos()); scope != nil {
					if _, seen := scope.LookupParent(ctx.Name(), cur.Node().Pos()); types.Identical(seen.Type(), ctx.Type()) {
						return seen
					}
				}
			}
		}
	}
	return nil
}

// replace puts a select in the place of a wait that is a statement.
func replace(p *lint.Pass, b *fix.Builder, cur inspector.Cursor, site ast.Node, ctx types.Object) {
	if _, ok := cur.Parent().Node().(*ast.ExprStmt); !ok {
		b.Abandon("the wait is part of another statement")
		return
	}
	values, ok := p.ReturnError(cur, ctx.Name()+".Err()")
	if !ok {
		b.Abandon("the function can't return an error")
		return
	}
	after := b.Text(site)
	if call, ok := site.(*ast.CallExpr); ok {
		after = fmt.Sprintf("<-%sAfter(%s)", b.Import("time", site.Pos()), b.Text(call.Args[0]))
	}
	indent := b.Indent(site.Pos())
	b.Replace(site, strings.Join([]string{
		"select {",
		fmt.Sprintf("case <-%s.Done():", ctx.Name()),
		"\treturn" + values,
		fmt.Sprintf("case %s:", after),
		"}",
	}, "\n"+indent))
}
