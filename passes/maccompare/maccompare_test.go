package maccompare_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/maccompare"
)

func TestMACCompare(t *testing.T) { linttest.Run(t, maccompare.Analyzer, "maccompare") }

func TestDocs(t *testing.T) { linttest.Docs(t, maccompare.Analyzer) }
