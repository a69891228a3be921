package secretlog_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/secretlog"
)

func TestSecretLog(t *testing.T) { linttest.Run(t, secretlog.Analyzer, "secretlog") }

func TestDocs(t *testing.T) { linttest.Docs(t, secretlog.Analyzer) }
