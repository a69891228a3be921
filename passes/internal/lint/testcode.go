package lint

import (
	"go/ast"
	"go/types"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// testWords are words in the names of folders whose code runs in tests or shows how to use an API.
var testWords = []string{
	"test", "tests", "testing", "testdata", "testutil", "testutils", "testhelper", "testhelpers", "testsuite",
	"e2e", "integrationtest", "mock", "mocks", "fake", "fakes",
	"example", "examples", "sample", "samples", "demo", "demos",
}

// fileWords are those that say as much in the name of a file.
var fileWords = []string{
	"testutil", "testutils", "testhelper", "testhelpers", "mock", "mocks", "fake", "fakes", "example", "examples", "demo", "demos",
}

// testedWords end in "test" and have nothing to do with one.
var testedWords = []string{"latest", "contest", "protest", "attest", "greatest", "fastest", "shortest", "lightest", "detest"}

// isTestCode reports whether the file is a helper of tests, or an example.
// Most of the unbounded requests of real repositories stand in such code, and
// nobody is woken up by them.
func isTestCode(pass *analysis.Pass, file *ast.File) bool {
	if isTestFolder(folder(pass)) {
		return true
	}
	if name := path.Base(filepath.ToSlash(pass.Fset.File(file.FileStart).Name())); hasWord(strings.TrimSuffix(name, ".go"), fileWords) {
		return true
	}
	return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool {
		switch path := strings.Trim(spec.Path.Value, `"`); path {
		case "testing", "net/http/httptest":
			return true
		default:
			within, ours := withinModule(pass, path)
			return ours && isTestFolder(within) // a program that drives the test helpers is one of them
		}
	})
}

// mocks returns the functions of a file that stand in for others in tests, by their own names or their types': MockAuthHandler, (*fakeStore).Get.
func mocks(file *ast.File) []*ast.FuncDecl {
	var found []*ast.FuncDecl
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if ok && (isMock(fn.Name.Name) || fn.Recv != nil && len(fn.Recv.List) > 0 && isMock(strings.TrimLeft(types.ExprString(fn.Recv.List[0].Type), "*("))) {
			found = append(found, fn)
		}
	}
	return found
}

// isMock reports whether a name begins with the word mock or fake.
func isMock(name string) bool {
	words := flow.Words(name)
	return len(words) > 0 && (words[0] == "mock" || words[0] == "fake")
}

// isTestFolder reports whether a path leads through a folder of test code.
func isTestFolder(path string) bool {
	for dir := range strings.SplitSeq(path, "/") {
		if hasWord(dir, testWords) || strings.HasSuffix(dir, "test") && !slices.Contains(testedWords, dir) {
			return true // httptest, iotest, fstest: what helps to test something is called so
		}
	}
	return false
}

// withinModule returns the part of an import path below the path of the pass's module.
func withinModule(pass *analysis.Pass, path string) (string, bool) {
	if pass.Module == nil || pass.Module.Path == "" {
		return "", false
	}
	return strings.CutPrefix(path, pass.Module.Path+"/")
}

// hasWord reports whether one of the words between hyphens and underscores in a name is among those given.
func hasWord(name string, words []string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' }), func(word string) bool {
		return slices.Contains(words, word)
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
