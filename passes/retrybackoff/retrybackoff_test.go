package retrybackoff_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/retrybackoff"
)

func TestRetryBackoff(t *testing.T) { linttest.Run(t, retrybackoff.Analyzer, "retrybackoff") }

func TestDocs(t *testing.T) { linttest.Docs(t, retrybackoff.Analyzer) }
