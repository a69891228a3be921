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
	flag := jwtverify.Analyzer.Flags.Lookup("methods")
	if err := flag.Value.Set("true"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := flag.Value.Set(flag.DefValue); err != nil {
			t.Error(err)
		}
	})
	linttest.Run(t, jwtverify.Analyzer, "jwtverify/badmethods")
}

func TestDocs(t *testing.T) { linttest.Docs(t, jwtverify.Analyzer) }
