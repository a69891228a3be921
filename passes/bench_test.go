package passes_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/integrationlint/integrationlint/passes"
)

// BenchmarkAnalyzers measures the rules alone, on this module and all that it depends
// on: type-checked once, then analyzed in one process without any cache.
func BenchmarkAnalyzers(b *testing.B) {
	cfg := &packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule}
	pkgs, err := packages.Load(cfg, "github.com/integrationlint/integrationlint/...")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		b.Fatal("loading failed: ", err)
	}
	for b.Loop() {
		graph, err := checker.Analyze(passes.Analyzers(), pkgs, nil)
		if err != nil {
			b.Fatal(err)
		}
		for act := range graph.All() {
			if act.Err != nil {
				b.Fatal(act, act.Err)
			}
		}
	}
}
