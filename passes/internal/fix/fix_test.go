package fix

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// library holds the packages that the files under test may import.
var library = map[string]string{
	"bytes":   `package bytes; type Buffer struct{}`,
	"context": `package context; type Context interface{}`,
	"fmt":     `package fmt; func Println(...any) {}`,
	"net/http": `package http
		type Client struct { Timeout int64; Jar *Client; secret int }
		func Get(string) {}
		func (*Client) Get(string) {}`,
	"os":                     `package os; var Args []string`,
	"time":                   `package time; type Duration int64; const Second Duration = 1`,
	"math/rand/v2":           `package rand; func Int() int { return 0 }`,
	"crypto/rand":            `package rand; func Int() int { return 0 }`,
	"example.com/go-odd":     `package odd; func F() {}`,
	"example.com/plain":      `package plain; func F() {}`,
	"example.com/plain/v2":   `package plain; func F() {}`,
	"example.com/unknown":    `package other; func F() {}`,
	"example.com/cycle/self": `package self`,
}

// An importer type-checks packages of the library.
type importer map[string]*types.Package

func (imp importer) Import(path string) (*types.Package, error) {
	if pkg := imp[path]; pkg != nil {
		return pkg, nil
	}
	src, ok := library[path]
	if !ok {
		return nil, fmt.Errorf("no package %q", path)
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, src, 0)
	if err != nil {
		return nil, err
	}
	pkg, err := new(types.Config).Check(path, fset, []*ast.File{file}, nil)
	imp[path] = pkg
	return pkg, err
}

// newPass returns a pass over a package that consists of the given files; the
// first is called file0.go. Type errors go to onError.
func newPass(t testing.TB, onError func(error), srcs ...string) *analysis.Pass {
	t.Helper()
	pass := &analysis.Pass{
		Fset: token.NewFileSet(),
		TypesInfo: &types.Info{
			Types:     make(map[ast.Expr]types.TypeAndValue),
			Defs:      make(map[*ast.Ident]types.Object),
			Uses:      make(map[*ast.Ident]types.Object),
			Implicits: make(map[ast.Node]types.Object),
			Scopes:    make(map[ast.Node]*types.Scope),
		},
	}
	content := make(map[string]string)
	for i, src := range srcs {
		name := fmt.Sprintf("file%d.go", i)
		content[name] = src
		file, err := parser.ParseFile(pass.Fset, name, src, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		pass.Files = append(pass.Files, file)
	}
	pass.ReadFile = func(name string) ([]byte, error) { return []byte(content[name]), nil }
	config := types.Config{Importer: make(importer), Error: onError, FakeImportC: true}
	pass.Pkg, _ = config.Check("example.com/p", pass.Fset, pass.Files, pass.TypesInfo)
	return pass
}

// mark stands in a source for the position at which a fix is made.
const mark = "§"

// begin returns a builder for src, whose mark is taken out, and the mark's
// position. Further files of the package may follow.
func begin(t *testing.T, src string, others ...string) (*Builder, token.Pos) {
	t.Helper()
	before, after, ok := strings.Cut(src, mark)
	if !ok {
		t.Fatalf("no mark in %q", src)
	}
	pass := newPass(t, func(err error) { t.Errorf("type error: %v", err) }, append([]string{before + after}, others...)...)
	return New(pass, pass.Files[0]), pass.Fset.File(pass.Files[0].Package).Pos(len(before))
}

// outcome applies the builder's fix and checks what must hold of each outcome:
// it parses and gofmt leaves it alone once it is formatted.
func outcome(t testing.TB, b *Builder) (raw, formatted string) {
	t.Helper()
	fix, ok := b.Fix("Mend it")
	if !ok {
		t.Fatalf("no fix: %s", b.reason)
	}
	raw = apply(t, b, fix)
	once, err := format.Source([]byte(raw))
	if err != nil {
		t.Fatalf("%v in the outcome:\n%s", err, raw)
	}
	twice, err := format.Source(once)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(once), string(twice)); diff != "" {
		t.Errorf("gofmt changes its own outcome:\n%s", diff)
	}
	return raw, string(once)
}

// apply applies the edits of fix, which must be in the order of the file.
func apply(t testing.TB, b *Builder, fix analysis.SuggestedFix) string {
	t.Helper()
	var out strings.Builder
	done := 0
	for _, e := range fix.TextEdits {
		start, end := b.tok.Offset(e.Pos), b.tok.Offset(e.End)
		if start < done || end < start {
			t.Fatalf("edits out of order: %v", fix.TextEdits)
		}
		out.Write(b.src[done:start])
		out.Write(e.NewText)
		done = end
	}
	out.Write(b.src[done:])
	return out.String()
}

// wantAbandoned checks that there is no fix, for a reason that mentions want.
func wantAbandoned(t *testing.T, b *Builder, want string) {
	t.Helper()
	if fix, ok := b.Fix("Mend it"); ok {
		t.Errorf("got fix %v, want none", fix)
	}
	if !strings.Contains(b.reason, want) {
		t.Errorf("abandoned because %q, want %q", b.reason, want)
	}
}

// find returns the innermost node of type N around pos.
func find[N ast.Node](t *testing.T, b *Builder, pos token.Pos) N {
	t.Helper()
	path, _ := astutil.PathEnclosingInterval(b.file, pos, pos)
	for _, n := range path {
		if n, ok := n.(N); ok {
			return n
		}
	}
	panic(fmt.Sprintf("no %T at %v", *new(N), b.tok.Position(pos)))
}

func TestEdits(t *testing.T) {
	const src = "package p\n\nfunc f() {\n\tprintln(1) // one\n\tprintln§(2)\n}\n"
	for _, test := range []struct {
		name string
		edit func(b *Builder, call *ast.CallExpr)
		want string // in place of "println(2)" and its line
	}{
		{"insert", func(b *Builder, call *ast.CallExpr) {
			b.Insert(call.Pos(), "go ")
		}, "\tgo println(2)\n"},
		{"insert in the order of the calls", func(b *Builder, call *ast.CallExpr) {
			b.Insert(call.Rparen, ", 3")
			b.Insert(call.Rparen, ", 4")
		}, "\tprintln(2, 3, 4)\n"},
		{"sorted by position", func(b *Builder, call *ast.CallExpr) {
			b.Insert(call.End(), "()")
			b.Replace(call, "func() { "+b.Text(call)+" }")
		}, "\tfunc() { println(2) }()\n"},
		{"replace", func(b *Builder, call *ast.CallExpr) {
			b.Replace(call.Args[0], "3")
		}, "\tprintln(3)\n"},
		{"delete within a line", func(b *Builder, call *ast.CallExpr) {
			b.Delete(call.Args[0])
		}, "\tprintln()\n"},
		{"delete a line", func(b *Builder, call *ast.CallExpr) {
			b.Delete(call)
		}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, pos := begin(t, src)
			test.edit(b, find[*ast.CallExpr](t, b, pos))
			want := "package p\n\nfunc f() {\n\tprintln(1) // one\n" + test.want + "}\n"
			raw, _ := outcome(t, b)
			if diff := cmp.Diff(want, raw); diff != "" {
				t.Errorf("outcome (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDeleteBesideAComment(t *testing.T) {
	b, pos := begin(t, "package p\n\nfunc f() {\n\tprintln§(1) // one\n}\n")
	b.Delete(find[*ast.CallExpr](t, b, pos))
	if raw, _ := outcome(t, b); raw != "package p\n\nfunc f() {\n\t // one\n}\n" {
		t.Errorf("got %q", raw)
	}
}

func TestDeleteAtEndOfFile(t *testing.T) {
	b, pos := begin(t, "package p\n\nvar § x = 1")
	b.Delete(find[*ast.GenDecl](t, b, pos))
	if raw, _ := outcome(t, b); raw != "package p\n\n" {
		t.Errorf("got %q", raw)
	}
}

func TestText(t *testing.T) {
	b, pos := begin(t, "package p\n\nvar x = §max(1, /* two */ 2)\n")
	if got, want := b.Text(find[*ast.CallExpr](t, b, pos)), "max(1, /* two */ 2)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFixHasTheMessage(t *testing.T) {
	b, pos := begin(t, "package p\n\nvar x = §1\n")
	b.Insert(pos, "-")
	fix, ok := b.Fix("Turn the sign of x")
	if !ok || fix.Message != "Turn the sign of x" {
		t.Errorf("got %v, %v", fix, ok)
	}
}

func TestAbandoned(t *testing.T) {
	const src = "package p\n\nfunc f() {\n\tprintln(1, /* two */ §2)\n}\n"
	for _, test := range []struct {
		name string
		edit func(b *Builder, call *ast.CallExpr)
		want string
	}{
		{"no edit", func(b *Builder, call *ast.CallExpr) {}, "nothing changes"},
		{"same text", func(b *Builder, call *ast.CallExpr) { b.Replace(call, b.Text(call)) }, "nothing changes"},
		{"by the rule", func(b *Builder, call *ast.CallExpr) {
			b.Abandon("first")
			b.Abandon("second")
			b.Insert(call.Pos(), "go ")
		}, "first"},
		{"overlap", func(b *Builder, call *ast.CallExpr) {
			b.Replace(call.Args[0], "3")
			b.Replace(call.Fun, "print")
			b.Replace(call, "f()")
		}, "edits overlap"},
		{"insertion inside a replacement", func(b *Builder, call *ast.CallExpr) {
			b.Replace(call, "f( /* two */ )")
			b.Insert(call.Rparen, ", 3")
		}, "edits overlap"},
		{"comment in a replaced range", func(b *Builder, call *ast.CallExpr) { b.Replace(call, "f()") }, "comment would be lost"},
		{"comment in a deleted range", func(b *Builder, call *ast.CallExpr) { b.Delete(call) }, "comment would be lost"},
		{"comment changed", func(b *Builder, call *ast.CallExpr) {
			b.replace(call.Args[1].Pos()-token.Pos(len("wo */ ")), call.Args[1].Pos()-token.Pos(len(" */ ")), "oo")
		}, "comment would be lost"},
		{"no Go", func(b *Builder, call *ast.CallExpr) { b.Insert(call.Pos(), "go go ") }, "does not parse"},
		{"before the file", func(b *Builder, call *ast.CallExpr) { b.Insert(token.NoPos, "x") }, "outside the file"},
		{"after the file", func(b *Builder, call *ast.CallExpr) { b.Insert(b.file.FileEnd+1, "x") }, "outside the file"},
		{"text outside the file", func(b *Builder, call *ast.CallExpr) { b.Text(&ast.Ident{Name: "x"}) }, "outside the file"},
		{"end before start", func(b *Builder, call *ast.CallExpr) { b.replace(call.End(), call.Pos(), "x") }, "outside the file"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, pos := begin(t, src)
			test.edit(b, find[*ast.CallExpr](t, b, pos))
			wantAbandoned(t, b, test.want)
		})
	}
}

func TestCommentsMayMove(t *testing.T) {
	b, pos := begin(t, "package p\n\nfunc f() {\n\tprintln(1, /* two */ §2)\n}\n")
	call := find[*ast.CallExpr](t, b, pos)
	b.Replace(call, "if true { "+b.Text(call)+" }")
	if raw, _ := outcome(t, b); !strings.Contains(raw, "{ println(1, /* two */ 2) }") {
		t.Errorf("got %q", raw)
	}
}

func TestLastUseOfAnImport(t *testing.T) {
	const src = "package p\n\nimport \"fmt\"\n\nfunc f() {\n\t§fmt.Println()\n}\n"
	b, pos := begin(t, src)
	b.Replace(find[*ast.CallExpr](t, b, pos), "println()")
	wantAbandoned(t, b, `import "fmt" would be without use`)

	b, pos = begin(t, src+"\nvar _ = fmt.Println\n")
	b.Replace(find[*ast.CallExpr](t, b, pos), "println()")
	outcome(t, b)
}

func TestFilesLeftAlone(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"generated", "// Code generated by hand. DO NOT EDIT.\n\npackage p\n\nvar x = §1\n", "generated"},
		{"line directive", "package p\n\n//line other.y:7\nvar x = §1\n", "line directive"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, pos := begin(t, test.src)
			b.Insert(pos, "-")
			wantAbandoned(t, b, test.want)
		})
	}
}

func TestFileOnDisk(t *testing.T) {
	b, _ := begin(t, "package p\n\nvar x = §1\n")

	b.pass.ReadFile = func(string) ([]byte, error) { return []byte("package p\n"), nil }
	wantAbandoned(t, New(b.pass, b.file), "has changed")

	b.pass.ReadFile = nil // so that the builder asks the file system
	wantAbandoned(t, New(b.pass, b.file), "no such file")
}

func TestWindowsLineEnds(t *testing.T) {
	src := strings.ReplaceAll("package p\n\nvar x = []int{\n\t1,\n\t§2,\n}\n", "\n", "\r\n")
	b, pos := begin(t, src)
	lit := find[*ast.CompositeLit](t, b, pos)
	b.Insert(lit.Rbrace, "\t3,\n")
	b.Insert(b.file.Name.End(), "\n\n// Text:\n\nvar _ = "+b.Text(lit))
	raw, _ := outcome(t, b)
	if strings.Count(raw, "\n") != strings.Count(raw, "\r\n") || strings.Contains(raw, "\r\r") {
		t.Errorf("mixed line ends: %q", raw)
	}
}
