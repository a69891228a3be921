package retryafter_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/retryafter"
)

func TestRetryAfter(t *testing.T) {
	linttest.Run(t, retryafter.Analyzer, "retryafter", "retryafter/backoffs", "retryafter/delays", "retryafter/told")
}

func TestDocs(t *testing.T) { linttest.Docs(t, retryafter.Analyzer) }
