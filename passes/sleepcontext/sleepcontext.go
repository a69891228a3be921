package sleepcontext

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
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
	if ctx == "" {
		return
	}
	f := p.Report(site, "sleep", "the wait before %s is repeated goes on after %s is cancelled: whoever cancelled it has to wait too",
		lint.Name(attempt), ctx)
	f.Related(attempt, "this is repeated after the wait")
	f.Fix(fmt.Sprintf("End the wait when %s is cancelled", ctx), func(b *fix.Builder) { replace(p, b, cur, site, ctx) })
}

// contextAt returns the context that the innermost function with one was given, as it is written at the cursor: a parameter, or that
// of the request which the function handles or is asked to send. What a function literal in it does may outlive that request.
func contextAt(p *lint.Pass, cur inspector.Cursor) string {
	inLiteral := false
	for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		for _, param := range lint.FunctionType(outer.Node()).Params.List {
			for _, name := range param.Names {
				obj := p.TypesInfo.Defs[name]
				switch {
				case obj == nil || name.Name == "_" || !means(p, cur, obj):
				case obj.Type().String() == "context.Context":
					return name.Name
				case !inLiteral && carriesContext(p, outer.Node()) && obj.Type().String() == "*net/http.Request":
					return name.Name + ".Context()"
				}
			}
		}
		inLiteral = true
	}
	return ""
}

// means reports whether the name of a variable stands for a variable of its type at the cursor.
func means(p *lint.Pass, cur inspector.Cursor, v types.Object) bool {
	scope := p.Pkg.Scope().Innermost(cur.Node().Pos())
	if scope == nil {
		return false
	}
	_, seen := scope.LookupParent(v.Name(), cur.Node().Pos())
	return types.Identical(seen.Type(), v.Type())
}

// carriesContext reports whether a function is one of net/http's by its signature, whose request brings the context of its caller: a
// handler, the RoundTrip of a transport, or the Do of a client.
func carriesContext(p *lint.Pass, fn ast.Node) bool {
	if decl, ok := fn.(*ast.FuncDecl); ok {
		sends := decl.Name.Name == "RoundTrip" || decl.Name.Name == "Do"
		return hasTypes(p.TypesInfo.Defs[decl.Name].Type(), handled) || sends && hasTypes(p.TypesInfo.Defs[decl.Name].Type(), sent)
	}
	return hasTypes(p.TypesInfo.TypeOf(fn.(*ast.FuncLit)), handled)
}

var (
	handled = []string{"net/http.ResponseWriter", "*net/http.Request"}
	sent    = []string{"*net/http.Request", "*net/http.Response", "error"}
)

// hasTypes reports whether a function has the types of the parameters and results, in turn.
func hasTypes(fn types.Type, want []string) bool {
	var have []string
	sig := fn.(*types.Signature)
	for _, vars := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range vars.Variables() {
			have = append(have, v.Type().String())
		}
	}
	return slices.Equal(have, want)
}

// replace puts a select in the place of a wait that is a statement.
func replace(p *lint.Pass, b *fix.Builder, cur inspector.Cursor, site ast.Node, ctx string) {
	if _, ok := cur.Parent().Node().(*ast.ExprStmt); !ok {
		b.Abandon("the wait is part of another statement")
		return
	}
	values, ok := p.ReturnError(cur, ctx+".Err()")
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
		fmt.Sprintf("case <-%s.Done():", ctx),
		"\treturn" + values,
		fmt.Sprintf("case %s:", after),
		"}",
	}, "\n"+indent))
}
