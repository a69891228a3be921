package servertimeout

import (
	_ "embed"
	"go/ast"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

func run(p *lint.Pass) {
	for _, file := range p.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				fn := typeutil.StaticCallee(p.TypesInfo, call)
				if row := catalog.FuncOf(fn); row != nil && row.Role == catalog.Serve {
					f := p.Report(call, "serve", "http.%s waits for ever for a client that never finishes its header", fn.Name())
					f.Fix("Serve with an http.Server that has a ReadHeaderTimeout", func(b *fix.Builder) {
						if fn.Name() != "ListenAndServe" {
							b.Abandon("only ListenAndServe")
							return
						}
						b.Replace(call, "(&http.Server{Addr: "+b.Text(call.Args[0])+", Handler: "+b.Text(call.Args[1])+", ReadHeaderTimeout: 10 * "+b.Import("time", call.Pos())+"Second}).ListenAndServe()")
					})
				}
			}
			return true
		})
	}
}
