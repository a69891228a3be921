package webhookverify_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/webhookverify"
)

func TestWebhookVerify(t *testing.T) {
	linttest.Run(t, webhookverify.Analyzer, "webhookverify", "webhookverify/verified", "webhookverify/guarded", "webhookverify/unknown", "webhookverify/sends")
}

func TestDocs(t *testing.T) { linttest.Docs(t, webhookverify.Analyzer) }
