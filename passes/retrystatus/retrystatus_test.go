package retrystatus_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/retrystatus"
)

func TestRetryStatus(t *testing.T) {
	linttest.Run(t, retrystatus.Analyzer, "retrystatus", "retrystatus/across")
}

func TestDocs(t *testing.T) { linttest.Docs(t, retrystatus.Analyzer) }
