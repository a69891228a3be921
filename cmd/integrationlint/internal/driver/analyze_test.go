package driver

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

func TestParseFailures(t *testing.T) {
	const stderr = `go: downloading example.com/x v1.0.0
# example.com/p
./a.go:1:2: undefined: x
./a.go:2:2: undefined: y
# example.com/q [example.com/q.test]
# [example.com/q]
q/a_test.go:1:1: bad
# example.com/empty
`
	want := []failure{
		{"", "go: downloading example.com/x v1.0.0"},
		{"example.com/p", "./a.go:1:2: undefined: x\n./a.go:2:2: undefined: y"},
		{"example.com/q", "q/a_test.go:1:1: bad"},
	}
	if diff := cmp.Diff(want, parseFailures(stderr), cmp.AllowUnexported(failure{})); diff != "" {
		t.Error(diff)
	}
	if got := want[1].String(); got != "package example.com/p can't be analysed: ./a.go:1:2: undefined: x\n./a.go:2:2: undefined: y" {
		t.Errorf("String is %q", got)
	}
}

func TestFailedWithoutMessage(t *testing.T) {
	a := &result{}
	a.take(&vetRun{stream: &stream{}, failed: true})
	if len(a.errors) != 1 {
		t.Errorf("errors are %q", a.errors)
	}
	a = &result{}
	a.take(&vetRun{stream: &stream{}, stderr: "go: downloading example.com/x v1.0.0\n"})
	if len(a.errors) != 0 {
		t.Errorf("errors of a good run are %q", a.errors)
	}
}

func TestWithoutDownloads(t *testing.T) {
	const stderr = "go: downloading example.com/x v1.0.0\n# example.com/p\ngo: downloading example.com/y v1.0.0\na.go:1:2: undefined: x\n"
	if got, want := withoutDownloads(stderr), "# example.com/p\na.go:1:2: undefined: x\n"; got != want {
		t.Errorf("%q is left, want %q", got, want)
	}
}

func TestWants(t *testing.T) {
	a := &result{
		packages: map[string]goPackage{
			"plain":    {},
			"tested":   {TestGoFiles: []string{"a_test.go"}, XTestGoFiles: []string{"x_test.go"}},
			"broken":   {TestGoFiles: []string{"a_test.go"}},
			"odd_test": {},
		},
		failed: map[string]string{"broken": "undefined: x"},
	}
	tests := []struct {
		path       string
		dependency bool
		want       bool
	}{
		{"plain", false, true},
		{"plain", true, true},
		{"plain_test", false, false},
		{"tested", false, true},
		{"tested", true, false}, // the variant with tests counts
		{"tested_test", false, true},
		{"broken", true, true}, // there is no variant with tests
		{"odd_test", false, true},
		{"other", false, false},
	}
	for _, test := range tests {
		f := &finding.Finding{Package: test.path, Dependency: test.dependency}
		if got := a.wants(f); got != test.want {
			t.Errorf("finding in %s, dependency %v: %v, want %v", test.path, test.dependency, got, test.want)
		}
	}
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p := newProgress(&out)
	p.step()
	p.expect([]goPackage{{}, {XTestGoFiles: []string{"x_test.go"}}})
	for range 4 {
		p.step()
	}
	p.clear()
	p.step()
	const line = "\r\x1b[K"
	want := line + "analysed 1 packages" +
		line + "analysed 1 of 3 packages" + line + "analysed 2 of 3 packages" + line + "analysed 3 of 3 packages" +
		line + "analysed 3 of 3 packages" + line + "analysed 3 of 3 packages" + line
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
	silent := newProgress(nil)
	silent.expect(nil)
	silent.step()
	silent.clear()
}

func TestReportingUnit(t *testing.T) {
	tests := []struct{ name, cfg, want string }{
		{"main module", `{"ID": "p", "ModulePath": "m", "ModuleVersion": "", "VetxOnly": true, "New": [1]}`,
			`{"ID":"p [dependency]","ModulePath":"m","ModuleVersion":"","New":[1],"VetxOnly":false}`},
		{"main module, as Go 1.27 says it", `{"ID": "p", "Module": {"Path": "m"}, "VetxOnly": true}`,
			`{"ID":"p [dependency]","Module":{"Path":"m"},"VetxOnly":false}`},
		{"named", `{"ID": "p", "ModulePath": "m", "VetxOnly": false}`, ""},
		{"replaced module", `{"ID": "p", "Dir": "/job@2/m/p", "ModulePath": "m", "ModuleVersion": "v1.0.0", "VetxOnly": true}`,
			`{"Dir":"/job@2/m/p","ID":"p [dependency]","ModulePath":"m","ModuleVersion":"v1.0.0","VetxOnly":false}`},
		{"downloaded", `{"ID": "p", "Dir": "/go/pkg/mod/m@v1.0.0/p", "ModulePath": "m", "ModuleVersion": "v1.0.0", "VetxOnly": true}`, ""},
		{"downloaded, as Go 1.27 says it", `{"ID": "p", "Dir": "/c/m@v1.0.0", "Module": {"Path": "m", "Version": "v1.0.0"}, "VetxOnly": true}`, ""},
		{"vendored", `{"ID": "p", "Dir": "/m/vendor/p", "ModulePath": "m", "ModuleVersion": "v1.0.0", "VetxOnly": true}`, ""},
		{"standard library", `{"ID": "fmt", "VetxOnly": true}`, ""},
		{"no JSON", `{`, ""},
	}
	for _, test := range tests {
		got, ok := reportingUnit([]byte(test.cfg))
		if ok != (test.want != "") || ok && string(got) != test.want {
			t.Errorf("%s: %s (%v), want %s", test.name, got, ok, test.want)
		}
	}
}

func TestPrepareUnit(t *testing.T) {
	file := filepath.Join(t.TempDir(), "vet.cfg")
	if err := os.WriteFile(file, []byte(`{"ID": "p", "ModulePath": "m", "VetxOnly": true}`), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"tool", "-fix", file}
	if onlyFacts := PrepareUnit(args); args[2] != file || !onlyFacts {
		t.Errorf("with -fix the configuration became %s, for facts only: %v", args[2], onlyFacts)
	}
	dependency := filepath.Join(t.TempDir(), "vet.cfg")
	if err := os.WriteFile(dependency, []byte(`{"ID": "p", "Dir": "/mod/m@v1.2.3", "ModulePath": "m", "ModuleVersion": "v1.2.3", "VetxOnly": true}`), 0o644); err != nil {
		t.Fatal(err)
	}
	args = []string{"tool", "-json", dependency}
	if onlyFacts := PrepareUnit(args); args[2] != dependency || !onlyFacts {
		t.Errorf("the configuration of a dependency became %s, for facts only: %v", args[2], onlyFacts)
	}
	args = []string{"tool", "-json", file}
	if onlyFacts := PrepareUnit(args); onlyFacts || args[2] == file || !strings.HasSuffix(args[2], ".cfg") || filepath.Dir(args[2]) != filepath.Dir(file) {
		t.Fatalf("the configuration is %s", args[2])
	}
	data, err := os.ReadFile(args[2])
	var unit struct{ VetxOnly bool }
	if err != nil || json.Unmarshal(data, &unit) != nil || unit.VetxOnly {
		t.Errorf("the configuration is %s (%v)", data, err)
	}
	args = []string{"tool", "-V=full"}
	if onlyFacts := PrepareUnit(args); onlyFacts || args[1] != "-V=full" {
		t.Errorf("arguments became %q", args)
	}
}
