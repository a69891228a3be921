package finding

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes"
)

func TestDedupe(t *testing.T) {
	other := at("r", "/m/a.go", 1, 2)
	other.Category = "other kind"
	sentence := at("r", "/m/a.go", 1, 2)
	sentence.Message = "another cause"
	got := Dedupe([]Finding{
		at("r", "/m/a.go", 1, 2),
		at("r", "/m/a.go", 1, 2),
		other,
		sentence,
		at("s", "/m/a.go", 1, 2),
		at("r", "/m/a.go", 1, 3),
	})
	want := []string{"r /m/a.go:1:2", "r /m/a.go:1:2", "r /m/a.go:1:2", "s /m/a.go:1:2", "r /m/a.go:1:3"}
	if diff := cmp.Diff(want, places(got)); diff != "" {
		t.Error(diff)
	}
}

func TestWithRules(t *testing.T) {
	rules := []passes.Rule{
		{Analyzer: &analysis.Analyzer{Name: "a", URL: "https://example.com/a"}, Severity: passes.Warning, Advisory: []string{"low"}},
		{Analyzer: &analysis.Analyzer{Name: "b", URL: "https://example.com/b"}, Severity: passes.Warning},
	}
	in := []Finding{{Rule: "a"}, {Rule: "a", Category: "low"}, {Rule: "b", Category: "low"}}
	got := WithRules(in, rules, map[string]passes.Severity{"b": passes.Error})
	want := []Finding{
		{Rule: "a", Severity: passes.Warning, URL: "https://example.com/a"},
		{Rule: "a", Category: "low", Severity: passes.Advisory, URL: "https://example.com/a"},
		{Rule: "b", Category: "low", Severity: passes.Error, URL: "https://example.com/b"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if in[0].Severity != "" {
		t.Error("WithRules changed its argument")
	}
}

func TestExclude(t *testing.T) {
	fs := []Finding{at("a", "/m/gen/deep/x.go", 1, 1), at("b", "/m/gen/x.go", 1, 1), at("a", "/m/cmd/x.go", 1, 1)}
	tests := []struct {
		name string
		e    Exclusion
		want []string
	}{
		{"path", Exclusion{Path: "gen/**", Dir: "/m"}, []string{"a /m/cmd/x.go:1:1"}},
		{"path and rule", Exclusion{Path: "gen/**", Dir: "/m", Rules: []string{"b", "c"}}, []string{"a /m/gen/deep/x.go:1:1", "a /m/cmd/x.go:1:1"}},
		{"rule", Exclusion{Dir: "/m", Rules: []string{"a"}}, []string{"b /m/gen/x.go:1:1"}},
		{"one level", Exclusion{Path: "*/x.go", Dir: "/m"}, []string{"a /m/gen/deep/x.go:1:1"}},
		{"other directory", Exclusion{Path: "gen/**", Dir: "/m/cmd"}, places(fs)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, places(Exclude(fs, []Exclusion{test.e}))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestApplyPaths(t *testing.T) {
	fs := []Finding{at("a", "/m/gen/x.go", 1, 1), at("b", "/m/gen/x.go", 1, 1), at("a", "/m/cmd/x.go", 1, 1)}
	for i := range fs {
		fs[i].Severity = passes.Warning
	}
	severe := func(s passes.Severity) map[string]passes.Severity { return map[string]passes.Severity{"a": s} }
	tests := []struct {
		name  string
		rules []PathRule
		want  []string
	}{
		{"none", nil, []string{"a gen warning", "b gen warning", "a cmd warning"}},
		{"enable", []PathRule{{Path: "gen/**", Dir: "/m", Enable: []string{"b"}}}, []string{"b gen warning", "a cmd warning"}},
		{"the last that says which rules report", []PathRule{{Path: "gen/**", Dir: "/m", Enable: []string{"b"}}, {Path: "gen/x.go", Dir: "/m", Enable: []string{"a"}}}, []string{"a gen warning", "a cmd warning"}},
		{"disable", []PathRule{{Path: "gen/**", Dir: "/m", Disable: []string{"b"}}}, []string{"a gen warning", "a cmd warning"}},
		{"severity", []PathRule{{Path: "gen/**", Dir: "/m", Severity: severe(passes.Error)}}, []string{"a gen error", "b gen warning", "a cmd warning"}},
		{"the last counts", []PathRule{{Path: "**", Dir: "/m", Severity: severe(passes.Error)}, {Path: "cmd/*", Dir: "/m", Severity: severe(passes.Advisory)}},
			[]string{"a gen error", "b gen warning", "a cmd advisory"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range ApplyPaths(fs, test.rules) {
				got = append(got, fmt.Sprintf("%s %s %s", f.Rule, filepath.Base(filepath.Dir(f.Start.File)), f.Severity))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRelativize(t *testing.T) {
	f := at("r", "/m/a/x.go", 1, 1)
	f.Related = []Related{{Range: at("r", "/m/b/y.go", 2, 2).Range}, {Range: at("r", "/else/z.go", 3, 3).Range}}
	f.Fix = &Fix{Edits: []Edit{{File: "/m/a/x.go", Start: 1, End: 2}}}
	got := Relativize([]Finding{f}, "/m")[0]
	if got.Start.File != "a/x.go" || got.End.File != "a/x.go" {
		t.Errorf("range is %v to %v", got.Start, got.End)
	}
	if got.Related[0].Start.File != "b/y.go" || got.Related[1].Start.File != "/else/z.go" {
		t.Errorf("related are at %v and %v", got.Related[0].Start, got.Related[1].Start)
	}
	if got.Fix.Edits[0].File != "a/x.go" {
		t.Errorf("edit is in %s", got.Fix.Edits[0].File)
	}
	if f.Fix.Edits[0].File != "/m/a/x.go" || f.Related[0].Start.File != "/m/b/y.go" {
		t.Error("Relativize changed its argument")
	}
}

func TestRelative(t *testing.T) {
	tests := []struct{ dir, file, want string }{
		{"/m", "/m/a.go", "a.go"},
		{"/m/sub", "/m/a.go", "/m/a.go"},
		{"/m", "/m/..odd/a.go", "..odd/a.go"},
		{"/m", "relative.go", "relative.go"},
	}
	for _, test := range tests {
		if got := Relative(test.dir, test.file); got != test.want {
			t.Errorf("Relative(%q, %q) = %q, want %q", test.dir, test.file, got, test.want)
		}
	}
}
