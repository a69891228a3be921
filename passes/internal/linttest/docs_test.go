package linttest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
)

// documented returns probe, which reports calls of "bad", with the given documentation.
func documented(doc string) *analysis.Analyzer {
	a := *probe
	a.Doc = doc
	return &a
}

const goodDoc = `probe: calls bad

What it does:

	not a snippet

# Bad

	package main

	import "example.com/lib"

	func main() {
		bad("calls")
		lib.F()
	}

	func bad(string) {}

Or in a function:

	func f(bad func(string)) {
		bad("f calls it")
	}

Or in statements:

	var bad func(string)
	n, m := 1, 2
	bad("calls it")
	return n, nil

# Good

	// A comment.
	var x = cmp.Compare("a", "b")

# Why

	not a snippet
`

func TestDocs(t *testing.T) {
	const lib = "-- example.com/lib/lib.go --\npackage lib\n\nfunc F() {}\n"
	const statements = "\n# Bad\n\n\tvar bad func(string)\n\tbad(\"calls\")\n\n# Good\n\n\t_ = 1\n"
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"sound", goodDoc, nil},
		{"summary", strings.Replace(goodDoc, "probe:", "Probe", 1), []string{`does not begin with "probe: "`}},
		{"good in bad", strings.Replace(goodDoc, `bad("calls it")`, "", 1), []string{"snippet/bad3: no finding"}},
		{"bad in good", goodDoc + "\n# Good\n\n\tvar bad func(string)\n\tbad(\"calls\")\n", []string{"snippet/good2: unexpected findings: calls"}},
		{"no bad", "probe: calls bad\n\n# Bad\n\nSome text.\n\n# Good\n\n\t_ = 1\n", []string{`no code below a heading "# Bad"`}},
		{"no good", strings.Replace("probe: calls bad\n"+statements, "# Good", "# Better", 1), []string{`no code below a heading "# Good"`}},
		{"nothing", "probe: calls bad\n", []string{`no code below a heading "# Bad"`, `no code below a heading "# Good"`}},
		{"no Go", "probe: calls bad\n" + strings.Replace(statements, "_ = 1", "_ =", 1), []string{"snippet/good1: neither a file nor declarations nor statements"}},
		{"type error", "probe: calls bad\n" + strings.Replace(statements, "_ = 1", "_ = y", 1), []string{"undefined: y"}},
		{"form", "probe: calls bad\n" + strings.Replace(statements, `"calls"`, `"please"`, 1), []string{`message says "please"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := &recorder{T: t}
			docs(r, workspace(t, lib), documented(test.doc))
			r.want(test.want...)
		})
	}
}

func TestCompleteSnippet(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"file", "// P.\npackage p\n\nvar x = 1\n", "// P.\npackage p\n\n\nvar x = 1\n"},
		{"file that imports", "package p\n\nimport \"os\"\n\nvar x, y = os.Args, fmt.Sprint()\n", "package p\n\nimport \"fmt\"\n\n\nimport \"os\"\n\nvar x, y = os.Args, fmt.Sprint()\n"},
		{"declarations", "var x = time.Second\n", "package snippet\n\nimport \"time\"\n\n\nvar x = time.Second\n"},
		{"no package", "var time struct{ Second int }\nvar x = time.Second\n", "package snippet\n\n\nvar time struct{ Second int }\nvar x = time.Second\n"},
		{"unknown name", "var x = foo.Bar\n", "package snippet\n\n\nvar x = foo.Bar\n"},
		{"statements", "resp, err := http.Get(url)\n", "package snippet\n\nimport \"net/http\"\n\n\nfunc snippet(url string) {\nresp, err := http.Get(url)\n\n_ = err\n_ = resp\n}\n"},
		{"variable and package", "x := url.Parse(u, u)\n", "package snippet\n\nimport \"net/url\"\n\n\nfunc snippet(u string) {\nx := url.Parse(u, u)\n\n_ = x\n}\n"},
		{"type of a parameter", "_ = ctx.Err()\n", "package snippet\n\nimport \"context\"\n\n\nfunc snippet(ctx context.Context) {\n_ = ctx.Err()\n\n}\n"},
		{"declared", "var a, _ = 1, 2\nconst b = 3\nif true {\n\tc := 4\n}\n", "package snippet\n\n\nfunc snippet() {\nvar a, _ = 1, 2\nconst b = 3\nif true {\n\tc := 4\n}\n\n_ = a\n_ = b\n}\n"},
		{"return", "return err\n", "package snippet\n\n\nfunc snippet(err error) (error) {\nreturn err\n\npanic(`end`)\n}\n"},
		{"return of two", "if true {\n\treturn 1, nil\n}\n", "package snippet\n\n\nfunc snippet() (any, error) {\nif true {\n\treturn 1, nil\n}\n\npanic(`end`)\n}\n"},
		{"return of a closure", "f := func() int { return 1 }\n", "package snippet\n\n\nfunc snippet() {\nf := func() int { return 1 }\n\n_ = f\n}\n"},
		{"return of nothing", "return\n", "package snippet\n\n\nfunc snippet() {\nreturn\n\n}\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := completeSnippet(test.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("file (-want +got):\n%s", diff)
			}
		})
	}
}

// The tables name packages by the last element of their path, and types that
// parse.
func TestSnippetTables(t *testing.T) {
	for name, path := range stdImports {
		if !strings.Contains("/"+path+"/", "/"+name+"/") {
			t.Errorf("%s stands for %s", name, path)
		}
	}
	var all strings.Builder
	for name := range parameters {
		if stdImports[name] == "" {
			all.WriteString("_ = " + name + "\n")
		}
	}
	r := &recorder{T: t}
	docs(r, t.TempDir(), documented("probe: all parameters\n\n# Good\n\n\t"+strings.ReplaceAll(all.String(), "\n", "\n\t")+"\n\n# Bad\n\n\tvar bad func(string)\n\tbad(`calls`)\n"))
	r.want()
}

func FuzzCompleteSnippet(f *testing.F) {
	for _, text := range []string{
		"package p", "var x = http.Get", "resp, err := http.Get(url)\nreturn resp, err", "a.b := 1", "x.y, z := url.X", "}", "import \"os\"\nvar x = os.Args",
		"{ return 1, 2 }; func() {}()", "label: for { goto label }",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src, err := completeSnippet(text)
		if err != nil {
			return
		}
		if _, err := parseFile(src); err != nil {
			t.Errorf("%v in\n%s", err, src)
		}
	})
}
