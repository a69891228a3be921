package driver

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

func TestNewScope(t *testing.T) {
	cwd := t.TempDir()
	tests := map[string]bool{
		".": true, "./...": true, "./a": true, "./a/...": true, "../b": true, filepath.Join(cwd, "a"): true,
		"example.com/m": false, "all": false, "std": false, "a.go": false, "./a.go": false, "./a.../b": false, "./...x": false,
	}
	for pattern, want := range tests {
		if _, ok := newScope(cwd, "", []string{".", pattern}); ok != want {
			t.Errorf("pattern %s is simple: %v, want %v", pattern, ok, want)
		}
	}
}

// writeTree writes files, whose content is a package clause unless it is given.
func writeTree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestScopePackages(t *testing.T) {
	const p = "package p\n"
	root := writeTree(t, map[string]string{
		"a/a.go":             p,
		"a/a_test.go":        p,
		"a/x_test.go":        "package p_test\n",
		"a/tagged_test.go":   "//go:build special\n\n" + p,
		"a/deep/a.go":        p,
		"a/testdata/a.go":    p,
		"a/_hidden/a.go":     p,
		"a/.hidden/a.go":     p,
		"a/vendor/v/a.go":    p,
		"a/module/go.mod":    "module example.com/module\n",
		"a/module/sub/a.go":  p,
		"ab/a.go":            p,
		"broken/a.go":        p,
		"broken/a_test.go":   p,
		"broken/b.go":        "package q\n",
		"generated/parse.go": p,
	})
	in := func(dirs ...string) []finding.Finding {
		var fs []finding.Finding
		for _, dir := range dirs {
			at := finding.Position{File: filepath.Join(root, filepath.FromSlash(dir), "a.go"), Line: 1}
			fs = append(fs, finding.Finding{Package: "m/" + dir, Range: finding.Range{Start: at}})
		}
		return fs
	}
	everywhere := in("a", "a/deep", "a/testdata", "a/_hidden", "a/.hidden", "a/vendor/v", "a/module/sub", "ab")
	tests := []struct {
		pattern string
		want    []string
	}{
		{"./...", []string{"m/a", "m/a/deep", "m/ab"}},
		{"./a/...", []string{"m/a", "m/a/deep"}},
		{"./a", []string{"m/a"}},
		{"./a/testdata", []string{"m/a/testdata"}},
		{"./a/module/...", []string{"m/a/module/sub"}},
		{root + "/ab", []string{"m/ab"}},
		{"./c", nil},
	}
	for _, test := range tests {
		s, ok := newScope(root, "", []string{test.pattern})
		if !ok {
			t.Fatalf("%s is not simple", test.pattern)
		}
		pkgs, ok := s.packages(everywhere)
		if got := slices.Sorted(maps.Keys(pkgs)); !ok || !slices.Equal(got, test.want) {
			t.Errorf("%s names %v (%v), want %v", test.pattern, got, ok, test.want)
		}
	}
	s, _ := newScope(root, "special", []string{"./..."})
	external := in("a")
	external[0].Package, external[0].Start.File = "m/a_test", filepath.Join(root, "a", "x_test.go")
	pkgs, _ := s.packages(external)
	want := goPackage{
		ImportPath: "m/a", Dir: filepath.Join(root, "a"),
		TestGoFiles: []string{"a_test.go", "tagged_test.go"}, XTestGoFiles: []string{"x_test.go"},
	}
	if diff := cmp.Diff(want, pkgs["m/a"]); diff != "" {
		t.Errorf("with an external test: %s", diff)
	}
	grammar := in("generated")
	grammar[0].Start.File = filepath.Join(root, "parse.y")
	for name, fs := range map[string][]finding.Finding{"two packages in a directory": in("broken"), "no directory": in("gone"), "a line directive": grammar} {
		if pkgs, ok := s.packages(fs); ok {
			t.Errorf("%s: it told %v", name, pkgs)
		}
	}
}

func TestScopeThroughLink(t *testing.T) {
	root := writeTree(t, map[string]string{"a/a.go": "package p\n"})
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(root, link); err != nil {
		t.Skip(err)
	}
	for _, dirs := range [][2]string{{root, link}, {link, root}} {
		s, _ := newScope(dirs[0], "", []string{"./..."})
		if !s.names(filepath.Join(dirs[1], "a")) {
			t.Errorf("./... in %s doesn't name a directory below %s", dirs[0], dirs[1])
		}
	}
}

func TestEnv(t *testing.T) {
	plain := map[goEnv]bool{
		{}: true,
		{GOFLAGS: "-buildvcs=false -mod=mod --trimpath"}: true,
		{GOFLAGS: "-tags=x"}:                             false,
		{GOFLAGS: "-mod=mod -overlay=x.json"}:            false,
		{GOWORK: "/m/go.work"}:                           false,
	}
	for env, want := range plain {
		if got := env.isPlain(); got != want {
			t.Errorf("%+v is plain: %v, want %v", env, got, want)
		}
	}
	checks := []struct {
		env     goEnv
		pattern string
		ok      bool
	}{
		{goEnv{GOVERSION: "go1.26.8", GOMOD: "/m/go.mod"}, "./...", true},
		{goEnv{GOVERSION: "go1.27", GOWORK: "/m/go.work", GOMOD: os.DevNull}, "./...", true},
		{goEnv{GOVERSION: "devel go1.28-abc", GOMOD: "/m/go.mod"}, ".", true},
		{goEnv{GOVERSION: "go1.25.9", GOMOD: "/m/go.mod"}, "./...", false},
		{goEnv{GOVERSION: "go1.26.8", GOMOD: os.DevNull}, "./...", false},
		{goEnv{GOVERSION: "go1.26.8"}, "/m/p", false},
		{goEnv{GOVERSION: "go1.26.8", GOMOD: os.DevNull}, "net/http", true},
		{goEnv{GOVERSION: "go1.26.8", GOMOD: os.DevNull}, "./a.go", true},
	}
	for _, check := range checks {
		if err := check.env.check([]string{check.pattern}); (err == nil) != check.ok {
			t.Errorf("%s with %+v: %v", check.pattern, check.env, err)
		}
	}
}
