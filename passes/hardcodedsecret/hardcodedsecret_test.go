package hardcodedsecret_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/hardcodedsecret"
	"github.com/integrationlint/integrationlint/passes/internal/linttest"
)

func TestHardcodedSecret(t *testing.T) {
	linttest.Run(t, hardcodedsecret.Analyzer, "hardcodedsecret", "hardcodedsecret/across", "hardcodedsecret/signing")
}

func TestUnsafe(t *testing.T) {
	flag := hardcodedsecret.Analyzer.Flags.Lookup("unsafe")
	if err := flag.Value.Set("true"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := flag.Value.Set(flag.DefValue); err != nil {
			t.Error(err)
		}
	})
	linttest.Run(t, hardcodedsecret.Analyzer, "hardcodedsecret/environment")
}

func TestDocs(t *testing.T) { linttest.Docs(t, hardcodedsecret.Analyzer) }
