package idempotencykey_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/idempotencykey"
	"github.com/integrationlint/integrationlint/passes/internal/linttest"
)

func TestIdempotencyKey(t *testing.T) { linttest.Run(t, idempotencykey.Analyzer, "idempotencykey") }

func TestDocs(t *testing.T) { linttest.Docs(t, idempotencykey.Analyzer) }
