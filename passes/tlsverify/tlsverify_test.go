package tlsverify_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/tlsverify"
)

func TestTLSVerify(t *testing.T) {
	linttest.Run(t, tlsverify.Analyzer,
		"tlsverify",
		"tlsverify/badclients",
		"tlsverify/okauthenticates",
		"tlsverify/okchecks",
		"tlsverify/okclients",
		"tlsverify/okinspects",
		"tlsverify/okoption",
		"tlsverify/okrelay",
	)
}

func TestDocs(t *testing.T) { linttest.Docs(t, tlsverify.Analyzer) }
