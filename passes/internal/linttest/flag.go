package linttest

import (
	"testing"

	"golang.org/x/tools/go/analysis"
)

// SetFlag sets a flag of an analyzer until the test ends.
func SetFlag(t *testing.T, a *analysis.Analyzer, name, value string) {
	t.Helper()
	flag := a.Flags.Lookup(name)
	if flag == nil {
		t.Fatalf("%s has no flag %s", a.Name, name)
	}
	old := flag.Value.String()
	if err := flag.Value.Set(value); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := flag.Value.Set(old); err != nil {
			t.Error(err)
		}
	})
}
