package driver

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/patch"
)

func at(rule string, line int) finding.Finding {
	p := finding.Position{File: "/m/a.go", Line: line, Column: 1}
	return finding.Finding{Rule: rule, Range: finding.Range{Start: p, End: p}}
}

func TestCheckGone(t *testing.T) {
	// Line 2 becomes two lines, so that old line 3 is line 4.
	change := patch.Change{File: "/m/a.go", Old: []byte("1\n2\n3\n4\n"), New: []byte("1\ntwo\nmore\n3\n4\n")}
	type findings []finding.Finding
	tests := []struct {
		name                 string
		before, fixed, after findings
		gone                 bool
	}{
		{"gone", findings{at("r", 2)}, findings{at("r", 2)}, nil, true},
		{"at the same line", findings{at("r", 2)}, findings{at("r", 2)}, findings{at("r", 2)}, false},
		{"in the new line", findings{at("r", 2)}, findings{at("r", 2)}, findings{at("r", 3)}, false},
		{"at a line that moved", findings{at("r", 3)}, findings{at("r", 3)}, findings{at("r", 4)}, false},
		{"another rule", findings{at("r", 2), at("s", 2)}, findings{at("r", 2)}, findings{at("s", 2)}, true},
		{"another finding in the line", findings{at("r", 2), at("r", 2)}, findings{at("r", 2)}, findings{at("r", 2)}, true},
		{"both of another finding", findings{at("r", 2), at("r", 2)}, findings{at("r", 2)}, findings{at("r", 2), at("r", 3)}, false},
		{"a finding elsewhere", findings{at("r", 2), at("r", 4)}, findings{at("r", 2)}, findings{at("r", 5)}, true},
		{"a new finding elsewhere", findings{at("r", 2)}, findings{at("r", 2)}, findings{at("r", 5)}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if err := checkGone(change, test.before, test.fixed, test.after); (err == nil) != test.gone {
				t.Errorf("gone: %v, want %v", err, test.gone)
			}
		})
	}
}

func TestFixable(t *testing.T) {
	main, other := &struct{ Main bool }{true}, &struct{ Main bool }{false}
	a := &result{packages: map[string]goPackage{
		"main":     {Dir: "/m", Module: main},
		"other":    {Dir: "/m", Module: other},
		"std":      {Dir: "/m", Standard: true},
		"nomodule": {Dir: "/m"},
		"away":     {Dir: "/else", Module: main},
	}}
	tests := map[string]bool{"main": true, "main_test": true, "nomodule": true, "other": false, "std": false, "away": false}
	for path, want := range tests {
		f := at("r", 1)
		f.Package, f.Fix = path, &finding.Fix{}
		without := at("r", 2)
		without.Package = path
		a.shown = []finding.Finding{f, without}
		got := a.fixable()
		if (len(got) == 1) != want || len(got) > 1 {
			t.Errorf("%s: %d fixable findings, want %v", path, len(got), want)
		}
	}
}

func TestOverlay(t *testing.T) {
	change := patch.Change{File: filepath.FromSlash("/m/p/a_test.go"), New: []byte("package p")}
	o, err := newOverlay([]patch.Change{change})
	if err != nil {
		t.Fatal(err)
	}
	defer o.remove()
	replacements, err := os.ReadFile(o.file)
	if err != nil || !strings.Contains(string(replacements), `a_test.go":`) {
		t.Errorf("the overlay is %s (%v)", replacements, err)
	}
	temps, err := filepath.Glob(filepath.Join(o.dir, "*", "a_test.go"))
	if err != nil || len(temps) != 1 {
		t.Fatalf("the directory holds %v (%v)", temps, err)
	}
	text, err := os.ReadFile(temps[0])
	if err != nil || !strings.HasPrefix(string(text), "package p\n") || string(text) == "package p\n" {
		t.Errorf("the file is %q (%v)", text, err)
	}
	// The name may be of an earlier run, or as the go command shortens it.
	id := filepath.Base(filepath.Dir(temps[0]))
	for _, name := range []string{temps[0], "/old/integrationlint-check-1/" + id + "/a_test.go", "../../tmp/integrationlint-check-22/" + id + "/a_test.go"} {
		if got := o.restoreText(name + ":3:4: x"); got != change.File+":3:4: x" {
			t.Errorf("%s became %s", name, got)
		}
	}
	const other = "/tmp/integrationlint-check-1/0123456789abcdef/b.go"
	if got := o.restoreText(other); got != other {
		t.Errorf("%s became %s", other, got)
	}
	f := at("r", 1)
	f.Start.File, f.End.File, f.Fix = temps[0], temps[0], &finding.Fix{}
	got := o.restore([]finding.Finding{f})[0]
	if got.Start.File != change.File || got.End.File != change.File || got.Fix != nil {
		t.Errorf("restored finding is %+v", got)
	}
	o.remove()
	if _, err := os.Stat(o.dir); err == nil {
		t.Error("the directory is still there")
	}
}
