package lint

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

func TestParseDirective(t *testing.T) {
	tests := []struct {
		text   string
		rules  string // joined by commas; "-" if the comment is no directive
		reason string
		nolint bool
	}{
		{"//integrationlint:ignore httptimeout it is quick", "httptimeout", "it is quick", false},
		{"//integrationlint:ignore a,b it is quick", "a,b", "it is quick", false},
		{"//integrationlint:ignore a -- it is quick", "a", "it is quick", false},
		{"//integrationlint:ignore\ta it is quick", "a", "it is quick", false},
		{"//integrationlint:ignore a", "a", "", false},
		{"//integrationlint:ignore", "", "", false},
		{"//integrationlint:ignored a", "-", "", false},
		{"// integrationlint:ignore a it is quick", "-", "", false},
		{"//integrationlint:verified-by gateway its policy is in infra/", "webhookverify", "its policy is in infra/", false},
		{"//integrationlint:verified-by", "webhookverify", "", false},
		{"//integrationlint:verified-byte gateway", "-", "", false},
		{"//nolint", "all", "", true},
		{"//nolint:a,b", "a,b", "", true},
		{"// nolint:a // it is quick", "a", "", true},
		{"//nolint: a, b", "a,b", "", true},
		{"//nolinter", "-", "", false},
		{"// see nolint", "-", "", false},
	}
	for _, test := range tests {
		d := ParseDirective(test.text)
		if d == nil {
			if test.rules != "-" {
				t.Errorf("%q is no directive", test.text)
			}
			continue
		}
		if got := strings.Join(d.Rules, ","); got != test.rules || d.Reason != test.reason || d.Nolint != test.nolint {
			t.Errorf("%q: rules %q, reason %q, nolint %v; want %q, %q, %v", test.text, got, d.Reason, d.Nolint, test.rules, test.reason, test.nolint)
		}
	}
}

func FuzzParseDirective(f *testing.F) {
	f.Add("//integrationlint:ignore a,b reason")
	f.Add("//integrationlint:verified-by mtls reason")
	f.Add("//nolint:a // why")
	f.Fuzz(func(t *testing.T, text string) {
		d := ParseDirective(text)
		if d == nil {
			return
		}
		if !strings.HasPrefix(text, ignorePrefix) && !strings.HasPrefix(text, verifiedPrefix) && !strings.Contains(text, "nolint") {
			t.Errorf("%q: a directive", text)
		}
		for _, rule := range d.Rules {
			if rule == "" || strings.ContainsAny(rule, ", \t") {
				t.Errorf("%q: rule %q", text, rule)
			}
		}
		if d.Nolint && len(d.Rules) == 0 {
			t.Errorf("%q: a nolint comment for no rule", text)
		}
	})
}

// TestDirectiveLines checks which lines a directive holds for: in each source, those
// that mention X, and no others.
func TestDirectiveLines(t *testing.T) {
	tests := map[string]string{
		"trailing":                      "func f() {\n\ta() //integrationlint:ignore r why X\n\tb()\n}\n",
		"above":                         "func f() {\n\t//integrationlint:ignore r why X\n\ta() // X\n\tb()\n}\n",
		"statement over several lines":  "func f() {\n\t//integrationlint:ignore r why X\n\ta( // X\n\t\t1, // X\n\t) // X\n\tb()\n}\n",
		"behind the end of a statement": "func f() {\n\ta( // X\n\t\t1, // X\n\t) //integrationlint:ignore r why X\n\tb()\n}\n",
		"behind the end of a literal":   "func f() {\n\tgo func() { // X\n\t\ta() // X\n\t}() //integrationlint:ignore r why X\n\tb()\n}\n",
		"function":                      "//integrationlint:ignore r why X\nfunc f() { // X\n\ta() // X\n} // X\n\nvar g int\n",
		"two above one line":            "func f() {\n\t//integrationlint:ignore r why X\n\t//integrationlint:ignore s why\n\ta() // X\n\tb()\n}\n",
		"last line":                     "func f() {\n}\n\n//integrationlint:ignore r why X\n",
	}
	for name, body := range tests {
		t.Run(name, func(t *testing.T) {
			src := "package p\n\n" + body
			fset := token.NewFileSet()
			file, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ds := Directives{"p.go": fileDirectives(fset, file)}
			for i, line := range strings.Split(src, "\n") {
				if got, want := ds.match("r", "p.go", i+1) != nil, strings.Contains(line, "X"); got != want && strings.TrimSpace(line) != "" && !strings.Contains(line, ":ignore s") {
					t.Errorf("line %d %q: silenced is %v, want %v", i+1, line, got, want)
				}
			}
		})
	}
}

func TestExtractDoc(t *testing.T) {
	name, text, err := extractDoc("// Package x defines a rule.\n//\n// # Analyzer x\n//\n// x: a summary\n//\n// More.\npackage x\n")
	if name != "x" || text != "x: a summary\n\nMore." || err != nil {
		t.Errorf("got %q, %q, %v", name, text, err)
	}
	for _, bad := range []string{"package x\n", "// # Analyzer x\npackage x\n", "// # Analyzer x\n//\n// y: summary\npackage x\n", "pack"} {
		if _, _, err := extractDoc(bad); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}
