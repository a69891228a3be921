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
	linttest.SetFlag(t, hardcodedsecret.Analyzer, "unsafe", "true")
	linttest.Run(t, hardcodedsecret.Analyzer, "hardcodedsecret/environment")
}

func TestDocs(t *testing.T) { linttest.Docs(t, hardcodedsecret.Analyzer) }
