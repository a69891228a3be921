package secretinurl_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/secretinurl"
)

func TestSecretInURL(t *testing.T) { linttest.Run(t, secretinurl.Analyzer, "secretinurl") }

func TestDocs(t *testing.T) { linttest.Docs(t, secretinurl.Analyzer) }
