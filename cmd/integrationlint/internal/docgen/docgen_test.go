package docgen

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes"
)

var update = flag.Bool("update", false, "write docs/rules.md")

const root = "../../../.." // the module's folder

func TestRulesPage(t *testing.T) {
	file := filepath.Join(root, "docs", "rules.md")
	want := Markdown(passes.Rules)
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), strings.ReplaceAll(string(got), "\r\n", "\n")); diff != "" {
		t.Errorf("docs/rules.md is stale (-want +got); regenerate it with: go generate ./...\n%s", diff)
	}
}

// TestFixColumn compares what the documentation says of fixes with the golden
// files of the rule's tests.
func TestFixColumn(t *testing.T) {
	for _, rule := range passes.Rules {
		name := rule.Analyzer.Name
		cases := filepath.Join(root, "passes", "testdata", "src", name)
		golden, err := filepath.Glob(filepath.Join(cases, "*.golden"))
		if nested, nestedErr := filepath.Glob(filepath.Join(cases, "*", "*.golden")); err == nil {
			golden, err = append(golden, nested...), nestedErr
		}
		if err != nil {
			t.Fatal(err)
		}
		if says, has := parse(name, rule.Analyzer.Doc).fixable(), len(golden) > 0; says != has {
			t.Errorf("%s: \"Fix safety\" says that there is a fix: %v; there are golden files: %v", name, says, has)
		}
	}
}

const gadgetDoc = "gadget: a gadget | widget is <left> on\n" + `
It uses power, see [net/http.Client].

    left := true

# Bad

	on() // ` + "```" + `

# Good

	off()

# Why

Power costs money:
  - by day
  - by night

# Fix safety

The fix calls off.

# Known limits

None.

# Options

  - -gadget.tests: look at tests too
`

func gadget(doc string) passes.Rule {
	a := &analysis.Analyzer{Name: "gadget", Doc: doc, URL: "https://example.com/rules#gadget"}
	a.Flags.Bool("tests", false, "")
	return passes.Rule{Analyzer: a, Severity: passes.Warning, Since: "v0.1.0", CWE: []string{"CWE-400", "CWE-770"}}
}

func TestExplain(t *testing.T) {
	want := `gadget: a gadget | widget is <left> on

Severity warning, since v0.1.0, CWE-400, CWE-770.

It uses power, see net/http.Client.

    left := true

# Bad

    on() // ` + "```" + `

# Good

    off()

# Why

Power costs money:
  - by day
  - by night

# Fix safety

The fix calls off.

# Known limits

None.

# Options

  - -gadget.tests: look at tests too

Online: https://example.com/rules#gadget
`
	if diff := cmp.Diff(want, Explain(gadget(gadgetDoc))); diff != "" {
		t.Errorf("Explain (-want +got):\n%s", diff)
	}
}

func TestBrief(t *testing.T) {
	want := `**gadget**: a gadget | widget is \<left> on

Power costs money:

  - by day
  - by night

[Documentation](https://example.com/rules#gadget)
`
	if diff := cmp.Diff(want, Brief(gadget(gadgetDoc))); diff != "" {
		t.Errorf("Brief (-want +got):\n%s", diff)
	}
}

func TestMarkdown(t *testing.T) {
	want := pageHead + `| Rule | Finds | Severity | CWE | Since | Fix |
|---|---|---|---|---|---|
| [gadget](#gadget) | a gadget \| widget is \<left> on | warning | [CWE-400](https://cwe.mitre.org/data/definitions/400.html), [CWE-770](https://cwe.mitre.org/data/definitions/770.html) | v0.1.0 | yes |

## gadget

a gadget | widget is \<left> on

Severity warning, since v0.1.0, [CWE-400](https://cwe.mitre.org/data/definitions/400.html), [CWE-770](https://cwe.mitre.org/data/definitions/770.html).

It uses power, see [net/http.Client](https://pkg.go.dev/net/http#Client).

	left := true

<a id="gadget-bad"></a>

### Bad

` + "````go\non() // ```\n````" + `

<a id="gadget-good"></a>

### Good

` + "```go\noff()\n```" + `

<a id="gadget-why"></a>

### Why

Power costs money:

  - by day
  - by night

<a id="gadget-fix-safety"></a>

### Fix safety

The fix calls off.

<a id="gadget-known-limits"></a>

### Known limits

None.

<a id="gadget-options"></a>

### Options

  - \-gadget.tests: look at tests too
`
	if diff := cmp.Diff(want, string(Markdown([]passes.Rule{gadget(gadgetDoc)}))); diff != "" {
		t.Errorf("Markdown (-want +got):\n%s", diff)
	}
}

func TestMarkdownWithoutFix(t *testing.T) {
	doc := strings.Replace(gadgetDoc, "The fix calls off.", "There is no fix: who knows?", 1)
	page := Markdown([]passes.Rule{gadget(doc)})
	if !bytes.Contains(page, []byte("| v0.1.0 | no |\n")) {
		t.Errorf("the table says that there is a fix:\n%s", page)
	}
}

// FuzzDoc checks that no text is lost and that none breaks out of its place in the page.
func FuzzDoc(f *testing.F) {
	f.Add(gadgetDoc)
	for _, rule := range passes.Rules {
		f.Add(rule.Analyzer.Doc)
	}
	f.Add("gadget: # no heading\n\n## neither\n\n# Bad\n\n\t```\n\t## x\n")
	f.Fuzz(func(t *testing.T, doc string) {
		rule := gadget(doc)
		page := string(Markdown([]passes.Rule{rule, rule}))
		rows, chapters := count(page)
		if rows != 2 || chapters != 2 {
			t.Errorf("2 rules make %d rows and %d chapters:\n%s", rows, chapters, page)
		}
		if strings.Contains(doc, "[") {
			return // a link's target is not always printed
		}
		words := letters(strings.TrimPrefix(strings.TrimSpace(doc), "gadget:"))
		if !isSubsequence(words, letters(page)) {
			t.Errorf("the page lacks a part of the text:\n%s", page)
		}
		if shown := Explain(rule); !isSubsequence(words, letters(shown)) {
			t.Errorf("Explain lacks a part of the text:\n%s", shown)
		}
	})
}

// count returns the rows of the page's table and its headings of level 2, as a Markdown
// reader sees them.
func count(page string) (rows, chapters int) {
	fence := ""
	for line := range strings.Lines(page) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case fence != "":
			if line == fence {
				fence = ""
			}
		case strings.HasPrefix(line, "```"):
			fence = strings.TrimSuffix(line, "go")
		case strings.HasPrefix(line, "| [gadget]"):
			rows++
		case strings.HasPrefix(line, "## "):
			chapters++
		}
	}
	return rows, chapters
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}

func isSubsequence(short, long string) bool {
	for i := range short {
		_, rest, ok := strings.Cut(long, short[i:i+1])
		if !ok {
			return false
		}
		long = rest
	}
	return true
}
