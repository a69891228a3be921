package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

// testRules returns two rules with settings of their own.
func testRules() []passes.Rule {
	one, two := &analysis.Analyzer{Name: "one"}, &analysis.Analyzer{Name: "two"}
	for _, a := range []*analysis.Analyzer{one, two} {
		a.Flags.Bool("tests", false, "report findings in tests")
	}
	one.Flags.Duration("default", 30*time.Second, "timeout of fixes")
	one.Flags.String("hosts", "", "hosts, separated by commas")
	return []passes.Rule{{Analyzer: one}, {Analyzer: two}}
}

const full = `# A comment.
version: 1
enable: [one, two]
disable:
  - two
tests: true
fail-on: error
baseline: ci/baseline.json
severity:
  one: advisory
settings:
  one:
    default: 0.5m
    hosts: [a.example.com, b.example.com]
  two:
    tests: false
exclude:
  - path: ./gen/**
  - path: "legacy/*.go"
    rules: [one]
paths:
  - path: ./tools/**
    enable: [one]
    severity: {two: error}
  - path: web/*.go
    disable: [one]
`

func TestParse(t *testing.T) {
	got, err := Parse("/m/.integrationlint.yml", []byte(full), testRules())
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		Enable:   []string{"one", "two"},
		Disable:  []string{"two"},
		Tests:    true,
		FailOn:   finding.FailOnError,
		Baseline: filepath.FromSlash("/m/ci/baseline.json"),
		Severity: map[string]passes.Severity{"one": passes.Advisory},
		Flags:    map[string]string{"one.hosts": "a.example.com,b.example.com"}, // 0.5m is the default
		Exclude: []finding.Exclusion{
			{Path: "gen/**", Dir: "/m"},
			{Path: "legacy/*.go", Dir: "/m", Rules: []string{"one"}},
		},
		Paths: []finding.PathRule{
			{Path: "tools/**", Dir: "/m", Enable: []string{"one"}, Severity: map[string]passes.Severity{"two": passes.Error}},
			{Path: "web/*.go", Dir: "/m", Disable: []string{"one"}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", `1: the file is empty; begin it with "version: 1"`},
		{"no version", "tests: true\n", `1: key "version" is missing; begin the file with "version: 1"`},
		{"other version", "\nversion: 2\n", `2: version "2" is not known; this integrationlint reads version 1`},
		{"unknown key", "version: 1\nenabel: [one]\n", `2: unknown key "enabel": did you mean "enable"?`},
		{"unknown key without a near one", "version: 1\nformatter: text\n",
			`2: unknown key "formatter"; known are baseline, disable, enable, exclude, fail-on, hosts, paths, settings, severity, tests and version`},
		{"unknown rule", "version: 1\ndisable:\n  - two\n  - onne\n", `4: unknown rule "onne": did you mean "one"?`},
		{"unknown rule in severity", "version: 1\nseverity:\n  tow: error\n", `3: unknown rule "tow": did you mean "two"?`},
		{"unknown severity", "version: 1\nseverity:\n  two: fatal\n", `3: "fatal" is none of error, warning, advisory`},
		{"unknown rule in settings", "version: 1\nsettings:\n  oen:\n    default: 1s\n", `3: unknown rule "oen": did you mean "one"?`},
		{"unknown setting", "version: 1\nsettings:\n  one:\n    defualt: 1s\n", `4: rule one has no setting "defualt": did you mean "default"?`},
		{"bad setting", "version: 1\nsettings:\n  one:\n    default: fast\n", `4: rule one: setting default can't be "fast"`},
		{"nested setting", "version: 1\nsettings:\n  one:\n    default: {a: 1}\n", `4: expected a single value, found keys with values`},
		{"not a list", "version: 1\nenable: one\n", `2: expected a list, found "one"`},
		{"not a boolean", "version: 1\ntests: yes\n", `2: expected true or false, found "yes"`},
		{"not a mapping", "- version\n", `1: expected keys with values, found a list`},
		{"scalar", "version\n", `1: expected keys with values, found "version"`},
		{"key that is a number", "version: 1\nseverity:\n  1: error\n", `3: a key must be a plain word, found "1"`},
		{"fail-on", "version: 1\nfail-on: advisory\n", `2: "advisory" is none of error, warning, never`},
		{"no baseline", "version: 1\nbaseline: ''\n", `2: the baseline is the path of a file`},
		{"list of baselines", "version: 1\nbaseline: [a, b]\n", `2: expected a single value, found a list`},
		{"twice", "version: 1\ntests: true\ntests: false\n", `3: `},
		{"exclusion of nothing", "version: 1\nexclude:\n  - rules: []\n", `3: an exclusion needs a path, rules or both`},
		{"bad glob", "version: 1\nexclude:\n  - path: '[a'\n", `3: path "[a" is no valid glob`},
		{"absolute glob", "version: 1\nexclude:\n  - path: /a/b\n", `3: path "/a/b" must be relative`},
		{"glob above", "version: 1\nexclude:\n  - path: ../b\n", `3: path "../b" must be relative`},
		{"rule for no path", "version: 1\npaths:\n  - disable: [one]\n", `3: what is different in some files needs their path`},
		{"path without a rule", "version: 1\npaths:\n  - path: a/**\n", `3: path "a/**" needs enable, disable or severity`},
		{"path with a disabled rule", "version: 1\npaths:\n  - path: a/**\n    enable: [one]\ndisable: [one]\n", `3: rule one reports nowhere`},
		{"bad glob of a path", "version: 1\npaths:\n  - disable: [one]\n    path: '[a'\n", `4: path "[a" is no valid glob`},
		{"unknown severity for a path", "version: 1\npaths:\n  - path: a\n    severity:\n      one: fatal\n", `5: "fatal" is none of`},
		{"alias", "version: 1\nenable: &a [one]\ndisable: *a\n", `2: expected a list, found an anchor or alias`},
		{"second document", "version: 1\n---\nversion: 1\n", `3: there is more than one document; keep one`},
		{"syntax", "version: 1\nenable: [one\n", `2: `},
		{"tab", "version: 1\nsettings:\n\tone:\n", `3: `},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse("/m/c.yml", []byte(test.text), testRules())
			if err == nil {
				t.Fatal("no error")
			}
			if !strings.HasPrefix(err.Error(), "/m/c.yml:"+test.want) {
				t.Errorf("got  %s\nwant /m/c.yml:%s", err, test.want)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("more than one line: %q", err)
			}
		})
	}
}

func TestParseEmptyValues(t *testing.T) {
	got, err := Parse("/m/c.yml", []byte("version: 1\nenable:\nsettings:\n  one:\nexclude:\n"), testRules())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&Config{}, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(full)
	f.Add("version: 1\nsettings: {one: {default: 1s}}")
	f.Add("version: &a 1\nenable: *a")
	f.Add("? - a\n: b")
	rules := testRules()
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse("/m/c.yml", []byte(text), rules)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "/m/c.yml:") {
				t.Errorf("error without a file: %v", err)
			}
			return
		}
		for _, name := range append(c.Enable, c.Disable...) {
			if CheckRule(rules, name) != nil {
				t.Errorf("unknown rule %q was accepted", name)
			}
		}
	})
}

func TestArguments(t *testing.T) {
	rules := testRules()
	c := &Config{Tests: true}
	for _, set := range [][2]string{{"hosts", "h.example.com"}, {"default", "1m"}, {"default", "90s"}} {
		if err := c.SetFlag(rules[0], set[0], set[1]); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"-one.default=1m30s", "-one.hosts=h.example.com", "-one.tests=true", "-two.tests=true"}
	if diff := cmp.Diff(want, c.Arguments(rules)); diff != "" {
		t.Error(diff)
	}
	if err := c.SetFlag(rules[0], "default", "30s"); err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Flags["one.default"]; ok {
		t.Error("the default value is passed on")
	}
	if got := rules[0].Analyzer.Flags.Lookup("default").Value.String(); got != "30s" {
		t.Errorf("SetFlag left the analyzer's flag at %s", got)
	}
}

func TestEnabled(t *testing.T) {
	tests := []struct {
		enable, disable []string
		one, two        bool
	}{
		{nil, nil, true, true},
		{[]string{"one"}, nil, true, false},
		{nil, []string{"one"}, false, true},
		{[]string{"one"}, []string{"one"}, false, false},
	}
	for _, test := range tests {
		c := &Config{Enable: test.enable, Disable: test.disable}
		if one, two := c.Enabled("one"), c.Enabled("two"); one != test.one || two != test.two {
			t.Errorf("enable %v, disable %v: %v, %v", test.enable, test.disable, one, two)
		}
	}
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	want := filepath.Join(root, "a", FileName)
	if err := os.WriteFile(want, []byte("version: 1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{deep, filepath.Join(root, "a")} {
		if got, err := Find(dir); got != want || err != nil {
			t.Errorf("Find(%s) = %q, %v; want %q", dir, got, err, want)
		}
	}
	if got, err := Find(root); got != "" || err != nil {
		t.Errorf("Find above the file = %q, %v", got, err)
	}
	if _, err := Read(want, testRules()); err != nil {
		t.Error(err)
	}
	if _, err := Read(filepath.Join(root, "gone.yml"), testRules()); err == nil {
		t.Error("no error for a file that isn't there")
	}
}

func TestSuggest(t *testing.T) {
	known := []string{"httptimeout", "servertimeout", "directive"}
	tests := map[string]string{
		"httptimeuot":   `: did you mean "httptimeout"?`,
		"httptimout":    `: did you mean "httptimeout"?`,
		"servertimeout": `: did you mean "servertimeout"?`,
		"wat":           "; known are directive, httptimeout and servertimeout",
		"":              "; known are directive, httptimeout and servertimeout",
	}
	for word, want := range tests {
		if got := Suggest(word, known); got != want {
			t.Errorf("Suggest(%q) = %q, want %q", word, got, want)
		}
	}
	if got := Suggest("x", nil); got != "" {
		t.Errorf("without known words: %q", got)
	}
}
