package retrylimit_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/retrylimit"
)

func TestRetryLimit(t *testing.T) { linttest.Run(t, retrylimit.Analyzer, "retrylimit") }

func TestDocs(t *testing.T) { linttest.Docs(t, retrylimit.Analyzer) }
