package retrystatus_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/retrystatus"
)

func TestRetryStatus(t *testing.T) {
	linttest.Run(t, retrystatus.Analyzer, "retrystatus", "retrystatus/across")
}

// TestOwnRetriers checks that a function that the user says repeats what it is given does: the catalog has no library for it.
func TestOwnRetriers(t *testing.T) {
	if err := catalog.OwnRetriers.Set("(retrystatus/own.Runner).Run"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := catalog.OwnRetriers.Set(""); err != nil {
			t.Error(err)
		}
	})
	linttest.Run(t, retrystatus.Analyzer, "retrystatus/own")
}

func TestDocs(t *testing.T) { linttest.Docs(t, retrystatus.Analyzer) }
