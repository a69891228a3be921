package docgen

import (
	"flag"
	"fmt"
	"go/doc/comment"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes"
)

// titles are the sections that each rule's documentation has, in this order.
var titles = []string{"Bad", "Good", "Why", "Fix safety", "Known limits", "Options"}

func TestRuleDocs(t *testing.T) {
	for _, rule := range passes.Rules {
		t.Run(rule.Analyzer.Name, func(t *testing.T) {
			for _, problem := range problems(rule.Analyzer, passes.Analyzers()) {
				t.Errorf("passes/%s/doc.go: %s", rule.Analyzer.Name, problem)
			}
		})
	}
}

// problems are the faults of an analyzer's documentation. all are the analyzers whose
// options it may mention.
func problems(a *analysis.Analyzer, all []*analysis.Analyzer) []string {
	p := parse(a.Name, a.Doc)
	found := slices.Concat(summaryProblems(a), optionProblems(a, p, all))
	var have []string
	for _, s := range p.sections {
		have = append(have, s.title)
		if len(s.blocks) == 0 {
			found = append(found, fmt.Sprintf("section %q is empty", s.title))
		}
	}
	if !slices.Equal(have, titles) {
		found = append(found, fmt.Sprintf("has the sections %q, want %q", have, titles))
	}
	for _, title := range []string{"Bad", "Good"} {
		if !slices.ContainsFunc(p.section(title), isCode) {
			found = append(found, fmt.Sprintf("section %q has no code", title))
		}
	}
	return found
}

func isCode(block comment.Block) bool {
	_, ok := block.(*comment.Code)
	return ok
}

func summaryProblems(a *analysis.Analyzer) []string {
	first, rest, _ := strings.Cut(a.Doc, "\n")
	summary, ok := strings.CutPrefix(first, a.Name+": ")
	switch {
	case !ok || strings.TrimSpace(summary) == "":
		return []string{fmt.Sprintf("begins with %q, want %q", first, a.Name+": summary")}
	case strings.HasSuffix(summary, "."):
		return []string{"the summary ends with a period"}
	case rest != "" && !strings.HasPrefix(rest, "\n"):
		return []string{"the summary is longer than one line"}
	}
	return nil
}

// option matches the mention of an analyzer's flag.
var option = regexp.MustCompile(`(?:^|[\s(])-([a-z]+)\.([a-z][a-z-]*)`)

// optionProblems finds mentions of options that don't exist and options that
// the section for them leaves out.
func optionProblems(a *analysis.Analyzer, p page, all []*analysis.Analyzer) []string {
	var found []string
	for _, m := range option.FindAllStringSubmatch(a.Doc, -1) {
		owner := slices.IndexFunc(all, func(other *analysis.Analyzer) bool { return other.Name == m[1] })
		if owner < 0 || all[owner].Flags.Lookup(m[2]) == nil {
			found = append(found, fmt.Sprintf("mentions the option -%s.%s, which doesn't exist", m[1], m[2]))
		}
	}
	documented := map[string]bool{}
	for _, m := range option.FindAllStringSubmatch(text(p.section("Options")...), -1) {
		documented[m[1]+"."+m[2]] = true
	}
	a.Flags.VisitAll(func(f *flag.Flag) {
		if !documented[a.Name+"."+f.Name] {
			found = append(found, fmt.Sprintf("section \"Options\" lacks -%s.%s", a.Name, f.Name))
		}
	})
	return found
}

func TestProblems(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"nothing wrong", "", "", ""},
		{"other name", "gadget: a gadget", "widget: a gadget", `begins with "widget: a gadget | widget is <left> on", want "gadget: summary"`},
		{"no summary", "gadget: a gadget | widget is <left> on", "gadget: ", `begins with "gadget: ", want "gadget: summary"`},
		{"period", "<left> on\n", "<left> on.\n", "the summary ends with a period"},
		{"long summary", "<left> on\n", "<left> on\nor off\n", "the summary is longer than one line"},
		{"missing section", "# Why\n", "", `has the sections ["Bad" "Good" "Fix safety" "Known limits" "Options"], want ["Bad" "Good" "Why" "Fix safety" "Known limits" "Options"]`},
		{"unknown section", "# Why", "# Reason", `has the sections ["Bad" "Good" "Reason" "Fix safety" "Known limits" "Options"], want ["Bad" "Good" "Why" "Fix safety" "Known limits" "Options"]`},
		{"section twice", "# Good", "# Why\n\nSo.\n\n# Good", `has the sections ["Bad" "Why" "Good" "Why" "Fix safety" "Known limits" "Options"], want ["Bad" "Good" "Why" "Fix safety" "Known limits" "Options"]`},
		{"empty section", "None.\n", "", `section "Known limits" is empty`},
		{"no code", "\toff()", "off", `section "Good" has no code`},
		{"unknown option", "None.", "None with -gadget.depth=2.", "mentions the option -gadget.depth, which doesn't exist"},
		{"unknown rule", "None.", "None (-widget.tests).", "mentions the option -widget.tests, which doesn't exist"},
		{"undocumented option", "  - -gadget.tests: look at tests too", "None; but see -other.tests.", `section "Options" lacks -gadget.tests`},
		{"option of another rule", "None.", "None with -other.tests.", ""},
		{"no option", "None.", "None: half-a.b, e-mail.", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := gadget(strings.Replace(gadgetDoc, test.old, test.new, 1)).Analyzer
			other := &analysis.Analyzer{Name: "other"}
			other.Flags.Bool("tests", false, "")
			if got := strings.Join(problems(a, []*analysis.Analyzer{other, a}), "\n"); got != test.want {
				t.Errorf("problems:\n%s\nwant:\n%s", got, test.want)
			}
		})
	}
}
