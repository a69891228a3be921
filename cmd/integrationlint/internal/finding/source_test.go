package finding

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// readMap reads from memory.
func readMap(files map[string]string) Reader {
	return func(file string) ([]byte, error) {
		text, ok := files[file]
		if !ok {
			return nil, errors.New("no such file")
		}
		return []byte(text), nil
	}
}

const server = `package p

func (s *Server[K]) run() {
	get(a)
	get(a)
}

func run() {
	get(a)
}

var (
	x = get(a)
	y = get(a)
)
`

// printsIn returns the fingerprints of findings at the given lines of text.
func printsIn(text string, lines ...int) []string {
	var fs []Finding
	for _, line := range lines {
		f := at("rule", "/m/a.go", line, 2)
		f.Package = "example.com/m"
		fs = append(fs, f)
	}
	var prints []string
	for _, f := range WithFingerprints(fs, readMap(map[string]string{"/m/a.go": text})) {
		prints = append(prints, f.Fingerprint)
	}
	return prints
}

func TestFingerprintsDiffer(t *testing.T) {
	prints := printsIn(server, 4, 5, 9, 13, 14)
	slices.Sort(prints)
	if n := len(slices.Compact(prints)); n != 5 {
		t.Errorf("5 findings have %d fingerprints", n)
	}
}

func TestFingerprintsSurviveMoves(t *testing.T) {
	want := printsIn(server, 4, 5, 9, 13, 14)
	moved := strings.Replace(server, "package p\n", "package p\n\n// A comment.\n", 1)
	if got := printsIn(moved, 6, 7, 11, 15, 16); !slices.Equal(got, want) {
		t.Errorf("after lines moved down: %v, want %v", got, want)
	}
	indented := strings.ReplaceAll(strings.ReplaceAll(server, "\tget(a)", "\t\t  get(a) "), "\n", "\r\n")
	if got := printsIn(indented, 4, 5, 9, 13, 14); !slices.Equal(got, want) {
		t.Errorf("after reformatting: %v, want %v", got, want)
	}
	backwards := printsIn(server, 14, 13, 9, 5, 4)
	slices.Reverse(backwards)
	if !slices.Equal(backwards, want) {
		t.Errorf("in another order: %v, want %v", backwards, want)
	}
}

func TestFingerprintDependsOn(t *testing.T) {
	base := at("rule", "/m/a.go", 4, 2)
	base.Package = "example.com/m"
	rule, pkg := base, base
	rule.Rule, pkg.Package = "other", "example.com/n"
	read := readMap(map[string]string{"/m/a.go": server})
	var prints []string
	for _, f := range []Finding{base, rule, pkg} {
		prints = append(prints, WithFingerprints([]Finding{f}, read)[0].Fingerprint)
	}
	if prints[0] == prints[1] || prints[0] == prints[2] {
		t.Errorf("rule or package makes no difference: %v", prints)
	}
}

func TestFingerprintWithoutSource(t *testing.T) {
	fs := WithFingerprints([]Finding{at("r", "/gone.go", 1, 1), at("r", "/gone.go", 2, 1)}, readMap(nil))
	if fs[0].Fingerprint == "" || fs[0].Fingerprint == fs[1].Fingerprint {
		t.Errorf("fingerprints %q and %q", fs[0].Fingerprint, fs[1].Fingerprint)
	}
}

func TestWithSafeFixes(t *testing.T) {
	files := map[string]string{
		"/m/a.go":    "package m\n\nvar x = 1\n",
		"/m/cgo.go":  "package m\n\nimport \"C\"\n",
		"/m/line.go": "package m\n\n//line m.y:1\nvar y = 1\n",
		"/m/in.go":   "package m\n\nvar z = /*line m.y:1:1*/ 1\n",
		"/m/ok.go":   "package m\n\n// see //line m.y:1\nvar z = 1\n",
	}
	tests := []struct {
		name string
		file string
		edit Edit
		keep bool
	}{
		{"good", "/m/a.go", Edit{"/m/a.go", 0, 21, ""}, true},
		{"other file", "/m/a.go", Edit{"/m/ok.go", 0, 1, ""}, false},
		{"past the end", "/m/a.go", Edit{"/m/a.go", 0, 22, ""}, false},
		{"negative", "/m/a.go", Edit{"/m/a.go", -1, 2, ""}, false},
		{"backwards", "/m/a.go", Edit{"/m/a.go", 3, 2, ""}, false},
		{"cgo", "/m/cgo.go", Edit{"/m/cgo.go", 0, 1, ""}, false},
		{"line directive", "/m/line.go", Edit{"/m/line.go", 0, 1, ""}, false},
		{"inline line directive", "/m/in.go", Edit{"/m/in.go", 0, 1, ""}, false},
		{"no line directive", "/m/ok.go", Edit{"/m/ok.go", 0, 1, ""}, true},
		{"no file", "/m/gone.go", Edit{"/m/gone.go", 0, 0, ""}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := at("r", test.file, 1, 1)
			f.Fix = &Fix{Edits: []Edit{test.edit}}
			got := WithSafeFixes([]Finding{f}, readMap(files))[0].Fix != nil
			if got != test.keep {
				t.Errorf("fix kept: %v, want %v", got, test.keep)
			}
		})
	}
	empty := at("r", "/m/a.go", 1, 1)
	empty.Fix = &Fix{Message: "nothing"}
	if WithSafeFixes([]Finding{empty}, readMap(files))[0].Fix != nil {
		t.Error("a fix without edits was kept")
	}
}
