package retrybody_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/retrybody"
)

func TestRetryBody(t *testing.T) {
	linttest.Run(t, retrybody.Analyzer, "retrybody", "retrybody/bodyless")
}

func TestDocs(t *testing.T) { linttest.Docs(t, retrybody.Analyzer) }
