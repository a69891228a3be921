package sessioncookie_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/sessioncookie"
)

func TestSessionCookie(t *testing.T) {
	linttest.Run(t, sessioncookie.Analyzer,
		"sessioncookie",
		"sessioncookie/badoptions",
		"sessioncookie/oklocal",
		"sessioncookie/okoptions",
	)
}

func TestDocs(t *testing.T) { linttest.Docs(t, sessioncookie.Analyzer) }
