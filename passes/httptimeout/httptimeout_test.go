package httptimeout_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/httptimeout"
	"github.com/integrationlint/integrationlint/passes/internal/linttest"
)

func TestHTTPTimeout(t *testing.T) {
	linttest.Run(t, httptimeout.Analyzer, "httptimeout", "httptimeout/across", "httptimeout/tuned", "httptimeout/assigned", "httptimeout/replaced", "httptimeout/tested", "httptimeout/sdk")
}

func TestDocs(t *testing.T) { linttest.Docs(t, httptimeout.Analyzer) }
