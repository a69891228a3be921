package jwtverify_test

import (
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/linttest"
	"github.com/integrationlint/integrationlint/passes/jwtverify"
)

func TestJWTVerify(t *testing.T) {
	linttest.Run(t, jwtverify.Analyzer, "jwtverify", "jwtverify/badacross", "jwtverify/badprovider", "jwtverify/okchosen", "jwtverify/okfresh", "jwtverify/oklogout", "jwtverify/okown", "jwtverify/okprovider", "jwtverify/reader")
}

func TestMethods(t *testing.T) {
	linttest.SetFlag(t, jwtverify.Analyzer, "methods", "true")
	linttest.Run(t, jwtverify.Analyzer, "jwtverify/badmethods")
}

func TestDocs(t *testing.T) { linttest.Docs(t, jwtverify.Analyzer) }
