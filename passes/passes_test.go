package passes_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes"
)

func TestAnalyzersAreValid(t *testing.T) {
	if err := analysis.Validate(passes.Analyzers()); err != nil {
		t.Error(err)
	}
}

// TestRulesMatchFolders checks that each folder of a rule is registered once
// and under its own name, in the order of the names.
func TestRulesMatchFolders(t *testing.T) {
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var folders []string
	for _, file := range files {
		folders = append(folders, filepath.Dir(file))
	}
	folders = slices.Compact(folders)
	var names []string
	for _, rule := range passes.Rules {
		names = append(names, rule.Analyzer.Name)
	}
	if !slices.Equal(names, folders) {
		t.Errorf("passes.Rules has the rules %q, want one for each folder, %q", names, folders)
	}
}

var (
	release  = regexp.MustCompile(`^v(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$`)
	weakness = regexp.MustCompile(`^CWE-[1-9][0-9]*$`)
)

func TestRuleProperties(t *testing.T) {
	severities := []passes.Severity{passes.Error, passes.Warning, passes.Advisory}
	for _, rule := range passes.Rules {
		name := rule.Analyzer.Name
		if !slices.Contains(severities, rule.Severity) {
			t.Errorf("%s: severity %q, want one of %q", name, rule.Severity, severities)
		}
		if !release.MatchString(rule.Since) {
			t.Errorf("%s: since %q, want a release such as v0.1.0", name, rule.Since)
		}
		for _, id := range rule.CWE {
			if !weakness.MatchString(id) {
				t.Errorf("%s: weakness %q, want one such as CWE-400", name, id)
			}
		}
		if f := rule.Analyzer.Flags.Lookup("tests"); f == nil || f.DefValue != "false" {
			t.Errorf("%s: no flag -%s.tests that is off by default", name, name)
		}
		if want := "https://github.com/integrationlint/integrationlint/blob/main/docs/rules.md#" + name; rule.Analyzer.URL != want {
			t.Errorf("%s: URL %s, want %s", name, rule.Analyzer.URL, want)
		}
	}
}

// TestRulesExportAnalyzer checks the contract of Bazel's nogo, which takes the
// variable Analyzer from each package that it is given.
func TestRulesExportAnalyzer(t *testing.T) {
	for _, rule := range passes.Rules {
		name, want := rule.Analyzer.Name, "Analyzer"
		if name == "directive" {
			want = "New" // it needs the analyzers of the other rules
		}
		if !declares(t, name, want) {
			t.Errorf("package passes/%s doesn't export %s", name, want)
		}
	}
}

// declares reports whether the package in the folder declares the name at its top level.
func declares(t *testing.T, folder, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(files, func(file string) bool {
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(syntax.Decls, func(decl ast.Decl) bool { return declaresName(decl, name) })
	})
}

func declaresName(decl ast.Decl, name string) bool {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		return decl.Recv == nil && decl.Name.Name == name
	case *ast.GenDecl:
		return slices.ContainsFunc(decl.Specs, func(spec ast.Spec) bool {
			value, ok := spec.(*ast.ValueSpec)
			return ok && slices.ContainsFunc(value.Names, func(id *ast.Ident) bool { return id.Name == name })
		})
	}
	return false
}

// TestRulesHaveCases checks that each rule is tested on code that it reports and
// on code that it leaves alone.
func TestRulesHaveCases(t *testing.T) {
	for _, rule := range passes.Rules {
		name := rule.Analyzer.Name
		for _, kind := range []string{"bad", "ok"} {
			pattern := filepath.Join("testdata", "src", name, kind+"*.go")
			if files, err := filepath.Glob(pattern); err != nil || len(files) == 0 {
				t.Errorf("%s has no passes/%s (%v)", name, filepath.ToSlash(pattern), err)
			}
		}
	}
}

// TestOnlyFacts changes the analyzers of the process, and puts them back.
func TestOnlyFacts(t *testing.T) {
	for _, rule := range passes.Rules {
		defer func(run func(*analysis.Pass) (any, error)) { rule.Analyzer.Run = run }(rule.Analyzer.Run)
	}
	passes.OnlyFacts()
	for _, rule := range passes.Rules {
		result, err := rule.Analyzer.Run(nil) // which fails if it looks at its pass
		if err != nil || reflect.TypeOf(result) != rule.Analyzer.ResultType {
			t.Errorf("%s returns %T, %v", rule.Analyzer.Name, result, err)
		}
	}
}
