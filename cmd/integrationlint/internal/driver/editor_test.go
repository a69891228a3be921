package driver

import (
	"slices"
	"testing"
)

func TestBroken(t *testing.T) {
	a := &result{failed: map[string]string{"example.com/b": "vet: two", "example.com/a": "vet: one", "": "go: none of a package's"}}
	want := []string{
		"package example.com/a can't be analysed: vet: one",
		"package example.com/b can't be analysed: vet: two",
	}
	if got := a.broken(); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
