// Package linttest runs an analyzer over packages of test data as package
// analysistest does, and is stricter: hosts apply fixes unseen, print messages
// as they are and hand facts from process to process, so all of that is checked.
//
// # Test data
//
// [Run] analyses packages below passes/testdata/src, which is a GOPATH
// workspace: the package httptimeout/bad lies in passes/testdata/src/httptimeout/bad,
// and stubs of libraries lie under their import paths beside it.
//
// A comment states what is expected on its line, or n lines below:
//
//	http.Get(url) // want `regexp for the message` "and for another one"
//	// want +1 `regexp`
//	func Fetch() {} // want Fetch:"regexp for a fact about Fetch"
//
// The fact about a package goes by the name package, on the first line of its
// first file. Each finding and each fact of the analyzer itself must be expected; facts of
// the analyzers that it requires may be. A file bad*.go expects something, a file
// ok*.go nothing.
//
// What a file becomes when all fixes are applied and gofmt has run is in the file's
// name with .golden behind it, and there is no other .golden file.
//
//	go test ./passes/RULE -linttest.update
//
// writes the golden files. The outcome must type-check, and a second run over it must
// report exactly the findings that had no fix.
//
// # Documentation
//
// [Docs] analyses the snippets of an analyzer's documentation: the code blocks
// (indented lines) in the sections whose headings are "# Bad" and "# Good". A
// snippet is a whole file, or a list of declarations, or a list of statements; a line of
// text parts two snippets. Imports of well-known packages of the standard library need
// not be written, nor what statements usually find around them: ctx, url, req and
// the like are parameters, results may be returned, and variables need no use.
package linttest

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

var update = flag.Bool("linttest.update", false, "write the golden files")

// reporter is what the checks need of a testing.T. It lets the package's own
// tests see that the checks fail.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
	TempDir() string
}

// Run analyses the packages with the given import paths, all at once, and
// checks everything that the package comment says.
func Run(t *testing.T, a *analysis.Analyzer, pkgs ...string) {
	t.Helper()
	dir, err := testdata()
	if err != nil {
		t.Fatal(err)
	}
	run(t, dir, a, pkgs...)
}

// testdata returns the GOPATH workspace of the module that the test runs in.
func testdata() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, "passes", "testdata"), nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", fmt.Errorf("no go.mod in or above the working directory")
		}
		dir = parent
	}
}

// run is Run in the given GOPATH workspace.
func run(t reporter, gopath string, a *analysis.Analyzer, pkgs ...string) {
	t.Helper()
	first := analyze(t, gopath, a, pkgs)
	if first == nil {
		return
	}
	checkWants(t, first)
	checkFacts(t, first)
	for _, f := range first.findings {
		checkFinding(t, first, f)
	}
	fixed := applyFixes(t, first)
	checkGolden(t, first, fixed)
	if len(fixed) == 0 {
		return
	}
	workspace := copyWorkspace(t, gopath, first.loaded, fixed)
	if workspace == "" {
		return
	}
	if second := analyze(prefixed{t, "after the fixes: "}, workspace, a, pkgs); second != nil {
		checkSecondRun(t, first, second)
	}
}

// prefixed is a reporter that says in which phase a check failed.
type prefixed struct {
	reporter
	prefix string
}

func (p prefixed) Errorf(format string, args ...any) {
	p.Helper()
	p.reporter.Errorf("%s%s", p.prefix, fmt.Sprintf(format, args...))
}

// checkSecondRun checks that the run over the fixed packages reports what the
// first one reported without offering a fix, and nothing else.
func checkSecondRun(t reporter, first, second *outcome) {
	t.Helper()
	left := make(map[string]int)
	for _, f := range first.findings {
		if len(f.SuggestedFixes) == 0 {
			left[first.identity(f)]++
		}
	}
	for _, f := range second.findings {
		id := second.identity(f)
		left[id]--
		switch {
		case len(f.SuggestedFixes) > 0:
			t.Errorf("%s: still fixable after the fixes: %s", second.position(f.Pos), f.Message)
		case left[id] < 0:
			t.Errorf("%s: new after the fixes: %s", second.position(f.Pos), f.Message)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(left)) {
		if left[id] > 0 {
			t.Errorf("no longer reported after the fixes, although it had no fix: %s", id)
		}
	}
}

// copyWorkspace copies the packages that were loaded from gopath to a workspace of
// its own and returns its name, or "" after an error. Files in fixed have the content given there.
func copyWorkspace(t reporter, gopath string, loaded []*packages.Package, fixed map[string][]byte) string {
	t.Helper()
	workspace := t.TempDir()
	dirs := make(map[string]bool)
	packages.Visit(loaded, nil, func(pkg *packages.Package) {
		for _, file := range pkg.GoFiles {
			if rel, err := filepath.Rel(gopath, file); err == nil && filepath.IsLocal(rel) {
				dirs[filepath.Dir(rel)] = true
			}
		}
	})
	for dir := range dirs {
		if err := copyDir(filepath.Join(gopath, dir), filepath.Join(workspace, dir), fixed); err != nil {
			t.Errorf("copying the test data: %v", err)
			return ""
		}
	}
	return workspace
}

// copyDir copies the files of a directory, but not its subdirectories.
func copyDir(from, to string, fixed map[string][]byte) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(to, 0o777); err != nil {
		return err
	}
	for _, entry := range entries {
		name := filepath.Join(from, entry.Name())
		if entry.IsDir() || strings.HasSuffix(name, goldenSuffix) {
			continue
		}
		content, ok := fixed[name]
		if !ok {
			if content, err = os.ReadFile(name); err != nil {
				return err
			}
		}
		if err := os.WriteFile(filepath.Join(to, entry.Name()), content, 0o666); err != nil {
			return err
		}
	}
	return nil
}
