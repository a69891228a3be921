package fix

import (
	"go/token"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// placements are files before and after an import of "time" is added.
var placements = []struct{ name, before, after string }{
	{"no import", "package p\n", "package p\n\nimport \"time\"\n"},
	{"package doc", "// Package p is.\npackage p\n", "// Package p is.\npackage p\n\nimport \"time\"\n"},
	{"build constraint", "//go:build linux\n\npackage p\n", "//go:build linux\n\npackage p\n\nimport \"time\"\n"},
	{"import comment", "package p // import \"example.com/p\"\n", "package p // import \"example.com/p\"\n\nimport \"time\"\n"},
	{"comment below the clause", "package p\n\n// A note.\n", "package p\n\nimport \"time\"\n\n// A note.\n"},
	{
		"single",
		"package p\n\nimport \"fmt\"\n\nvar _ = fmt.Println\n",
		"package p\n\nimport \"fmt\"\nimport \"time\"\n\nvar _ = fmt.Println\n",
	},
	{
		"single with comments",
		"package p\n\n// Printing.\nimport \"fmt\" // it prints\n\nvar _ = fmt.Println\n",
		"package p\n\n// Printing.\nimport \"fmt\" // it prints\nimport \"time\"\n\nvar _ = fmt.Println\n",
	},
	{
		"two singles",
		"package p\n\nimport \"fmt\"\nimport \"os\"\n\nvar _, _ = fmt.Println, os.Args\n",
		"package p\n\nimport \"fmt\"\nimport \"os\"\nimport \"time\"\n\nvar _, _ = fmt.Println, os.Args\n",
	},
	{
		"singles on a line",
		"package p; import \"fmt\"; import \"os\"; var _, _ = fmt.Println, os.Args\n",
		"package p\n\nimport \"fmt\"\nimport \"os\"\nimport \"time\"\n\nvar _, _ = fmt.Println, os.Args\n",
	},
	{
		"group",
		"package p\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nvar _, _ = fmt.Println, os.Args\n",
		"package p\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"time\"\n)\n\nvar _, _ = fmt.Println, os.Args\n",
	},
	{
		"group, middle, with comments",
		"package p\n\nimport (\n\t// Printing.\n\t\"fmt\" // it prints\n\n\t// Odd.\n\t\"example.com/go-odd\"\n)\n\nvar _, _ = fmt.Println, odd.F\n",
		"package p\n\nimport (\n\t// Printing.\n\t\"fmt\" // it prints\n\t\"time\"\n\n\t// Odd.\n\t\"example.com/go-odd\"\n)\n\nvar _, _ = fmt.Println, odd.F\n",
	},
	{
		"group of others",
		"package p\n\nimport (\n\t// Odd.\n\t\"example.com/go-odd\"\n)\n\nvar _ = odd.F\n",
		"package p\n\nimport (\n\t\"time\"\n\n\t// Odd.\n\t\"example.com/go-odd\"\n)\n\nvar _ = odd.F\n",
	},
	{
		"group, others first",
		"package p\n\nimport (\n\t\"example.com/go-odd\"\n\n\t\"fmt\"\n)\n\nvar _, _ = fmt.Println, odd.F\n",
		"package p\n\nimport (\n\t\"example.com/go-odd\"\n\n\t\"fmt\"\n\t\"time\"\n)\n\nvar _, _ = fmt.Println, odd.F\n",
	},
	{
		"group on a line",
		"package p\n\nimport (\"fmt\"; \"os\")\n\nvar _, _ = fmt.Println, os.Args\n",
		"package p\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"time\"\n)\n\nvar _, _ = fmt.Println, os.Args\n",
	},
	{
		"group behind a single",
		"package p\n\nimport \"fmt\"\nimport (\n\t\"os\"\n)\n\nvar _, _ = fmt.Println, os.Args\n",
		"package p\n\nimport \"fmt\"\nimport (\n\t\"os\"\n\t\"time\"\n)\n\nvar _, _ = fmt.Println, os.Args\n",
	},
	{
		"empty group",
		"package p\n\nimport ()\n\nvar x int\n",
		"package p\n\nimport \"time\"\n\nimport ()\n\nvar x int\n",
	},
	{
		"cgo",
		"package p\n\n// #include <x.h>\nimport \"C\"\n\nvar _ = C.x\n",
		"package p\n\nimport \"time\"\n\n// #include <x.h>\nimport \"C\"\n\nvar _ = C.x\n",
	},
	{
		"cgo and group",
		"package p\n\n// #include <x.h>\nimport \"C\"\n\nimport (\n\t\"fmt\"\n)\n\nvar _, _ = C.x, fmt.Println\n",
		"package p\n\n// #include <x.h>\nimport \"C\"\n\nimport (\n\t\"fmt\"\n\t\"time\"\n)\n\nvar _, _ = C.x, fmt.Println\n",
	},
	{
		"blank",
		"package p\n\nimport _ \"time\"\n",
		"package p\n\nimport _ \"time\"\nimport \"time\"\n",
	},
}

func TestImportPlacement(t *testing.T) {
	for _, test := range placements {
		t.Run(test.name, func(t *testing.T) {
			b, pos := begin(t, test.before+"\nfunc f() {\n\t§\n}\n")
			b.Insert(pos, "_ = "+b.Import("time", pos)+"Second")
			_, got := outcome(t, b)
			want := test.after + "\nfunc f() {\n\t_ = time.Second\n}\n"
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("outcome (-want +got):\n%s", diff)
			}
			again, pos := begin(t, strings.Replace(got, "Second\n", "Second\n\t§\n", 1))
			again.Insert(pos, "_ = "+again.Import("time", pos)+"Second")
			if raw, _ := outcome(t, again); strings.Count(raw, `"time"`) != strings.Count(got, `"time"`) {
				t.Errorf("imported a second time:\n%s", raw)
			}
		})
	}
}

func TestImportWhereGofmtSortsIt(t *testing.T) {
	const src = "package p\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nvar _, _ = fmt.Println, os.Args\n\nfunc f() {\n\t§\n}\n"
	for path, member := range map[string]string{"bytes": "Buffer{}", "net/http": "Client{}", "time": "Second"} {
		b, pos := begin(t, src)
		b.Insert(pos, "_ = "+b.Import(path, pos)+member)
		if raw, formatted := outcome(t, b); raw != formatted {
			t.Errorf("%s: gofmt has to mend the edit:\n%s", path, cmp.Diff(raw, formatted))
		}
	}
}

func TestImportQualifier(t *testing.T) {
	const time = "import \"time\"\n\nvar _ time.Duration\n"
	for _, test := range []struct{ name, src, path, want, wantSpec string }{
		{"imported", "package p\n\n" + time + "\nfunc f() { § }\n", "time", "time.", ""},
		{"alias", "package p\n\nimport clock \"time\"\n\nvar _ clock.Duration\n\nfunc f() { § }\n", "time", "clock.", ""},
		{"dot import", "package p\n\nimport . \"time\"\n\nvar _ Duration\n\nfunc f() { § }\n", "time", "", ""},
		{"dot import, a name shadowed", "package p\n\nimport . \"time\"\n\nvar _ Duration\n\nfunc f(Second int) { § }\n", "time", "time.", `"time"`},
		{"blank import", "package p\n\nimport _ \"time\"\n\nfunc f() { § }\n", "time", "time.", `"time"`},
		{"shadowed", "package p\n\n" + time + "\nfunc f(time int) { § }\n", "time", "stdtime.", `stdtime "time"`},
		{"shadowed later", "package p\n\n" + time + "\nfunc f() { §; time := 1; _ = time }\n", "time", "time.", ""},
		{"second import serves", "package p\n\nimport \"time\"\nimport clock \"time\"\n\nvar _, _ = time.Second, clock.Second\n\nfunc f(time int) { § }\n", "time", "clock.", ""},
		{"alias shadowed", "package p\n\nimport clock \"time\"\n\nvar _ clock.Duration\n\nfunc f(clock int) { § }\n", "time", "time.", `"time"`},
		{"local of that name", "package p\n\nfunc f(time int) { § }\n", "time", "stdtime.", `stdtime "time"`},
		{"package-level name", "package p\n\nvar time int\n\nfunc f() { § }\n", "time", "stdtime.", `stdtime "time"`},
		{"both names taken", "package p\n\nvar time, stdtime int\n\nfunc f() { § }\n", "time", "time2.", `time2 "time"`},
		{"another package of that name", "package p\n\nimport \"crypto/rand\"\n\nvar _ = rand.Int\n\nfunc f() { § }\n", "math/rand/v2", "stdrand.", `stdrand "math/rand/v2"`},
		{"major version", "package p\n\nfunc f() { § }\n", "math/rand/v2", "rand.", `"math/rand/v2"`},
		{"not of the standard library", "package p\n\nfunc f() { § }\n", "example.com/plain", "plain.", `plain "example.com/plain"`},
		{"no name in the path", "package p\n\nfunc f() { § }\n", "example.com/go-odd", "pkg.", `pkg "example.com/go-odd"`},
		{"other name taken", "package p\n\nvar plain int\n\nfunc f() { § }\n", "example.com/plain", "plain2.", `plain2 "example.com/plain"`},
		{"package level", "package p\n\n§\n", "time", "time.", `"time"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, pos := begin(t, test.src)
			if got := b.Import(test.path, pos); got != test.want {
				t.Errorf("qualifier: got %q, want %q", got, test.want)
			}
			switch {
			case test.wantSpec == "" && len(b.edits) != 0:
				t.Errorf("got edits %v, want none", b.edits)
			case test.wantSpec != "" && (len(b.edits) != 1 || !strings.HasSuffix(b.edits[0].text, "import "+test.wantSpec)):
				t.Errorf("got edits %v, want one that adds %s", b.edits, test.wantSpec)
			}
		})
	}
}

// The name of a package that the package imports elsewhere is known.
func TestImportOfAKnownName(t *testing.T) {
	for _, test := range []struct{ path, name, wantSpec string }{
		{"example.com/unknown", "other", `other "example.com/unknown"`},
		{"example.com/go-odd", "odd", `odd "example.com/go-odd"`},
		{"example.com/plain", "plain", `"example.com/plain"`},
		{"example.com/plain/v2", "plain", `"example.com/plain/v2"`},
	} {
		b, pos := begin(t, "package p\n\nfunc f() {\n\t§\n}\n", "package p\n\nimport \""+test.path+"\"\n\nvar _ = "+test.name+".F\n")
		b.Insert(pos, b.Import(test.path, pos)+"F()")
		raw, _ := outcome(t, b)
		if !strings.Contains(raw, "import "+test.wantSpec+"\n") || !strings.Contains(raw, "\t"+test.name+".F()") {
			t.Errorf("%s:\n%s", test.path, raw)
		}
	}
}

func TestImportTwiceInOneFix(t *testing.T) {
	b, pos := begin(t, "package p\n\nfunc f() {\n\t§\n}\n")
	b.Insert(pos, "_ = "+b.Import("time", pos)+"Second; ")
	b.Insert(pos, "_ = "+b.Import("time", pos)+"Second")
	raw, _ := outcome(t, b)
	if strings.Count(raw, "import") != 1 {
		t.Errorf("got\n%s", raw)
	}
}

// One fix may need a package at a place where the name that it has elsewhere
// means something else.
func TestImportTwiceByTwoNames(t *testing.T) {
	const src = "package p\n\nfunc f() {\n\t_ = 1§\n}\n\nfunc g(time int) {\n\t_ = 2\n}\n"
	b, pos := begin(t, src)
	in := b.tok.Pos(strings.Index(string(b.src), "2"))
	b.Insert(pos, "*"+b.Import("time", pos)+"Second")
	b.Insert(in, b.Import("time", in)+"Second*")
	raw, _ := outcome(t, b)
	want := "package p\n\nimport \"time\"\n\nimport stdtime \"time\"\n\nfunc f() {\n\t_ = 1*time.Second\n}\n\nfunc g(time int) {\n\t_ = stdtime.Second*2\n}\n"
	if diff := cmp.Diff(want, raw); diff != "" {
		t.Errorf("outcome (-want +got):\n%s", diff)
	}
	newPass(t, func(err error) { t.Error(err) }, raw)
}

// The imports of one fix have an order of their own, so that hosts can merge
// them with another fix's.
func TestImportsInAlphabeticalOrder(t *testing.T) {
	for _, paths := range [][]string{{"time", "context", "fmt"}, {"fmt", "time", "context"}} {
		b, pos := begin(t, "package p\n\nfunc f() {\n\t§\n}\n")
		for _, path := range paths {
			b.Insert(pos, "_ = "+b.Import(path, pos)+"X; ")
		}
		fix, ok := b.Fix("Mend it")
		if !ok {
			t.Fatal(b.reason)
		}
		var got []string
		for _, e := range fix.TextEdits[:3] {
			got = append(got, strings.TrimSpace(string(e.NewText)))
		}
		if diff := cmp.Diff([]string{`import "context"`, `import "fmt"`, `import "time"`}, got); diff != "" {
			t.Errorf("imports (-want +got):\n%s", diff)
		}
	}
}

func TestImportsOfTwoFixesCoalesce(t *testing.T) {
	const src = "package p\n\nimport (\n\t\"fmt\"\n)\n\nvar _ = fmt.Println\n\nfunc f() {\n\t_ = 1\n\t_ = 2§\n}\n"
	b1, pos := begin(t, src)
	b2 := New(b1.pass, b1.file)
	b1.Insert(pos-1, b1.Import("time", pos)+"Second * ")
	b2.Insert(pos, " * "+b2.Import("time", pos)+"Second")
	fix1, ok1 := b1.Fix("Mend one")
	fix2, ok2 := b2.Fix("Mend two")
	if !ok1 || !ok2 {
		t.Fatal(b1.reason, b2.reason)
	}
	if diff := cmp.Diff(fix1.TextEdits[0], fix2.TextEdits[0]); diff != "" {
		t.Errorf("the edits for the import differ:\n%s", diff)
	}
}

// drops are files before and after a fix that takes the only use of "fmt" and needs "time".
var drops = []struct{ name, before, after string }{
	{"single", "package p\n\nimport \"fmt\"\n", "package p\n\nimport \"time\"\n"},
	{"group of one", "package p\n\nimport (\n\t\"fmt\"\n)\n", "package p\n\nimport \"time\"\n"},
	{
		"group",
		"package p\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nvar _ = os.Args\n",
		"package p\n\nimport (\n\t\"os\"\n\t\"time\"\n)\n\nvar _ = os.Args\n",
	},
	{
		"in the middle",
		"package p\n\nimport (\n\t\"crypto/rand\"\n\t\"fmt\"\n\t\"os\"\n)\n\nvar _, _ = rand.Int, os.Args\n",
		"package p\n\nimport (\n\t\"crypto/rand\"\n\t\"os\"\n\t\"time\"\n)\n\nvar _, _ = rand.Int, os.Args\n",
	},
}

func TestDropImport(t *testing.T) {
	const use = "fmt.Println"
	for _, test := range drops {
		t.Run(test.name, func(t *testing.T) {
			b, pos := begin(t, test.before+"\nvar x = "+use+"\n\nfunc f() {\n\t§\n}\n")
			at := b.tok.Pos(strings.Index(string(b.src), use))
			b.DropImport("fmt", 1)
			b.replace(at, at+token.Pos(len(use)), "1")
			b.Insert(pos, "_ = "+b.Import("time", pos)+"Second")
			_, got := outcome(t, b)
			if diff := cmp.Diff(test.after+"\nvar x = 1\n\nfunc f() {\n\t_ = time.Second\n}\n", got); diff != "" {
				t.Errorf("outcome (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDropImportOfUse(t *testing.T) {
	const src = "package p\n\nimport \"fmt\"\n\nvar _, _ = fmt.Println, fmt.Println\n\nfunc f() {\n\t§\n}\n"
	b, pos := begin(t, src)
	b.DropImport("fmt", 1)
	b.Insert(pos, "_ = 1")
	if raw, _ := outcome(t, b); !strings.Contains(raw, "import \"fmt\"") {
		t.Errorf("got\n%s", raw)
	}
	b, pos = begin(t, src)
	b.DropImport("fmt", 2)
	b.Insert(pos, "_ = 1")
	wantAbandoned(t, b, `"fmt" is of use still`)
}

func TestImportWithWindowsLineEnds(t *testing.T) {
	b, pos := begin(t, strings.ReplaceAll("package p\n\nimport \"fmt\"\n\nvar _ = fmt.Println\n\nfunc f() {\n\t§\n}\n", "\n", "\r\n"))
	b.Insert(pos, "_ = "+b.Import("time", pos)+"Second")
	raw, _ := outcome(t, b)
	if !strings.Contains(raw, "import \"fmt\"\r\nimport \"time\"\r\n\r\n") {
		t.Errorf("got %q", raw)
	}
}

func TestImportBehindAByteOrderMark(t *testing.T) {
	b, pos := begin(t, "\ufeffpackage p\n\nfunc f() {\n\t§\n}\n")
	b.Insert(pos, "_ = "+b.Import("time", pos)+"Second")
	if raw, _ := outcome(t, b); raw != "\ufeffpackage p\n\nimport \"time\"\n\nfunc f() {\n\t_ = time.Second\n}\n" {
		t.Errorf("got %q", raw)
	}
}

func TestImportAbandoned(t *testing.T) {
	b, pos := begin(t, "package p\n\nfunc f() { § }\n")
	b.Import("C", pos)
	wantAbandoned(t, b, `"C" can not be imported`)

	b, pos = begin(t, "package p\n\nfunc f() { § }\n")
	b.Import("example.com/p", pos)
	wantAbandoned(t, b, `"example.com/p" can not be imported`)

	b, pos = begin(t, "package p\n\nfunc f() { § }\n")
	b.Import("time", pos)
	wantAbandoned(t, b, `import "time" would be without use`)
}
