package servertimeout_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/servertimeout"
)

func TestServerTimeout(t *testing.T) {
	linttest.Run(t, servertimeout.Analyzer,
		"servertimeout",
		"servertimeout/baddot",
		"servertimeout/badmain",
		"servertimeout/badpprof",
		"servertimeout/okpprof",
		"servertimeout/okpprofmux",
		"servertimeout/okuntraced",
	)
}

func TestDefault(t *testing.T) {
	flag := servertimeout.Analyzer.Flags.Lookup("default")
	if err := flag.Value.Set("1m"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := flag.Value.Set(flag.DefValue); err != nil {
			t.Error(err)
		}
	})
	linttest.Run(t, servertimeout.Analyzer, "servertimeout/badminute")
}

func TestDocs(t *testing.T) { linttest.Docs(t, servertimeout.Analyzer) }
