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
	linttest.SetFlag(t, servertimeout.Analyzer, "default", "1m")
	linttest.Run(t, servertimeout.Analyzer, "servertimeout/badminute")
}

func TestDocs(t *testing.T) { linttest.Docs(t, servertimeout.Analyzer) }
