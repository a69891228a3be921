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

// isTestCode reports whether the file is a helper of tests, or an example.
// Most of the unbounded requests of real repositories stand in such code, and
// nobody is woken up by them.
func isTestCode(pass *analysis.Pass, file *ast.File) bool {
	for dir := range strings.SplitSeq(folder(pass), "/") {
		if slices.Contains(testDirs, dir) || strings.HasSuffix(dir, "_test") {
			return true
		}
	}
	return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool {
		return spec.Path.Value == `"testing"` || spec.Path.Value == `"net/http/httptest"`
	})
}

// folder returns the part of the package's path that names folders of its
// repository, so that a repository called examples is not taken for one: what
// follows the module's path and, for a module in a folder, "host/owner/repository".
func folder(pass *analysis.Pass) string {
	path := pass.Pkg.Path()
	if pass.Module == nil {
		return path
	}
	within := strings.TrimPrefix(path, pass.Module.Path)
	if parts := strings.SplitN(pass.Module.Path, "/", 4); len(parts) == 4 {
		return parts[3] + within
	}
	return within
}
