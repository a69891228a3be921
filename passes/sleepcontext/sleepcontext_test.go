package sleepcontext_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/sleepcontext"
)

func TestSleepContext(t *testing.T) { linttest.Run(t, sleepcontext.Analyzer, "sleepcontext") }

func TestDocs(t *testing.T) { linttest.Docs(t, sleepcontext.Analyzer) }
