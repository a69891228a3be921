package retrystatus_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/retrystatus"
)

func TestRetryStatus(t *testing.T) {
	linttest.Run(t, retrystatus.Analyzer, "retrystatus", "retrystatus/across")
}

// TestOwnRetriers checks that a function that the user says repeats what it is given does: the catalog has no library for it.
func TestOwnRetriers(t *testing.T) {
	linttest.SetFlag(t, retrystatus.Analyzer, "retriers", "(retrystatus/own.Runner).Run,(retrystatus/own.Runner).Telling")
	linttest.Run(t, retrystatus.Analyzer, "retrystatus/own")
}

func TestDocs(t *testing.T) { linttest.Docs(t, retrystatus.Analyzer) }
