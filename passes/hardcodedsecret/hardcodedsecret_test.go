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

// TestOwnCredentials checks that the functions count that a user says do it.
func TestOwnCredentials(t *testing.T) {
	linttest.SetFlag(t, hardcodedsecret.Analyzer, "credentials", "(hardcodedsecret/own.Vault).Open#1,hardcodedsecret/own.Config.Pin,hardcodedsecret/own.Passphrase,hardcodedsecret/own.Initial,hardcodedsecret/declared.Passphrase")
	linttest.Run(t, hardcodedsecret.Analyzer, "hardcodedsecret/own", "hardcodedsecret/declared")
}

func TestDocs(t *testing.T) { linttest.Docs(t, hardcodedsecret.Analyzer) }
