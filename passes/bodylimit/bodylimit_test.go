package bodylimit_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/bodylimit"
	"github.com/integrationlint/integrationlint/passes/internal/linttest"
)

func TestBodyLimit(t *testing.T) {
	linttest.Run(t, bodylimit.Analyzer, "bodylimit", "bodylimit/limited", "bodylimit/everywhere", "bodylimit/chosen", "bodylimit/measured")
}

func TestAnswers(t *testing.T) {
	flag := bodylimit.Analyzer.Flags.Lookup("answers")
	if err := flag.Value.Set("true"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := flag.Value.Set(flag.DefValue); err != nil {
			t.Error(err)
		}
	})
	linttest.Run(t, bodylimit.Analyzer, "bodylimit/answers")
}

func TestDocs(t *testing.T) { linttest.Docs(t, bodylimit.Analyzer) }
