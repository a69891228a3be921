package baseline

import (
	"testing"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// normalised returns the normalised form of the first place of a text that holds code.
func normalised(t *testing.T, text, code string) string {
	t.Helper()
	src := files{"/a.go": text}
	fs := src.find("r", "/a.go", code)
	if len(fs) == 0 {
		t.Fatalf("%q isn't in %q", code, text)
	}
	s := finding.Sources(src.read)("/a.go")
	_, decl := s.Declaration(fs[0].Start.Line)
	return normalise(s, decl, fs[0].Range)
}

func TestNormalise(t *testing.T) {
	tests := []struct{ name, text, code, want string }{
		{"locals in order", "package p\nfunc f(a, b int) { c := 1; g(b, a, b, c, d) }", "g(b, a, b, c, d)", "g ( $1 , $2 , $1 , $3 , d )"},
		{"receiver and results", "package p\nfunc (s *S) f() (err error) { err = s.do(S{}) }", "err = s.do(S{})", "$1 = $2 . do ( S { } )"},
		{"selectors", "package p\nfunc f(url string) { get(url.url.\nurl) }", "get(url.url.\nurl)", "get ( $1 . url . url )"},
		{"keys of fields", "package p\nfunc f(url string) { use(job{url: url}) }", "job{url: url}", "job { url : $1 }"},
		{"range, var, type, label, type switch", `package p
func f() {
l:
	for k, v := range m {
		var w, x = 1, 2
		type t int
		switch y := x.(type) {
		case t: use(k, v, w, x, y, t(z)); break l
		}
	}
}`, "use(k, v, w, x, y, t(z)); break l", "use ( $1 , $2 , $3 , $4 , $5 , $6 ( z ) ) break $7"},
		{"literals of functions", "package p\nvar x = func(a int) int { return a + x }", "func(a int) int { return a + x }", "func ( $1 int ) int { return $1 + x }"},
		{"type parameters", "package p\nfunc f[T any](t T) { g[T](t) }", "g[T](t)", "g [ $1 ] ( $2 )"},
		{"blank", "package p\nfunc f(_ int) { _ = g() }", "_ = g()", "_ = g ( )"},
		{"layout and comments", "package p\nfunc f() {\n\tg( // first\n\t\t1, /* one */\n\t\t\"a // b\",\n\t)\n}", "g( // first\n\t\t1, /* one */\n\t\t\"a // b\",\n\t)", `g ( 1 , "a // b" )`},
		{"lines and semicolons", "package p\nfunc f() { a(); b() }", "{ a(); b() }", "{ a ( ) b ( ) }"},
		{"a comment", "package p\n\n//integrationlint:ignore  x   why\nvar x = 1", "//integrationlint:ignore  x   why", "//integrationlint:ignore x why"},
		{"no Go", "package p\nfunc f( { $ }", "{ $ }", "{ ILLEGAL }"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := normalised(t, test.text, test.code); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestNormaliseRestOfLine(t *testing.T) {
	src := files{"/a.go": "package p\n\nvar x = g(1)\nvar y = 2\n"}
	s := finding.Sources(src.read)("/a.go")
	at := finding.Position{File: "/a.go", Line: 3, Column: 9}
	if got := normalise(s, nil, finding.Range{Start: at, End: at}); got != "g ( 1 )" {
		t.Errorf("a finding without an extent is %q", got)
	}
	at.Line = 9
	if got := normalise(s, nil, finding.Range{Start: at, End: at}); got != "" {
		t.Errorf("a finding outside of the file is %q", got)
	}
}

// Of a name that stands alone, what it is an operand of counts, unless that is as large as a block.
func TestNormaliseName(t *testing.T) {
	tests := []struct{ text, want string }{
		{"package p\nfunc f(u string) { g(); get(NAME, 1) }", "get ( NAME , 1 )"},
		{"package p\nfunc f(NAME string) { g(); get(NAME, 1) }", "$1"}, // the parameter
		{"package p\nfunc f() { NAME := g(h) }", "$1 := g ( h )"},
		{"package p\nfunc f() bool { return NAME }", "return NAME"},
		{"package p\nfunc f() { if NAME { g() } }", "NAME"},
		{"package p\nfunc f() { x = T{A: 1, B: NAME} }", "B : NAME"},
		{"package p\nvar NAME = g(h)", "NAME = g ( h )"},
	}
	for _, test := range tests {
		if got := normalised(t, test.text, "NAME"); got != test.want {
			t.Errorf("%s: got %s, want %s", test.text, got, test.want)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	f.Add("package p\nfunc f(a, b int) { c := job{a: 1}; g(b, a, c) }", 2, 20, 2, 40)
	f.Add("package p\nfunc f() { for a, = range { var ; l: } }", 2, 1, 9, 9)
	f.Fuzz(func(t *testing.T, text string, line, column, endLine, endColumn int) {
		src := files{"/a.go": text}
		g := finding.Range{Start: finding.Position{File: "/a.go", Line: line, Column: column}, End: finding.Position{File: "/a.go", Line: endLine, Column: endColumn}}
		fs := []finding.Finding{{Rule: "r", Range: g}}
		if shown, unused := New(fs, "/", src.read).Filter(fs, "/", src.read); len(shown)+len(unused) > 0 {
			t.Error("the baseline doesn't hide what it was made of")
		}
	})
}
