package oauthstate_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/oauthstate"
)

func TestOAuthState(t *testing.T) {
	linttest.Run(t, oauthstate.Analyzer,
		"oauthstate/baddropped",
		"oauthstate",
		"oauthstate/badlibrary",
		"oauthstate/badpublic",
		"oauthstate/badwrapped",
		"oauthstate/okbound",
		"oauthstate/okchecked",
		"oauthstate/oknonce",
		"oauthstate/okonce",
		"oauthstate/okoob",
		"oauthstate/okpkce",
		"oauthstate/okprinted",
		"oauthstate/okscan",
		"oauthstate/okterminal",
		"oauthstate/okunknown",
		"oauthstate/wrapper",
	)
}

func TestDocs(t *testing.T) { linttest.Docs(t, oauthstate.Analyzer) }
