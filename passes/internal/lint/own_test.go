package lint

import (
	"strings"
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
)

func TestOwnNames(t *testing.T) {
	t.Cleanup(func() { catalog.SetOwn(catalog.OwnSenders, nil) })
	n := &OwnNames{What: catalog.OwnSenders}
	for _, text := range []string{"Charge", "pay charge.F", "example.com/pay.F#1", "example.com/pay.(*Client).Charge", "example.com/a.F,,b"} {
		if err := n.Set(text); err == nil || !strings.Contains(err.Error(), "is no full name") {
			t.Errorf("Set(%q): %v, want an error", text, err)
		}
	}
	const text = "(*example.com/pay/v2.Client).Charge, example.com/a.F"
	if err := n.Set(text); err != nil || n.String() != text || n.Get() != text {
		t.Errorf("Set(%q): %v, then String() is %q", text, err, n)
	}
	if !catalog.HasOwn() {
		t.Error("the catalog hasn't been told")
	}
	if err := n.Set("example.com/größe.Größe, example.com/c++/x.F"); err != nil {
		t.Error(err)
	}
	if err := (&OwnNames{What: catalog.OwnCredentials}).Set("example.com/pay.F#7"); err == nil {
		t.Error("argument 7 is taken, though no row can hold that")
	}
}
