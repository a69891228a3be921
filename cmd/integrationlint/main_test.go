package main

import (
	"errors"
	"go/ast"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes"
)

// TestMain lets the scripts run the test binary as the commands integrationlint and
// badlint. Go vet runs them again as its vet tool, under the same names.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"integrationlint": main,
		"badlint": func() {
			passes.Rules = append(passes.Rules, badRules()...)
			main()
		},
	})
}

// badRules are rules that go wrong in the ways that the driver must stand up to. Each reports calls
// of the function that has its name.
func badRules() []passes.Rule {
	replace := func(text string) func(*ast.CallExpr) []analysis.TextEdit {
		return func(call *ast.CallExpr) []analysis.TextEdit {
			return []analysis.TextEdit{{Pos: call.Pos(), End: call.End(), NewText: []byte(text)}}
		}
	}
	return []passes.Rule{
		badRule("unparsable", replace("good(")),
		badRule("uncompilable", replace("good() + undefined")),
		badRule("useless", replace("useless(1, 2)")),
		badRule("callerbreaking", replace("good().(interface{ gone() }")),
		badRule("fine", replace("good()")),
		badRule("overlapping", func(call *ast.CallExpr) []analysis.TextEdit {
			return []analysis.TextEdit{{Pos: call.Pos() - 2, End: call.Pos(), NewText: []byte("), ")}}
		}),
		badRule("failing", nil),
	}
}

func badRule(name string, edits func(*ast.CallExpr) []analysis.TextEdit) passes.Rule {
	a := &analysis.Analyzer{Name: name, Doc: name + ": a call of " + name, URL: "https://example.com/" + name}
	a.Run = func(pass *analysis.Pass) (any, error) {
		for _, file := range pass.Files {
			for n := range ast.Preorder(file) {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					continue
				}
				if id, ok := call.Fun.(*ast.Ident); !ok || id.Name != name {
					continue
				}
				if edits == nil {
					return nil, errors.New("the rule gave up")
				}
				pass.Report(analysis.Diagnostic{
					Pos: call.Pos(), End: call.End(), Category: "call", Message: name + " is called",
					SuggestedFixes: []analysis.SuggestedFix{{Message: "Don't", TextEdits: edits(call)}},
				})
			}
		}
		return nil, nil
	}
	return passes.Rule{Analyzer: a, Severity: passes.Warning, Since: "v0.1.0"}
}

// TestScripts runs the command as users do. The scripts share the build cache of whoever runs
// the tests, so that only what the script itself holds is compiled and analysed.
func TestScripts(t *testing.T) {
	runScripts(t, filepath.Join("testdata", "script"))
}

func runScripts(t *testing.T, dir string) {
	t.Parallel()
	var vars []string
	for _, name := range []string{"GOCACHE", "GOMODCACHE"} {
		out, err := exec.Command("go", "env", name).Output()
		if err != nil {
			t.Fatal(err)
		}
		vars = append(vars, name+"="+strings.TrimSpace(string(out)))
	}
	repo, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	vars = append(vars, "GOPROXY=off", "GOSUMDB=off", "GOTOOLCHAIN=local", "GOFLAGS=", "REPO="+repo)
	testscript.Run(t, testscript.Params{
		Dir: dir,
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, vars...)
			for name, as := range map[string]string{"integrationlint": "TOOL", "badlint": "BADTOOL"} {
				path, err := exec.LookPath(name)
				if err != nil {
					return err
				}
				env.Vars = append(env.Vars, as+"="+path)
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    exits,
			"makecrlf": func(ts *testscript.TestScript, _ bool, args []string) { rewrite(ts, args, toCRLF) },
			"makebom":  func(ts *testscript.TestScript, _ bool, args []string) { rewrite(ts, args, withBOM) },
			"checkeol": checkEOL,
		},
		RequireUniqueNames: true,
	})
}

// exits CODE COMMAND ARGS... runs a command and checks its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if err != nil || neg {
		ts.Fatalf("usage: exits CODE COMMAND ARGS...")
	}
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func toCRLF(text string) string  { return strings.ReplaceAll(text, "\n", "\r\n") }
func withBOM(text string) string { return "\ufeff" + text }

// rewrite changes the content of files.
func rewrite(ts *testscript.TestScript, files []string, change func(string) string) {
	for _, file := range files {
		text := change(ts.ReadFile(file))
		ts.Check(os.WriteFile(ts.MkAbs(file), []byte(text), 0o644))
	}
}

// checkeol FILE checks that all lines of a file end in "\r\n", and writes FILE.lf with plain ones.
func checkEOL(ts *testscript.TestScript, neg bool, args []string) {
	text := ts.ReadFile(args[0])
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		ts.Fatalf("%s has plain line ends: %q", args[0], text)
	}
	plain := strings.ReplaceAll(text, "\r\n", "\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".lf"), []byte(plain), 0o644))
}

func TestIsVetProtocol(t *testing.T) {
	tests := map[string]bool{
		"":                               false,
		"-V=full":                        true,
		"-flags":                         true,
		"-json vet.cfg":                  true,
		"-httptimeout.tests -json x.cfg": true,
		"vet.cfg ./...":                  false,
		"./...":                          false,
		"-flags ./...":                   false,
		"version":                        false,
	}
	for args, want := range tests {
		if got := isVetProtocol(strings.Fields(args)); got != want {
			t.Errorf("isVetProtocol(%q) = %v, want %v", args, got, want)
		}
	}
}
