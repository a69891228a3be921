package linttest

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// An outcome is what an analyzer made of some packages.
type outcome struct {
	gopath   string
	analyzer *analysis.Analyzer
	loaded   []*packages.Package
	graph    *checker.Graph
	fset     *token.FileSet
	files    map[string]*ast.File // of the named packages, by file name
	findings []analysis.Diagnostic
}

// loadMode is what analyzers with facts need: the syntax of all dependencies.
const loadMode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
	packages.NeedDeps | packages.NeedTypes | packages.NeedTypesSizes | packages.NeedTypesInfo | packages.NeedSyntax

// analyze runs a over the packages, with their tests, of a GOPATH workspace
// (a list of workspaces, as in GOPATH). It returns nil after an error that makes the outcome useless.
func analyze(t reporter, gopath string, a *analysis.Analyzer, pkgs []string) *outcome {
	t.Helper()
	o := &outcome{gopath: gopath, analyzer: a, fset: token.NewFileSet(), files: make(map[string]*ast.File)}
	loaded, err := packages.Load(&packages.Config{
		Mode:  loadMode,
		Fset:  o.fset,
		Dir:   filepath.SplitList(gopath)[0],
		Env:   append(os.Environ(), "GOPATH="+gopath, "GO111MODULE=off", "GOWORK=off", "GOFLAGS=", "GOPACKAGESDRIVER=off"),
		Tests: true, ParseFile: parseForLoad,
	}, pkgs...)
	if err != nil {
		t.Errorf("loading %s: %v", pkgs, err)
		return nil
	}
	// The main package that the go command makes for a test is not ours.
	o.loaded = slices.DeleteFunc(loaded, func(pkg *packages.Package) bool { return strings.HasSuffix(pkg.ID, ".test") })
	if failed := loadErrors(o.loaded); len(failed) > 0 {
		t.Errorf("loading %s: %s", pkgs, strings.Join(failed, "\n\t"))
		return nil
	}
	for _, pkg := range o.loaded {
		for _, file := range pkg.Syntax {
			o.files[o.fset.File(file.Package).Name()] = file
		}
	}
	if err := o.run(); err != nil {
		t.Errorf("analysing %s: %v", pkgs, err)
		return nil
	}
	return o
}

// loadErrors returns the errors of the packages and their dependencies, each once.
func loadErrors(pkgs []*packages.Package) []string {
	var failed []string
	packages.Visit(pkgs, nil, func(pkg *packages.Package) {
		for _, err := range pkg.Errors {
			if !slices.Contains(failed, err.Error()) {
				failed = append(failed, err.Error())
			}
		}
	})
	return failed
}

// run applies the analyzer to the loaded packages and collects its findings.
// A file may belong to several packages (one with and one without its tests); what is
// reported in each of them counts once.
func (o *outcome) run() error {
	var mu sync.Mutex
	found := make(map[string]analysis.Diagnostic)
	spy := *o.analyzer
	spy.Run = func(pass *analysis.Pass) (result any, err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("panic: %v", r)
			}
		}()
		var twice error
		own := make(map[string]bool)
		// The checker's function panics on a fix that it does not like.
		pass.Report = func(d analysis.Diagnostic) {
			mu.Lock()
			defer mu.Unlock()
			id := fmt.Sprint(d.Pos, d.End, d.Category, d.Message)
			if own[id] {
				twice = fmt.Errorf("%s: reported twice: %s", o.position(d.Pos), d.Message)
			}
			own[id] = true
			found[id] = d
		}
		result, err = o.analyzer.Run(pass)
		return result, cmp.Or(err, twice)
	}
	var err error
	if o.graph, err = checker.Analyze([]*analysis.Analyzer{&spy}, o.loaded, nil); err != nil {
		return err
	}
	for act := range o.graph.All() {
		if act.Err != nil {
			return fmt.Errorf("%v: %v", act, act.Err)
		}
	}
	for _, d := range found {
		o.findings = append(o.findings, d)
	}
	slices.SortFunc(o.findings, func(x, y analysis.Diagnostic) int {
		return cmp.Or(cmp.Compare(x.Pos, y.Pos), cmp.Compare(x.End, y.End), cmp.Compare(x.Message, y.Message))
	})
	return nil
}

// position returns the place of pos, its file relative to the sources.
func (o *outcome) position(pos token.Pos) token.Position {
	posn := o.fset.PositionFor(pos, false)
	posn.Filename = o.relative(posn.Filename)
	return posn
}

// relative returns the file's name relative to the workspace's sources.
func (o *outcome) relative(name string) string {
	for _, dir := range filepath.SplitList(o.gopath) {
		if rel, err := filepath.Rel(filepath.Join(dir, "src"), name); err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return name
}

var digits = regexp.MustCompile(`[0-9]+`)

// identity returns what a finding has in common before and after fixes that
// move lines: its file and its message without line numbers.
func (o *outcome) identity(d analysis.Diagnostic) string {
	return o.position(d.Pos).Filename + ": " + digits.ReplaceAllString(d.Message, "N")
}

// A factOf is a fact about an object, or about a package if there is no object.
type factOf struct {
	analyzer *analysis.Analyzer
	pkg      *types.Package
	object   types.Object
	fact     analysis.Fact
}

// name returns the name by which a want comment calls the subject of the fact.
func (f factOf) name() string {
	if f.object == nil {
		return "package"
	}
	return f.object.Name()
}

// facts returns the facts that the action exported about its own package.
func facts(act *checker.Action) []factOf {
	var all []factOf
	for _, f := range act.AllObjectFacts() {
		if f.Object.Pkg() == act.Package.Types {
			all = append(all, factOf{act.Analyzer, act.Package.Types, f.Object, f.Fact})
		}
	}
	slices.SortStableFunc(all, func(x, y factOf) int { return cmp.Compare(x.object.Pos(), y.object.Pos()) })
	for _, f := range act.AllPackageFacts() {
		if f.Package == act.Package.Types {
			all = append(all, factOf{act.Analyzer, act.Package.Types, nil, f.Fact})
		}
	}
	return all
}
