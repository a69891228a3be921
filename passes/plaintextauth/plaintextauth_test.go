package plaintextauth_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/plaintextauth"
)

func TestPlaintextAuth(t *testing.T) { linttest.Run(t, plaintextauth.Analyzer, "plaintextauth") }

func TestDocs(t *testing.T) { linttest.Docs(t, plaintextauth.Analyzer) }
