package lint

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// testDirs are folders whose code runs in tests or shows how to use an API.
var testDirs = []string{
	"test", "tests", "testing", "testdata", "testutil", "testutils", "testhelper", "testhelpers", "testsuite", "httptest",
	"e2e", "integration_test", "integrationtest", "mock", "mocks", "fake", "fakes",
	"example", "examples", "_example", "_examples", "sample", "samples", "demo", "demos",
}

// isTestCode reports whether the file is a test, a helper of tests, or an example.
// Most of the unbounded requests of real repositories stand in such code, and
// nobody is woken up by them.
func isTestCode(pass *analysis.Pass, file *ast.File) bool {
	if strings.HasSuffix(pass.Fset.File(file.FileStart).Name(), "_test.go") {
		return true
	}
	path := pass.Pkg.Path()
	if pass.Module != nil {
		path = strings.TrimPrefix(path, pass.Module.Path)
	}
	for dir := range strings.SplitSeq(path, "/") {
		if slices.Contains(testDirs, dir) || strings.HasSuffix(dir, "_test") {
			return true
		}
	}
	return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool {
		return spec.Path.Value == `"testing"` || spec.Path.Value == `"net/http/httptest"`
	})
}
