package nestedretry_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/nestedretry"
)

func TestNestedRetry(t *testing.T) { linttest.Run(t, nestedretry.Analyzer, "nestedretry") }

func TestDocs(t *testing.T) { linttest.Docs(t, nestedretry.Analyzer) }
