package webhookverify_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/webhookverify"
)

func TestWebhookVerify(t *testing.T) {
	linttest.Run(t, webhookverify.Analyzer, "webhookverify", "webhookverify/verified", "webhookverify/guarded", "webhookverify/unknown", "webhookverify/sends", "webhookverify/parses", "webhookverify/across", "webhookverify/paired")
}

func TestInventory(t *testing.T) {
	linttest.SetFlag(t, webhookverify.Analyzer, "inventory", "true")
	linttest.Run(t, webhookverify.Analyzer, "webhookverify/listed")
}

// TestOwnVerifiers checks that the functions count that a user says do it.
func TestOwnVerifiers(t *testing.T) {
	linttest.SetFlag(t, webhookverify.Analyzer, "verifiers", "(webhookverify/own.Checker).Genuine,(webhookverify/own.Checker).Check")
	linttest.Run(t, webhookverify.Analyzer, "webhookverify/own")
}

func TestDocs(t *testing.T) { linttest.Docs(t, webhookverify.Analyzer) }
