package httptimeout_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/httptimeout"
	"github.com/integrationlint/integrationlint/passes/internal/linttest"
)

func TestHTTPTimeout(t *testing.T) {
	linttest.Run(t, httptimeout.Analyzer, "httptimeout", "httptimeout/across", "httptimeout/tuned", "httptimeout/assigned", "httptimeout/replaced", "httptimeout/tested", "httptimeout/sdk")
}

// TestOwnSenders checks that the functions count that a user says do it.
func TestOwnSenders(t *testing.T) {
	linttest.SetFlag(t, httptimeout.Analyzer, "senders", "(httptimeout/own.Gateway).Charge,(httptimeout/own.Gateway).Balance")
	linttest.Run(t, httptimeout.Analyzer, "httptimeout/own")
}

func TestDocs(t *testing.T) { linttest.Docs(t, httptimeout.Analyzer) }
