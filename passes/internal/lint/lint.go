// Package lint is the vocabulary that rules are written in: a rule asks a
// [Pass] for the calls that reach the outside world and what is known of them,
// and reports what it has proved.
//
// Whatever is the same for all rules is done here, so that every host (the
// command, go vet, golangci-lint, nogo) behaves alike: generated files, test code,
// directives that silence a finding, and panics.
package lint

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes/internal/scenario"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

const rulesURL = "https://github.com/integrationlint/integrationlint/blob/main/docs/rules.md#"

// New returns the analyzer of a rule.
//
// doc is the source text of the rule's doc.go. Its package comment begins with
// the heading "# Analyzer NAME" and the line "NAME: summary", from which the
// analyzer's name and documentation are taken. New panics if it doesn't, since that is a
// mistake in the rule.
func New(doc string, run func(*Pass)) *analysis.Analyzer {
	name, text, err := extractDoc(doc)
	if err != nil {
		panic(err)
	}
	a := &analysis.Analyzer{
		Name:       name,
		Doc:        text,
		URL:        rulesURL + name,
		Requires:   []*analysis.Analyzer{summary.Analyzer, scenario.Analyzer, directives},
		ResultType: reflect.TypeFor[*Result](),
	}
	tests := a.Flags.Bool("tests", false, "report findings in tests, test helpers and examples too")
	a.Run = func(pass *analysis.Pass) (result any, err error) {
		defer func() {
			if r := recover(); r != nil {
				result, err = nil, fmt.Errorf("rule %s failed on package %s: %v", name, pass.Pkg.Path(), r)
			}
		}()
		known := pass.ResultOf[summary.Analyzer].(*summary.Result)
		known.Lock()
		defer known.Unlock()
		p := newPass(pass)
		p.inProduction(*tests)
		run(p)
		if *tests {
			p.inTests()
			run(p)
		}
		return p.flush(), nil
	}
	return a
}

// A Result is what one rule did with a package.
type Result struct {
	// Used are the ignore directives that silenced one of the rule's findings.
	Used map[*Directive]bool
}

// extractDoc returns the analyzer's name and its documentation, "NAME: summary"
// first, from the source text of a doc.go.
func extractDoc(src string) (name, text string, err error) {
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", src, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		return "", "", fmt.Errorf("doc.go: %v", err)
	}
	_, rest, ok := strings.Cut(packageDoc(file), "# Analyzer ")
	name, text, ok2 := strings.Cut(rest, "\n")
	text = strings.TrimSpace(text)
	if !ok || !ok2 || !strings.HasPrefix(text, name+": ") {
		return "", "", fmt.Errorf("doc.go: no heading %q followed by a line %q", "# Analyzer NAME", "NAME: summary")
	}
	return name, text, nil
}

func packageDoc(file *ast.File) string {
	if file.Doc == nil {
		return ""
	}
	return file.Doc.Text()
}
