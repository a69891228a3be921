package refreshloop_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/refreshloop"
)

func TestRefreshLoop(t *testing.T) { linttest.Run(t, refreshloop.Analyzer, "refreshloop") }

func TestDocs(t *testing.T) { linttest.Docs(t, refreshloop.Analyzer) }
