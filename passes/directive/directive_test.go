package directive_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes/directive"
	"github.com/integrationlint/integrationlint/passes/httptimeout"
	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/servertimeout"
)

var analyzer = directive.New([]*analysis.Analyzer{httptimeout.Analyzer, servertimeout.Analyzer})

func TestDirective(t *testing.T) { linttest.Run(t, analyzer, "directive") }

func TestDocs(t *testing.T) { linttest.Docs(t, analyzer) }
