package gclplugin

import (
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/integrationlint/integrationlint/passes"
)

func names(t *testing.T, conf any) []string {
	t.Helper()
	p, err := New(conf)
	if err != nil {
		t.Fatal(err)
	}
	analyzers, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	if err := analysis.Validate(analyzers); err != nil {
		t.Error(err)
	}
	var all []string
	for _, a := range analyzers {
		all = append(all, a.Name)
	}
	slices.Sort(all)
	return all
}

func TestRegistered(t *testing.T) {
	newPlugin, err := register.GetPlugin("integrationlint")
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPlugin(nil)
	if err != nil {
		t.Fatal(err)
	}
	if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("load mode %q", mode)
	}
}

func TestRules(t *testing.T) {
	var all []string
	for _, rule := range passes.Rules {
		all = append(all, rule.Analyzer.Name)
	}
	if got := names(t, nil); !slices.Equal(got, all) {
		t.Errorf("without settings: %v, want %v", got, all)
	}
	if got := names(t, map[string]any{"version": 1, "enable": []string{"httptimeout", "tlsverify"}}); !slices.Equal(got, []string{"httptimeout", "tlsverify"}) {
		t.Errorf("enable: %v", got)
	}
	if got := names(t, map[string]any{"disable": []string{"httptimeout"}}); len(got) != len(all)-1 || slices.Contains(got, "httptimeout") {
		t.Errorf("disable: %v", got)
	}
}

// TestDisabledRuleRuns checks that a rule that is left out doesn't get in the way of the others: that of the directives requires it all the same.
func TestDisabledRuleRuns(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module example.com/m\n\ngo 1.26\n",
		"m.go":   "package m\n\n//integrationlint:ignore httptimeout\nfunc f() {}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	pkgs, err := packages.Load(&packages.Config{Dir: dir, Mode: packages.LoadAllSyntax | packages.NeedModule}, ".")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal(err)
	}
	p, err := New(map[string]any{"disable": []string{"httptimeout"}})
	if err != nil {
		t.Fatal(err)
	}
	analyzers, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(analyzers, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, root := range graph.Roots {
		if root.Err != nil {
			t.Errorf("%s: %v", root.Analyzer.Name, root.Err)
		}
		for _, d := range root.Diagnostics {
			found = append(found, d.Message)
		}
	}
	if want := []string{"ignore directive for httptimeout gives no reason", "ignore directive for httptimeout silences nothing here"}; !slices.Equal(found, want) {
		t.Errorf("found %q, want %q", found, want)
	}
}

func TestSettingsReachRules(t *testing.T) {
	for rule, names := range map[string][]string{"httptimeout": {"default", "hosts", "tests"}, "secretinurl": {"allow"}} {
		for _, name := range names {
			f := ruleOf(rule).Analyzer.Flags.Lookup(name)
			t.Cleanup(func() {
				if err := f.Value.Set(f.DefValue); err != nil {
					t.Error(err)
				}
			})
		}
	}
	for _, rule := range passes.Rules {
		if f := rule.Analyzer.Flags.Lookup("tests"); f != nil {
			t.Cleanup(func() {
				if err := f.Value.Set("false"); err != nil {
					t.Error(err)
				}
			})
		}
	}
	names(t, map[string]any{"tests": true, "settings": map[string]any{
		"httptimeout": map[string]any{"default": "7s"},
		"secretinurl": map[string]any{"allow": []any{"a.example", "b.example"}},
	}, "hosts": map[string]any{"api.example.com": map[string]any{"timeout": "5s", "credential-in-url": true}}})
	for flag, want := range map[string]string{"httptimeout.default": "7s", "httptimeout.tests": "true", "secretinurl.allow": "a.example,b.example,api.example.com", "httptimeout.hosts": "api.example.com=5s"} {
		rule, name, _ := strings.Cut(flag, ".")
		if got := ruleOf(rule).Analyzer.Flags.Lookup(name).Value.String(); got != want {
			t.Errorf("-%s is %q, want %q", flag, got, want)
		}
	}
}

func TestWrongSettings(t *testing.T) {
	tests := []struct {
		conf any
		want string
	}{
		{map[string]any{"enabel": []string{"httptimeout"}}, "enabel"},
		{map[string]any{"enable": []string{"httptimeuot"}}, `unknown rule "httptimeuot"`},
		{map[string]any{"settings": map[string]any{"nosuch": map[string]any{}}}, `unknown rule "nosuch"`},
		{map[string]any{"settings": map[string]any{"httptimeout": map[string]any{"nosuch": 1}}}, "httptimeout.nosuch"},
		{map[string]any{"settings": map[string]any{"httptimeout": map[string]any{"default": "soon"}}}, "httptimeout.default"},
		{map[string]any{"hosts": map[string]any{"a.example.com": map[string]any{"timeout": "soon"}}}, "hosts: a.example.com: "},
		{map[string]any{"hosts": map[string]any{"https://a.example.com": map[string]any{"credential-in-url": true}}}, "no host's name"},
		{map[string]any{"hosts": map[string]any{"a.example.com": map[string]any{"timeuot": "1s"}}}, "timeuot"},
		{map[string]any{"version": 2}, "version 2"},
		{map[string]any{"fail-on": "error"}, "fail-on"},
		{map[string]any{"severity": map[string]any{"httptimeout": "error"}}, "severity.rules"},
		{map[string]any{"exclude": []any{}}, "linters.exclusions"},
		{map[string]any{"paths": []any{}}, "severity.rules"},
	}
	for _, test := range tests {
		if _, err := New(test.conf); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("New(%v): %v, want an error with %q", test.conf, err, test.want)
		}
	}
}

func TestFolded(t *testing.T) {
	fset := token.NewFileSet()
	file := fset.AddFile("/src/client.go", -1, 100)
	file.SetLines([]int{0, 10, 20})
	pass := &analysis.Pass{Fset: fset}
	d := folded(pass, analysis.Diagnostic{Message: "no timeout", Related: []analysis.RelatedInformation{{Pos: file.Pos(12), Message: "the client is made here"}}})
	if want := "no timeout; the client is made here (client.go:2)"; d.Message != want || len(d.Related) != 0 {
		t.Errorf("message %q with %d related places, want %q with none", d.Message, len(d.Related), want)
	}
	many := folded(pass, analysis.Diagnostic{Message: "no timeout", Related: slices.Repeat([]analysis.RelatedInformation{{Pos: file.Pos(12), Message: "it waits here"}}, 5)})
	if want := "no timeout; it waits here (client.go:2); it waits here (client.go:2); it waits here (client.go:2); and in 2 more places"; many.Message != want {
		t.Errorf("message %q, want %q", many.Message, want)
	}
}

// TestAdvisories checks that advisories can be left out: a rule that has both kinds reports through its hosted form.
func TestAdvisories(t *testing.T) {
	rule := passes.Rule{Severity: passes.Warning, Advisory: []string{"minor"}, Analyzer: &analysis.Analyzer{Name: "r", Run: func(pass *analysis.Pass) (any, error) {
		pass.Report(analysis.Diagnostic{Category: "minor", Message: "minor"})
		pass.Report(analysis.Diagnostic{Category: "major", Message: "major"})
		return nil, nil
	}}}
	without := false
	for _, s := range []*Settings{{}, {Advisories: &without}} {
		var got []string
		pass := &analysis.Pass{Fset: token.NewFileSet(), Report: func(d analysis.Diagnostic) { got = append(got, d.Message) }}
		if _, err := s.hosted(rule).Run(pass); err != nil {
			t.Fatal(err)
		}
		want := []string{"minor", "major"}
		if s.Advisories != nil {
			want = want[1:]
		}
		if !slices.Equal(got, want) {
			t.Errorf("advisories %v: %v, want %v", s.Advisories, got, want)
		}
	}
}
