package driver

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/config"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/output"
	"github.com/integrationlint/integrationlint/passes"
)

// testRules returns two rules with settings of their own.
func testRules() []passes.Rule {
	one, two := &analysis.Analyzer{Name: "one"}, &analysis.Analyzer{Name: "two"}
	for _, a := range []*analysis.Analyzer{one, two} {
		a.Flags.Bool("tests", false, "report findings in tests")
	}
	one.Flags.Duration("default", 30*time.Second, "timeout of fixes")
	return []passes.Rule{{Analyzer: one}, {Analyzer: two}}
}

func TestParseOptions(t *testing.T) {
	on := true
	tests := []struct {
		args string
		want options
	}{
		{"", options{formats: []string{"text"}, patterns: []string{"./..."}}},
		{"-v -tags=a,b -C d -config c.yml -fix p ./q", options{
			verbose: true, tags: "a,b", dir: "d", config: "c.yml", fix: true,
			formats: []string{"text"}, patterns: []string{"p", "./q"},
		}},
		{"-enable one,two -enable one -disable two -tests --fail-on=error", options{
			enable: []string{"one", "two", "one"}, disable: []string{"two"}, tests: &on, failOn: finding.FailOnError,
			formats: []string{"text"}, patterns: []string{"./..."},
		}},
		{"-format json,sarif -format text -out sarif=a=b -out json=c", options{
			formats: []string{"json", "sarif", "text"}, outs: []target{{"sarif", "a=b"}, {"json", "c"}},
			patterns: []string{"./..."},
		}},
		{"-write-baseline b.json -fix", options{writeBaseline: "b.json", fix: true, formats: []string{"text"}, patterns: []string{"./..."}}},
		{"-baseline b.json -new-from-rev HEAD^", options{
			baseline: new("b.json"), newFromRev: "HEAD^", formats: []string{"text"}, patterns: []string{"./..."},
		}},
		{"-new-from-merge-base main", options{newFromMergeBase: "main", formats: []string{"text"}, patterns: []string{"./..."}}},
		{"-diff -out json=c", options{diff: true, outs: []target{{"json", "c"}}, patterns: []string{"./..."}}},
	}
	for _, test := range tests {
		got, err := parseOptions(strings.Fields(test.args), testRules())
		if err != nil {
			t.Errorf("%q: %v", test.args, err)
			continue
		}
		if diff := cmp.Diff(&test.want, got, cmp.AllowUnexported(options{}, target{})); diff != "" {
			t.Errorf("%q: %s", test.args, diff)
		}
	}
	if _, err := parseOptions([]string{"-h"}, testRules()); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("-h: %v", err)
	}
}

func TestParseOptionsThatExclude(t *testing.T) {
	tests := map[string]string{
		"-diff -format json":                       "-diff and -format both write to standard output",
		"-new-from-rev a -new-from-merge-base b":   "use one",
		"-write-baseline a -baseline b":            "it doesn't go with -baseline, ",
		"-write-baseline a -new-from-rev b":        "it doesn't go with",
		"-write-baseline a -new-from-merge-base b": "it doesn't go with",
		"-write-baseline a -diff":                  "it doesn't go with",
		"-write-baseline=":                         "want a value",
		"-new-from-rev=":                           "want a value",
		"-new-from-merge-base=":                    "want a value",
	}
	for args, want := range tests {
		if _, err := parseOptions(strings.Fields(args), testRules()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", args, err, want)
		}
	}
}

func TestParseSettings(t *testing.T) {
	o, err := parseOptions([]string{"-one.tests", "-one.default", "5s", "-two.tests=false", "./..."}, testRules())
	if err != nil {
		t.Fatal(err)
	}
	var got [][3]string
	for _, s := range o.settings {
		got = append(got, [3]string{s.rule.Analyzer.Name, s.name, s.value})
	}
	want := [][3]string{{"one", "tests", "true"}, {"one", "default", "5s"}, {"two", "tests", "false"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestConfigure(t *testing.T) {
	dir := t.TempDir()
	const text = `version: 1
enable: [one]
disable: [two]
tests: true
fail-on: error
baseline: b.json
severity: {one: advisory}
settings: {one: {default: 5s}}
`
	if err := os.WriteFile(filepath.Join(dir, config.FileName), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	file := &config.Config{
		Enable: []string{"one"}, Disable: []string{"two"}, Tests: true, FailOn: finding.FailOnError, Baseline: filepath.Join(dir, "b.json"),
		Severity: map[string]passes.Severity{"one": passes.Advisory},
		Flags:    map[string]string{"one.default": "5s"},
	}
	tests := []struct {
		args string
		want func(*config.Config)
	}{
		{"", func(*config.Config) {}},
		{"-enable two", func(c *config.Config) { c.Enable, c.Disable = []string{"two"}, nil }},
		{"-disable one", func(c *config.Config) { c.Disable = []string{"two", "one"} }},
		{"-tests=false", func(c *config.Config) { c.Tests = false }},
		{"-baseline c/d.json", func(c *config.Config) { c.Baseline = filepath.Join(dir, "c", "d.json") }},
		{"-baseline=", func(c *config.Config) { c.Baseline = "" }},
		{"-write-baseline b.json", func(c *config.Config) { c.Baseline = "" }},
		{"-fail-on never", func(c *config.Config) { c.FailOn = finding.FailNever }},
		{"-one.default 7s", func(c *config.Config) { c.Flags = map[string]string{"one.default": "7s"} }},
		{"-one.default 30s", func(c *config.Config) { c.Flags = nil }},
	}
	for _, test := range tests {
		o, err := parseOptions(strings.Fields(test.args), testRules())
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := o.configure(dir, testRules())
		if err != nil {
			t.Fatal(err)
		}
		want := *file
		test.want(&want)
		if diff := cmp.Diff(&want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q: %s", test.args, diff)
		}
	}
	got, path, err := new(options).configure(t.TempDir(), testRules())
	if err != nil || path != "" || got.FailOn != finding.FailOnWarning {
		t.Errorf("without a file: %+v from %q (%v)", got, path, err)
	}
}

// TestFormatsAreDocumented asserts that the help and docs/formats.md know each format.
func TestFormatsAreDocumented(t *testing.T) {
	docs, err := os.ReadFile("../../../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range output.Names() {
		if !regexp.MustCompile(`(?s)-format FORMATS.*\b` + name + `\b.*-out FORMAT=FILE`).MatchString(usage) {
			t.Errorf("integrationlint help doesn't name the format %s", name)
		}
		if !strings.Contains(string(docs), "\n| `"+name+"` | ") {
			t.Errorf("docs/formats.md doesn't name the format %s", name)
		}
	}
}
