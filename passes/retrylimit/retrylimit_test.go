package retrylimit_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/retrybody"
	"github.com/integrationlint/integrationlint/passes/retrylimit"
)

func TestRetryLimit(t *testing.T) { linttest.Run(t, retrylimit.Analyzer, "retrylimit") }

// TestOwnRetriers checks that the functions count that a user says do it.
func TestOwnRetriers(t *testing.T) {
	linttest.SetFlag(t, retrylimit.Analyzer, "retriers", "(retrylimit/own.Runner).Run")
	linttest.Run(t, retrybody.Analyzer, "retrylimit/own")
}

func TestDocs(t *testing.T) { linttest.Docs(t, retrylimit.Analyzer) }
