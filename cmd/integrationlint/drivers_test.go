package main

import (
	"encoding/json"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/integrationlint/integrationlint/passes"
)

// writeCorpus writes the corpus into a new directory.
func writeCorpus(t *testing.T) string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/corpus/corpus.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, file := range archive.Files {
		write(t, filepath.Join(dir, filepath.FromSlash(file.Name)), string(file.Data))
	}
	return dir
}

// write writes a file, and makes the directory where it belongs.
func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// found is how all hosts' findings are written for the comparison: "prices/prices.go:14 httptimeout".
func found(dir, file string, line int, rule string) string {
	if rel, err := filepath.Rel(dir, file); err == nil {
		file = rel
	}
	return fmt.Sprintf("%s:%d %s", filepath.ToSlash(file), line, rule)
}

// hosts are ways to run the analyzers over a module. Each returns what it found.
var hosts = map[string]func(t *testing.T, dir string) []string{
	"integrationlint":          byCommand,
	"go vet -vettool":          byVet,
	"x/tools checker":          byChecker,
	"driver without std facts": byFactsOfModule,
}

// TestHostsAgree checks that all hosts find the same in the corpus. TestGolangci, a heavy test, does it for golangci-lint.
func TestHostsAgree(t *testing.T) {
	dir := writeCorpus(t)
	want := byCommand(t, dir)
	rules := map[string]bool{}
	for _, f := range want {
		rules[f[strings.LastIndexByte(f, ' ')+1:]] = true
	}
	if len(rules) < 10 {
		t.Errorf("the corpus has findings of %d rules only: %v", len(rules), want)
	}
	for name, run := range hosts {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, run(t, dir)); diff != "" {
				t.Errorf("findings differ from the command's (-command +%s):\n%s", name, diff)
			}
		})
	}
}

func sorted(all []string) []string {
	slices.Sort(all)
	return slices.Compact(all)
}

func byCommand(t *testing.T, dir string) []string {
	cmd := exec.Command("integrationlint", "-format", "json", "./...")
	cmd.Dir = dir
	text, err := cmd.Output()
	if exitCode(t, err) != 1 {
		t.Fatalf("exit code %d", exitCode(t, err))
	}
	var report struct {
		Findings []struct {
			Rule  string
			File  string
			Start struct{ Line int }
		}
	}
	if err := json.Unmarshal(text, &report); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range report.Findings {
		all = append(all, found(dir, filepath.Join(dir, f.File), f.Start.Line, f.Rule))
	}
	return sorted(all)
}

func byVet(t *testing.T, dir string) []string {
	program, err := exec.LookPath("integrationlint")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "vet", "-vettool="+program, "-json", "./...")
	cmd.Dir = dir
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for dec := json.NewDecoder(strings.NewReader(string(text))); ; {
		var out map[string]map[string][]struct{ Posn string }
		if err := dec.Decode(&out); err == io.EOF {
			return sorted(all)
		} else if err != nil {
			t.Fatal(err)
		}
		for _, rules := range out {
			for rule, diagnostics := range rules {
				for _, d := range diagnostics {
					parts := strings.Split(d.Posn, ":")
					line := 0
					if _, err := fmt.Sscan(parts[len(parts)-2], &line); err != nil {
						t.Fatal(err)
					}
					all = append(all, found(dir, strings.Join(parts[:len(parts)-2], ":"), line, rule))
				}
			}
		}
	}
}

func loadCorpus(t *testing.T, dir string) []*packages.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Dir: dir, Mode: packages.LoadAllSyntax | packages.NeedModule}, "./...")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal(err)
	}
	return pkgs
}

func byChecker(t *testing.T, dir string) []string {
	graph, err := checker.Analyze(passes.Analyzers(), loadCorpus(t, dir), nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, root := range graph.Roots {
		if root.Err != nil {
			t.Fatal(root.Err)
		}
		for _, d := range root.Diagnostics {
			at := root.Package.Fset.Position(d.Pos)
			all = append(all, found(dir, at.Filename, at.Line, root.Analyzer.Name))
		}
	}
	return sorted(all)
}

// byFactsOfModule does as Bazel's nogo: it has no facts of the standard library, and hands those of a package to its direct importers only.
func byFactsOfModule(t *testing.T, dir string) []string {
	d := &factDriver{objects: map[factKey]analysis.Fact{}, packages: map[factKey]analysis.Fact{}, results: map[*packages.Package]map[*analysis.Analyzer]any{}}
	for _, pkg := range loadCorpus(t, dir) {
		d.visit(t, pkg)
	}
	var all []string
	for _, f := range d.found {
		all = append(all, found(dir, f.at.Filename, f.at.Line, f.rule))
	}
	return sorted(all)
}

type factKey struct {
	object types.Object
	pkg    *types.Package
	kind   reflect.Type
}

// A factDriver runs the analyzers over the packages of the main module.
type factDriver struct {
	objects, packages map[factKey]analysis.Fact
	results           map[*packages.Package]map[*analysis.Analyzer]any
	found             []struct {
		at   token.Position
		rule string
	}
}

func (d *factDriver) visit(t *testing.T, pkg *packages.Package) {
	if pkg.Module == nil || d.results[pkg] != nil {
		return // of std, or done
	}
	for _, imported := range pkg.Imports {
		d.visit(t, imported)
	}
	d.results[pkg] = map[*analysis.Analyzer]any{}
	for _, a := range passes.Analyzers() {
		d.run(t, pkg, a)
	}
}

func (d *factDriver) run(t *testing.T, pkg *packages.Package, a *analysis.Analyzer) any {
	if result, ok := d.results[pkg][a]; ok {
		return result
	}
	required := map[*analysis.Analyzer]any{}
	for _, r := range a.Requires {
		required[r] = d.run(t, pkg, r)
	}
	pass := d.pass(pkg, a)
	pass.ResultOf = required
	result, err := a.Run(pass)
	if err != nil {
		t.Fatalf("%s: %s: %v", a.Name, pkg.PkgPath, err)
	}
	d.results[pkg][a] = result
	return result
}

func (d *factDriver) pass(pkg *packages.Package, a *analysis.Analyzer) *analysis.Pass {
	of := func(fact analysis.Fact) factKey { return factKey{kind: reflect.TypeOf(fact)} }
	read := func(facts map[factKey]analysis.Fact, key factKey, owner *types.Package, into analysis.Fact) bool {
		direct := owner == pkg.Types || owner != nil && pkg.Imports[owner.Path()] != nil
		fact, ok := facts[key]
		if ok && direct {
			reflect.ValueOf(into).Elem().Set(reflect.ValueOf(fact).Elem())
		}
		return ok && direct
	}
	return &analysis.Pass{
		Analyzer: a, Fset: pkg.Fset, Files: pkg.Syntax, OtherFiles: pkg.OtherFiles, IgnoredFiles: pkg.IgnoredFiles,
		Pkg: pkg.Types, TypesInfo: pkg.TypesInfo, TypesSizes: pkg.TypesSizes,
		Module:   &analysis.Module{Path: pkg.Module.Path, Version: pkg.Module.Version, GoVersion: pkg.Module.GoVersion},
		ReadFile: os.ReadFile,
		Report: func(diagnostic analysis.Diagnostic) {
			d.found = append(d.found, struct {
				at   token.Position
				rule string
			}{pkg.Fset.Position(diagnostic.Pos), a.Name})
		},
		ImportObjectFact: func(obj types.Object, fact analysis.Fact) bool {
			key := of(fact)
			key.object = obj
			return read(d.objects, key, obj.Pkg(), fact)
		},
		ExportObjectFact: func(obj types.Object, fact analysis.Fact) {
			key := of(fact)
			key.object = obj
			d.objects[key] = fact
		},
		ImportPackageFact: func(owner *types.Package, fact analysis.Fact) bool {
			key := of(fact)
			key.pkg = owner
			return read(d.packages, key, owner, fact)
		},
		ExportPackageFact: func(fact analysis.Fact) {
			key := of(fact)
			key.pkg = pkg.Types
			d.packages[key] = fact
		},
		AllObjectFacts:  func() []analysis.ObjectFact { return nil },
		AllPackageFacts: func() []analysis.PackageFact { return nil },
	}
}
