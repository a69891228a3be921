package hardcodedsecret_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/hardcodedsecret"
	"github.com/integrationlint/integrationlint/passes/internal/linttest"
)

func TestHardcodedSecret(t *testing.T) {
	linttest.Run(t, hardcodedsecret.Analyzer, "hardcodedsecret", "hardcodedsecret/across", "hardcodedsecret/signing")
}

func TestDocs(t *testing.T) { linttest.Docs(t, hardcodedsecret.Analyzer) }
