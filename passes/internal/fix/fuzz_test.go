package fix

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// FuzzFix adds an import, a declaration and a field to each struct literal of a
// file, and checks that the outcome is as sound as the file was.
func FuzzFix(f *testing.F) {
	for _, src := range []string{
		"package p",
		"// Doc.\npackage p // import \"example.com/p\"\n",
		"package p; import \"fmt\"; import \"time\"; var _, _ = fmt.Println, time.Second",
		"package p\n\n// #include <x.h>\nimport \"C\"\n\nimport . \"time\"\n\nvar _ Duration",
		"package p\n\nimport (\n\t// Odd.\n\t\"example.com/go-odd\" // odd\n\n\tclock \"time\"\n)\n\nvar _, _ = odd.F, clock.Second\n",
		"package p\r\n\r\nimport \"net/http\"\r\n\r\nvar c = &http.Client{\r\n\tJar: nil, // jar\r\n}\r\n",
		"package p\n\ntype T struct{ Timeout, A int }\n\nfunc f(time int) {\n\t_ = []*T{{A: 1 /* , */}, {A: 2,}, {1, 2}, {}, {\n\t\t// none\n\t}}\n\tfresh := 1\n\t_ = fresh\n}\n",
		"\ufeffpackage p\n\nvar time = map[int]struct{ Timeout int }{1: {/* a */}}\n",
		"package p\n//line x.go:9\nvar x struct{}",
	} {
		f.Add(src, uint16(len(src)))
	}
	f.Fuzz(func(t *testing.T, src string, at uint16) {
		if !isStable(src) {
			t.Skip("not Go, or gofmt itself changes its mind about it")
		}
		pass, errs := checkFuzzed(t, src)
		file := pass.Files[0]
		pos := file.FileStart + token.Pos(int(at)%(len(src)+1))
		b := mend(New(pass, file), pos)
		fix, ok := b.Fix("Mend it")
		if !ok {
			return
		}
		out := apply(t, b, fix)
		if !isStable(out) {
			t.Fatalf("gofmt changes its mind about\n%s", out)
		}
		if lost := lostComment(t, src, out); lost != "" {
			t.Errorf("lost %q in\n%s", lost, out)
		}
		pass2, errs2 := checkFuzzed(t, out)
		if len(errs) == 0 && len(errs2) > 0 {
			t.Fatalf("%v in\n%s", errs2, out)
		}
		if len(errs2) == 0 {
			b := New(pass2, pass2.Files[0])
			if b.Import("time", b.file.FileEnd); len(b.edits) > 0 {
				t.Errorf("imported a second time: %v in\n%s", b.edits, out)
			}
		}
	})
}

// mend makes the edits of the fuzz test.
func mend(b *Builder, pos token.Pos) *Builder {
	end := b.file.FileEnd
	name := b.FreshName(end, "fresh")
	b.Insert(end, "\n\nvar "+name+" = "+b.Import("time", end)+"Second\n")
	for n := range ast.Preorder(b.file) {
		if lit, ok := n.(*ast.CompositeLit); ok && lit.Pos() >= pos && len(lit.Elts) < 2 {
			if hasField(b.pass.TypesInfo.TypeOf(lit), "Timeout", b.pass.Pkg) {
				b.AddField(lit, "Timeout", "30*"+"1")
			}
		}
	}
	return b
}

// checkFuzzed parses and type-checks src and returns the type errors.
func checkFuzzed(t *testing.T, src string) (pass *analysis.Pass, errs []error) {
	pass = newPass(t, func(err error) { errs = append(errs, err) }, src)
	return pass, errs
}

// isStable reports whether src is Go that gofmt leaves alone once it has
// formatted it.
func isStable(src string) bool {
	once, err := format.Source([]byte(src))
	if err != nil {
		return false
	}
	if _, err := parser.ParseFile(token.NewFileSet(), "", src, 0); err != nil {
		return false // format.Source takes fragments too
	}
	twice, err := format.Source(once)
	return err == nil && bytes.Equal(once, twice)
}

// lostComment returns a comment of src that out lacks, or "".
func lostComment(t *testing.T, src, out string) string {
	count := make(map[string]int)
	for i, text := range []string{out, src} {
		file, err := parser.ParseFile(token.NewFileSet(), "", text, parser.ParseComments)
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				if count[c.Text] += 1 - 2*i; count[c.Text] < 0 {
					return c.Text
				}
			}
		}
	}
	return ""
}
