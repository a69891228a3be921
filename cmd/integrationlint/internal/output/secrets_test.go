package output

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

func TestSecretRulesExist(t *testing.T) {
	for name := range secretRules {
		if !slices.ContainsFunc(passes.Rules, func(r passes.Rule) bool { return r.Analyzer.Name == name }) {
			t.Errorf("there is no rule %s", name)
		}
	}
}

func TestMaskLiterals(t *testing.T) {
	tests := []struct{ source, want string }{
		{`var a = "secret" + 'x'`, `var a = "******" + '*'`},
		{`[]byte{0x6b, 12, 1.5}`, `[]byte{****, **, ***}`},
		{"x = `one\r\ntwo` + y", "x = `****\n***` + y"},
		{`"é\"" // "comment"`, `"****" // "comment"`},
		{`"" + ""`, `"" + ""`},
		{"\"never ends\nnext", "\"**********\nnext"},
		{"`never\nends", "`*****\n****"},
		{"\"", "\""},
		{"`", "`"},
		{"`a\r\nb", "`**\n*"},
	}
	for _, test := range tests {
		got := string(maskLiterals([]byte(test.source)))
		if got != test.want {
			t.Errorf("maskLiterals(%q) = %q, want %q", test.source, got, test.want)
		}
	}
}

func FuzzMaskLiterals(f *testing.F) {
	f.Add("package p; var a = \"secret\" + `raw\r\n`")
	f.Add("'")
	f.Fuzz(func(t *testing.T, source string) {
		got := maskLiterals([]byte(source))
		if len(got) != len(source) || bytes.Count(got, []byte("\n")) != strings.Count(source, "\n") {
			t.Errorf("%q became %q", source, got)
		}
	})
}

const (
	secret       = "correct-horse-battery"
	secretSource = "package keys\n\nvar key = \"" + secret + "\"\nvar client = http.Client{}\n"
)

// withSecret returns a report with a finding beside a line that holds a secret, and one of a rule that refers to the line.
func withSecret() *Report {
	const file = "/repo/keys/keys.go"
	return &Report{
		Dir: "/repo", Root: "/repo",
		Read: func(string) ([]byte, error) { return []byte(secretSource), nil },
		Findings: []finding.Finding{
			{
				Rule: "httptimeout", Severity: passes.Warning, Range: span(file, 4, 14, 4, 27), Message: "no timeout",
				Fix: &finding.Fix{Message: "Add one", Edits: []finding.Edit{
					{File: file, Start: 12, End: 12, New: "\n\nimport \"time\""}, {File: file, Start: 70, End: 70, New: "Timeout: time.Second"},
				}},
			},
			{
				Rule: "hardcodedsecret", Severity: passes.Warning, Range: span("/repo/use.go", 3, 11, 3, 34), Message: "a constant",
				Related: []finding.Related{{Range: span(file, 3, 11, 3, 34), Message: "written here"}},
			},
		},
	}
}

// TestNoFormatShowsSecrets is about source lines; that messages show none is the rules' business.
func TestNoFormatShowsSecrets(t *testing.T) {
	for _, name := range Names() {
		r := withSecret()
		r.Color = true
		got := string(render(t, name, r))
		if strings.Contains(got, "horse") {
			t.Errorf("%s shows the secret:\n%s", name, got)
		}
		if !strings.Contains(got, "httptimeout") || !strings.Contains(got, "hardcodedsecret") {
			t.Errorf("%s lacks a finding:\n%s", name, got)
		}
	}
	r := withSecret()
	r.Findings = r.Findings[:1]
	r.Color = true
	if got := string(render(t, "html", r)); !strings.Contains(got, secret) {
		t.Errorf("literals are masked without a reason:\n%s", got)
	}
}
