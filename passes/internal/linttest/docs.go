package linttest

import (
	"fmt"
	"go/doc/comment"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// Docs checks the documentation of a: it begins with a line "NAME: summary",
// and the analyzer finds something in each snippet below "# Bad" and nothing in those
// below "# Good".
func Docs(t *testing.T, a *analysis.Analyzer) {
	t.Helper()
	dir, err := testdata()
	if err != nil {
		t.Fatal(err)
	}
	docs(t, dir, a)
}

// docs is Docs with the libraries of the given GOPATH workspace.
func docs(t reporter, gopath string, a *analysis.Analyzer) {
	t.Helper()
	if !strings.HasPrefix(a.Doc, a.Name+": ") {
		t.Errorf("the documentation does not begin with %q", a.Name+": ")
	}
	workspace := t.TempDir()
	var pkgs []string
	for _, section := range []string{"Bad", "Good"} {
		found := snippets(a.Doc, section)
		if len(found) == 0 {
			t.Errorf("the documentation has no code below a heading %q", "# "+section)
		}
		for i, text := range found {
			pkg := fmt.Sprintf("snippet/%s%d", strings.ToLower(section), i+1)
			if err := writeSnippet(filepath.Join(workspace, "src", pkg), text); err != nil {
				t.Errorf("%s: %v in\n%s", pkg, err, text)
				continue
			}
			pkgs = append(pkgs, pkg)
		}
	}
	if len(pkgs) == 0 {
		return
	}
	if o := analyze(t, workspace+string(filepath.ListSeparator)+gopath, a, pkgs); o != nil {
		checkSnippets(t, o)
	}
}

// checkSnippets checks that there are findings in the bad snippets only, and the
// form of the findings.
func checkSnippets(t reporter, o *outcome) {
	t.Helper()
	findings := make(map[string][]string) // messages, by package
	for _, f := range o.findings {
		checkFinding(t, o, f)
		pkg := filepath.ToSlash(filepath.Dir(o.position(f.Pos).Filename))
		findings[pkg] = append(findings[pkg], f.Message)
	}
	for _, pkg := range o.loaded {
		messages := findings[pkg.PkgPath]
		bad := strings.HasPrefix(pkg.PkgPath, "snippet/bad")
		if bad && len(messages) == 0 {
			t.Errorf("%s: no finding", pkg.PkgPath)
		}
		if !bad && len(messages) > 0 {
			t.Errorf("%s: unexpected findings: %s", pkg.PkgPath, strings.Join(messages, "; "))
		}
	}
}

// snippets returns the code blocks below the headings of that name.
func snippets(doc, heading string) []string {
	var parser comment.Parser
	var found []string
	within := false
	for _, block := range parser.Parse(doc).Content {
		switch block := block.(type) {
		case *comment.Heading:
			text := new(comment.Printer).Text(&comment.Doc{Content: []comment.Block{&comment.Paragraph{Text: block.Text}}})
			within = strings.TrimSpace(string(text)) == heading
		case *comment.Code:
			if within {
				found = append(found, block.Text)
			}
		}
	}
	return found
}

// writeSnippet writes the file that a snippet stands for into a new directory.
func writeSnippet(dir, text string) error {
	src, err := completeSnippet(text)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "snippet.go"), []byte(src), 0o666)
}
