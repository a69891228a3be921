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
	linttest.SetFlag(t, bodylimit.Analyzer, "answers", "true")
	linttest.Run(t, bodylimit.Analyzer, "bodylimit/answers")
}

func TestDocs(t *testing.T) { linttest.Docs(t, bodylimit.Analyzer) }
