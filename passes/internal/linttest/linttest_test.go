package linttest

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"
)

// A recorder is a reporter that remembers what the checks report.
type recorder struct {
	*testing.T
	errors []string
}

func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

// want checks that the checks reported the given errors, each by a part of it,
// and no others.
func (r *recorder) want(parts ...string) {
	r.Helper()
	left := slices.Clone(r.errors)
	for _, part := range parts {
		i := slices.IndexFunc(left, func(s string) bool { return strings.Contains(s, part) })
		if i < 0 {
			r.T.Errorf("no error %q", part)
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	for _, text := range left {
		r.T.Errorf("unexpected error: %s", text)
	}
}

// workspace writes the files of a txtar archive below src of a new GOPATH
// workspace.
func workspace(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, "src", file.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, file.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// check runs a over package p of the archive and returns what was reported.
func check(t *testing.T, a *analysis.Analyzer, archive string) *recorder {
	t.Helper()
	r := &recorder{T: t}
	run(r, workspace(t, archive), a, "p")
	return r
}

// A testCase is a package, called p in its archive, and what the checks report about it.
type testCase struct {
	name, archive string
	want          []string
}

// checkAll runs a over the packages of all cases at once, which are called
// p0, p1 and so on. Each error must name its package.
func checkAll(t *testing.T, a *analysis.Analyzer, cases []testCase) {
	t.Helper()
	var archive strings.Builder
	var pkgs []string
	for i, c := range cases {
		pkg := fmt.Sprintf("p%d", i)
		pkgs = append(pkgs, pkg)
		archive.WriteString(strings.ReplaceAll(c.archive, "-- p/", "-- "+pkg+"/"))
	}
	all := &recorder{T: t}
	run(all, workspace(t, archive.String()), a, pkgs...)
	for i, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			own := &recorder{T: t}
			pkg := fmt.Sprintf("p%d/", i)
			for _, text := range all.errors {
				if strings.Contains(text, pkg) {
					own.errors = append(own.errors, strings.ReplaceAll(text, pkg, "p/"))
				}
			}
			own.want(c.want...)
		})
	}
	for _, text := range all.errors {
		if !regexp.MustCompile(`\bp[0-9]+/`).MatchString(text) {
			t.Errorf("unexpected error: %s", text)
		}
	}
}

// forCalls returns an analyzer that does something for each call of a function
// called name.
func forCalls(name string, do func(pass *analysis.Pass, call *ast.CallExpr)) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: "probe",
		Doc:  "probe: calls",
		Run: func(pass *analysis.Pass) (any, error) {
			for _, file := range pass.Files {
				for n := range ast.Preorder(file) {
					if call, ok := n.(*ast.CallExpr); ok && fmt.Sprint(call.Fun) == name {
						do(pass, call)
					}
				}
			}
			return nil, nil
		},
	}
}

// diagnose returns a finding about a call of "bad". The call's first argument, a
// string, is the message; the second, if there is one, is the code that the fix puts in
// place of the call.
func diagnose(call *ast.CallExpr) analysis.Diagnostic {
	d := analysis.Diagnostic{Pos: call.Pos(), End: call.End(), Message: argument(call, 0)}
	if len(call.Args) > 1 {
		d.SuggestedFixes = []analysis.SuggestedFix{{Message: "Do good", TextEdits: []analysis.TextEdit{
			{Pos: call.Pos(), End: call.End(), NewText: []byte(argument(call, 1))},
		}}}
	}
	return d
}

func argument(call *ast.CallExpr, i int) string {
	text, _ := strconv.Unquote(call.Args[i].(*ast.BasicLit).Value)
	return text
}

var probe = forCalls("bad", func(pass *analysis.Pass, call *ast.CallExpr) { pass.Report(diagnose(call)) })

// changed returns a variant of probe whose findings are changed.
func changed(change func(pass *analysis.Pass, d *analysis.Diagnostic)) *analysis.Analyzer {
	return forCalls("bad", func(pass *analysis.Pass, call *ast.CallExpr) {
		d := diagnose(call)
		change(pass, &d)
		pass.Report(d)
	})
}

// sound is a package with which nothing is wrong. It has a test, whose
// package holds all files once more, and a dependency.
const sound = `
-- p/bad.go --
package p

import "example.com/dep"

func f() {
	bad("calls bad on line 6", "dep.Good()") // want ` + "`calls bad`" + `
	bad("f calls it again") // want ` + "\"it again\"" + `
}

func bad(...string) { dep.Good() }
-- p/bad.go.golden --
package p

import "example.com/dep"

func f() {
	dep.Good()              // want ` + "`calls bad`" + `
	bad("f calls it again") // want ` + "\"it again\"" + `
}

func bad(...string) { dep.Good() }
-- p/ok.go --
package p

func g() {}
-- p/known.go --
package p

func known() {} // want known:"calls"
-- p/p_test.go --
package p

func h() {
	bad("h calls bad") // want "h calls"
}
-- p/x_test.go --
package p_test

func bad(string) {}

func h() {
	bad("calls its own bad") // want "own"
}
-- example.com/dep/dep.go --
package dep

func Good() {}
`

func TestSoundPackage(t *testing.T) {
	a := *probe
	a.FactTypes = []analysis.Fact{new(calls)}
	a.Run = func(pass *analysis.Pass) (any, error) {
		if strings.HasSuffix(pass.Pkg.Path(), ".test") {
			return nil, errors.New("the go command's own package is analysed")
		}
		if known := pass.Pkg.Scope().Lookup("known"); known != nil {
			pass.ExportObjectFact(known, &calls{})
		}
		return probe.Run(pass)
	}
	check(t, &a, sound).want()
}

func TestRunFindsTestdata(t *testing.T) {
	root := workspace(t, "-- ../go.mod --\nmodule m\n-- ../passes/testdata/src/p/bad.go --\npackage p\n\nfunc bad(string) { bad(\"calls\") } // want \"calls\"\n")
	for _, dir := range []string{root, filepath.Join(root, "passes", "p")} {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		t.Chdir(dir)
		Run(t, probe, "p")
	}
}

func TestNoModule(t *testing.T) {
	t.Chdir(t.TempDir())
	if dir, err := testdata(); err == nil {
		t.Errorf("got %s", dir)
	}
}

func TestWants(t *testing.T) {
	cases := []testCase{
		{"unexpected", "bad(`calls`)", []string{"p/a.go:4:1: unexpected finding: calls"}},
		{"missing", "// want `calls`", []string{"p/a.go:4: no finding matches `calls`"}},
		{"mismatch", "bad(`calls`) // want `cells`", []string{"unexpected finding: calls", "no finding matches `cells`"}},
		{"another line", "bad(`calls`)\n// want `calls`", []string{"unexpected finding: calls", "p/a.go:5: no finding"}},
		{"two, one wanted", "bad(`calls`); bad(`calls`) // want `calls`", []string{"unexpected finding: calls"}},
		{"one, two wanted", "bad(`calls`) // want `calls` `calls`", []string{"no finding matches `calls`"}},
		{"two of each", "bad(`calls`); bad(`cries`) // want `cries` \"calls\"", nil},
		{"lines below", "// want +2 `calls`\n\nbad(`calls`)", nil},
		{"block comment", "bad(`calls`) /* want `calls` */", nil},
		{"behind a comment", "bad(`calls`) // a note // want `calls`", nil},
		{"just a word", "bad(`calls`) // want `calls` \n// I want `more`, wanted `more`", nil},
		{"pattern", "// want `(`", []string{"p/a.go:4:1: error parsing regexp"}},
		{"string", "// want `calls", []string{"in want comment: literal not terminated"}},
		{"no colon", "// want F `calls`", []string{"in want comment: no ':' behind F"}},
		{"nothing", "// want +1", []string{"want comment without a pattern"}},
		{"no number", "// want +x `calls`", []string{`parsing "x"`}},
		{"noise", "// want calls.", []string{"in want comment: no ':' behind calls"}},
		{"more noise", "// want .", []string{"in want comment: unexpected ."}},
	}
	for i := range cases {
		cases[i].archive = "-- p/a.go --\npackage p\n\nfunc bad(string) {\n" + cases[i].archive + "\n}\n"
	}
	checkAll(t, probe, cases)
}

func TestFileNames(t *testing.T) {
	const body = "package p\n\nfunc %s(bad func(string)) {\n\tbad(`calls`) // want `calls`\n}\n"
	archive := "-- p/ok_but.go --\n" + fmt.Sprintf(body, "f") + "-- p/bad_but.go --\npackage p\n-- p/other.go --\n" + fmt.Sprintf(body, "g")
	check(t, probe, archive).want("p/ok_but.go: a file ok*.go has want comments", "p/bad_but.go: a file bad*.go has no want comment")
}

func TestUnusableOutcome(t *testing.T) {
	const src = "-- p/a.go --\npackage p\n\nfunc bad(string) { bad(`calls`) }\n"
	fails := func(err error) *analysis.Analyzer {
		return &analysis.Analyzer{Name: "probe", Doc: "probe: fails", Run: func(*analysis.Pass) (any, error) { return nil, err }}
	}
	for _, test := range []struct {
		name    string
		a       *analysis.Analyzer
		archive string
		want    string
	}{
		{"no package", probe, "-- q/q.go --\npackage q\n", "loading [p]"},
		{"no Go", probe, "-- p/a.go --\npackage p\n\nfunc\n", "a.go:3:6: expected 'IDENT'"},
		{"type error", probe, "-- p/a.go --\npackage p\n\nvar x int = `x`\n", "cannot use `x`"},
		{"type error in a dependency", probe, "-- p/a.go --\npackage p\n\nimport _ \"q\"\n-- q/q.go --\npackage q\n\nvar x int = `x`\n", "cannot use `x`"},
		{"error", fails(fmt.Errorf("out of luck")), src, "probe@p: out of luck"},
		{"panic", changed(func(*analysis.Pass, *analysis.Diagnostic) { panic("out of luck") }), src, "panic: out of luck"},
		{"invalid analyzer", &analysis.Analyzer{Name: "no name"}, src, "invalid analyzer name"},
		{"reported twice", changed(func(pass *analysis.Pass, d *analysis.Diagnostic) { pass.Report(*d) }), src, "p/a.go:3:20: reported twice: calls"},
	} {
		t.Run(test.name, func(t *testing.T) {
			check(t, test.a, test.archive).want(test.want)
		})
	}
}

func TestGolden(t *testing.T) {
	const (
		bad    = "-- p/bad.go --\npackage p\n\nfunc good(bad func(...string)) {\n\tbad(`calls`, `good(nil)`) // want `calls`\n}\n"
		golden = "-- p/bad.go.golden --\npackage p\n\nfunc good(bad func(...string)) {\n\tgood(nil) // want `calls`\n}\n"
	)
	checkAll(t, probe, []testCase{
		{"right", bad + golden, nil},
		{"missing", bad, []string{"p/bad.go: a file with fixes, but no file bad.go.golden"}},
		{"different", bad + strings.Replace(golden, "good(nil)", "good(bad)", 1), []string{"p/bad.go.golden: not what the fixes make"}},
		{"not formatted", bad + strings.Replace(golden, "\t", "  ", 1), []string{"p/bad.go.golden: not what the fixes make"}},
		{"of no fix", bad + golden + "-- p/a.go --\npackage p\n-- p/a.go.golden --\npackage p\n", []string{"p/a.go.golden: the file that it belongs to has no fix"}},
		{"of no file", bad + golden + "-- p/gone.go.golden --\npackage p\n", []string{"p/gone.go.golden: the file that it belongs to has no fix"}},
		{"in a package without fixes", "-- p/a.go --\npackage p\n-- p/a.go.golden --\npackage p\n", []string{"p/a.go.golden: the file that it belongs to has no fix"}},
		{"of a file that is not built", "-- p/a.go --\npackage p\n-- p/b.go --\n//go:build never\n\npackage p\n-- p/b.go.golden --\npackage p\n", []string{"p/b.go.golden: the file"}},
	})
}

func TestUpdate(t *testing.T) {
	*update = true
	t.Cleanup(func() { *update = false })
	dir := workspace(t, goldenOf("bad(`calls`, `_ = 1`) // want `calls`", "_ = 1 // want `calls`"))
	golden := filepath.Join(dir, "src", "p", "a.go.golden")
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(golden); err != nil {
		t.Fatal(err)
	}
	r := &recorder{T: t}
	run(r, dir, probe, "p")
	r.want()
	if got, err := os.ReadFile(golden); err != nil || string(got) != string(want) {
		t.Errorf("wrote %q, %v", got, err)
	}
}

// goldenOf returns an archive of one file and what its fixes make.
func goldenOf(before, after string) string {
	const head = "package p\n\nfunc bad(...string) {\n\t"
	return "-- p/a.go --\n" + head + before + "\n}\n-- p/a.go.golden --\n" + head + after + "\n}\n"
}

func TestOutcomeOfFixes(t *testing.T) {
	checkAll(t, probe, []testCase{
		{"no Go", "-- p/a.go --\npackage p\n\nfunc bad(...string) {\n\tbad(`calls`, `1 +`) // want `calls`\n}\n",
			[]string{"p/a.go: the fixes can not be applied: 5:", "still fixable after the fixes"}},
		{"still fixable", goldenOf("bad(`calls`, \"bad(``, `bad()`)\") // want `calls`", "bad(``, `bad()`) // want `calls`"),
			[]string{"p/a.go:4:2: still fixable after the fixes"}},
		{"something new", goldenOf("bad(`calls`, \"bad(`cries`)\") // want `calls`", "bad(`cries`) // want `calls`"),
			[]string{"p/a.go:4:2: new after the fixes: cries"}},
	})
}

func TestFixThatDoesNotCompile(t *testing.T) {
	archive := goldenOf("bad(`calls`, `bed()`) // want `calls`", "bed() // want `calls`")
	check(t, probe, archive).want("a.go:4:2: undefined: bed")
}

func TestFixThatHidesAFinding(t *testing.T) {
	archive := "-- p/a.go --\npackage p\n\nfunc bad(...string) {\n\tbad(`calls`, `_ = 1`) // want `calls`\n\tbad(`f calls on line 5`) // want `f calls`\n}\n" +
		"-- p/a.go.golden --\npackage p\n\nfunc bad(...string) {\n\t_ = 1 // want `f calls`\n}\n"
	a := forCalls("bad", func(pass *analysis.Pass, call *ast.CallExpr) {
		d := diagnose(call)
		for i := range d.SuggestedFixes {
			d.SuggestedFixes[i].TextEdits[0].End += token.Pos(len(" // want `calls`\n\tbad(`f calls on line 5`)"))
			d.SuggestedFixes[i].TextEdits[0].NewText = []byte("_ = 1")
		}
		pass.Report(d)
	})
	check(t, a, archive).want("no longer reported after the fixes, although it had no fix: p/a.go: f calls on line N")
}

func TestFixesThatOverlap(t *testing.T) {
	const src = "-- p/a.go --\npackage p\n\nfunc bad(...string) {\n\tbad(`calls`, `good()`) // want `calls` `calls`\n}\n"
	check(t, changed(func(pass *analysis.Pass, d *analysis.Diagnostic) {
		other := *d
		other.End--
		other.SuggestedFixes = []analysis.SuggestedFix{{Message: "Do better", TextEdits: []analysis.TextEdit{
			{Pos: d.Pos, End: d.End - 1, NewText: []byte("better(")},
		}}}
		pass.Report(other)
	}), src).want("p/a.go: the fixes can not be applied: they overlap")
}

func TestEditsInCommonAreMadeOnce(t *testing.T) {
	const src = "package p\n\nfunc bad(...string) {\n\tbad(`calls`, `good()`); bad(`calls`, `good()`) // want `calls` `calls`\n}\n"
	const golden = "package p\n\nfunc good() {}\n\nfunc bad(...string) {\n\tgood()\n\tgood() // want `calls` `calls`\n}\n"
	check(t, changed(func(pass *analysis.Pass, d *analysis.Diagnostic) {
		pos := pass.Files[0].Name.End()
		d.SuggestedFixes[0].TextEdits = append(d.SuggestedFixes[0].TextEdits, analysis.TextEdit{Pos: pos, NewText: []byte("\n\nfunc good() {}")})
	}), "-- p/a.go --\n"+src+"-- p/a.go.golden --\n"+golden).want()
}

func TestForm(t *testing.T) {
	const archive = "-- p/a.go --\npackage p\n\nfunc bad(...string) {\n\tbad(`calls`, `_ = 1`) // want ``\n}\n" +
		"-- p/a.go.golden --\npackage p\n\nfunc bad(...string) {\n\t_ = 1 // want ``\n}\n-- p/b.go --\npackage p\n"
	other := func(pass *analysis.Pass, d *analysis.Diagnostic) token.Pos {
		for _, file := range pass.Files {
			if pass.Fset.File(file.Package) != pass.Fset.File(d.Pos) {
				return file.Package
			}
		}
		panic("no other file")
	}
	// An unsound fix is not made, so its file stays as it is.
	unsound := []string{
		"has no edit, or one that is no range of the finding's file",
		"a.go.golden: the file that it belongs to has no fix",
		"still fixable after the fixes",
	}
	tests := []struct {
		name   string
		change func(pass *analysis.Pass, d *analysis.Diagnostic)
		want   []string
	}{
		{"nothing", func(*analysis.Pass, *analysis.Diagnostic) {}, nil},
		{"message", func(_ *analysis.Pass, d *analysis.Diagnostic) { d.Message = "please mend" }, []string{`message says "please": please mend`}},
		{"no end", func(_ *analysis.Pass, d *analysis.Diagnostic) { d.End = token.NoPos }, []string{"does not end in its file"}},
		{"end before begin", func(_ *analysis.Pass, d *analysis.Diagnostic) { d.End = d.Pos - 1 }, []string{"does not end in its file"}},
		{"end in another file", func(pass *analysis.Pass, d *analysis.Diagnostic) { d.End = token.Pos(pass.Fset.Base()) }, []string{"does not end in its file"}},
		{"related", func(_ *analysis.Pass, d *analysis.Diagnostic) {
			d.Related = []analysis.RelatedInformation{{Pos: d.Pos, End: d.End, Message: "here"}}
		}, nil},
		{"related without message", func(_ *analysis.Pass, d *analysis.Diagnostic) {
			d.Related = []analysis.RelatedInformation{{Pos: d.Pos, End: d.End}}
		}, []string{"has no message or no range"}},
		{"related without range", func(_ *analysis.Pass, d *analysis.Diagnostic) {
			d.Related = []analysis.RelatedInformation{{Pos: d.Pos, Message: "here"}}
		}, []string{"has no message or no range"}},
		{"fix message", func(_ *analysis.Pass, d *analysis.Diagnostic) { d.SuggestedFixes[0].Message = "Adds it" },
			[]string{`fix message does not begin with an imperative: "Adds it"`}},
		{"two fixes", func(_ *analysis.Pass, d *analysis.Diagnostic) {
			d.SuggestedFixes = append(d.SuggestedFixes, d.SuggestedFixes[0])
		}, []string{"finding has 2 fixes"}},
		{"no edit", func(_ *analysis.Pass, d *analysis.Diagnostic) { d.SuggestedFixes[0].TextEdits = nil },
			unsound},
		{"edit without position", func(_ *analysis.Pass, d *analysis.Diagnostic) { d.SuggestedFixes[0].TextEdits[0].Pos = token.NoPos },
			unsound},
		{"edit that ends before it begins", func(_ *analysis.Pass, d *analysis.Diagnostic) { d.SuggestedFixes[0].TextEdits[0].End = 1 },
			unsound},
		{"edit of another file", func(pass *analysis.Pass, d *analysis.Diagnostic) {
			pos := other(pass, d)
			d.SuggestedFixes[0].TextEdits = append(d.SuggestedFixes[0].TextEdits, analysis.TextEdit{Pos: pos, End: pos, NewText: []byte("// Doc.\n")})
		}, unsound},
	}
	var cases []testCase
	for _, test := range tests {
		cases = append(cases, testCase{test.name, archive, test.want})
	}
	checkAll(t, changed(func(pass *analysis.Pass, d *analysis.Diagnostic) {
		i, _ := strconv.Atoi(pass.Pkg.Path()[len("p"):])
		tests[i].change(pass, d)
	}), cases)
}

func TestNoPosition(t *testing.T) {
	a := changed(func(_ *analysis.Pass, d *analysis.Diagnostic) { d.Pos = token.NoPos })
	check(t, a, "-- p/a.go --\npackage p\n\nfunc bad(...string) {\n\tbad(`calls`)\n}\n").want("finding at no place of the package: calls", "unexpected finding: calls")
}

// calls is a fact about functions, and about packages.
type calls struct{ Names []string }

func (*calls) AFact()           {}
func (f *calls) String() string { return "calls " + strings.Join(f.Names, ", ") }

// factful exports facts about the functions that call others and about their package.
var factful = &analysis.Analyzer{
	Name:       "factful",
	Doc:        "factful: calls",
	FactTypes:  []analysis.Fact{new(calls)},
	ResultType: reflect.TypeFor[bool](),
	Run: func(pass *analysis.Pass) (any, error) {
		var all []string
		for _, file := range pass.Files {
			for _, decl := range file.Decls {
				decl, ok := decl.(*ast.FuncDecl)
				if !ok {
					continue
				}
				var names []string
				for n := range ast.Preorder(decl) {
					if call, ok := n.(*ast.CallExpr); ok {
						names = append(names, fmt.Sprint(call.Fun))
					}
				}
				if len(names) > 0 {
					pass.ExportObjectFact(pass.TypesInfo.Defs[decl.Name], &calls{names})
					all = append(all, names...)
				}
			}
		}
		if len(all) > 2 {
			pass.ExportPackageFact(&calls{all})
		}
		return true, nil
	},
}

func TestWantedFacts(t *testing.T) {
	needs := *probe
	needs.Requires = []*analysis.Analyzer{factful}
	complete := func(cases []testCase) []testCase {
		for i := range cases {
			cases[i].archive = "-- p/a.go --\npackage p\n\n" + cases[i].archive + "\nfunc g() {}\n"
		}
		return cases
	}
	checkAll(t, factful, complete([]testCase{
		{"own", "func f() { g() } // want f:`calls g`", nil},
		{"own, unexpected", "func f() { g() }", []string{"p/a.go:3:6: unexpected fact about f: calls g"}},
		{"own, mismatch", "func f() { g() } // want f:`calls h`", []string{"unexpected fact about f", "no fact about f matches `calls h`"}},
		{"own, of another", "func f() { g() } // want g:`calls g`", []string{"unexpected fact about f", "no fact about g matches"}},
		{"no finding", "func f() { g() } // want `calls g`", []string{"unexpected fact about f", "no finding matches"}},
		{"method", "type T int\nfunc (T) f() { g() } // want f:`calls g`", nil},
	}))
	checkAll(t, &needs, complete([]testCase{
		{"required", "func f() { g() } // want f:`calls g`", nil},
		{"required, not mentioned", "func f() { g() }", nil},
		{"required, mismatch", "func f() { g() } // want f:`calls h`", []string{"no fact about f matches `calls h`"}},
	}))
}

func TestWantedPackageFact(t *testing.T) {
	const body = "\n\nfunc f() { g(); g(); g() } // want f:`g`\n\nfunc g() {}\n"
	check(t, factful, "-- p/a.go --\npackage p // want package:`calls g, g, g`"+body).want()
	check(t, factful, "-- p/a.go --\npackage p"+body).want("p/a.go:1:1: unexpected fact about package: calls g, g, g")
}
