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
	linttest.SetFlag(t, httptimeout.Analyzer, "senders", "(httptimeout/own.Gateway).Charge,(httptimeout/own.Gateway).Balance,(httptimeout/own.Gateway).Do,(httptimeout/own.Gateway).InTime")
	linttest.Run(t, httptimeout.Analyzer, "httptimeout/own")
}

// TestHosts checks that what the user says of hosts decides whether a request needs a timeout, and which one.
func TestHosts(t *testing.T) {
	linttest.SetFlag(t, httptimeout.Analyzer, "hosts", "api.example.com=10s, slow.example.com=1m, events.example.com=none, events.api.example.com=none")
	linttest.Run(t, httptimeout.Analyzer, "httptimeout/hosts")
}

func TestWrongHosts(t *testing.T) {
	f := httptimeout.Analyzer.Flags.Lookup("hosts")
	for _, text := range []string{"api.example.com", "api.example.com=10", "api.example.com=-1s", "=10s", "=none", "api.example.com=0s", "https://api.example.com=10s", "*.example.com=10s", "api.example.com:80=10s", "a b=none"} {
		if err := f.Value.Set(text); err == nil {
			t.Errorf("%q is taken", text)
		}
	}
	if got := f.Value.String(); got != "" {
		t.Errorf("what is wrong was set: %q", got)
	}
}

func TestDocs(t *testing.T) { linttest.Docs(t, httptimeout.Analyzer) }
