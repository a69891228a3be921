package patch

import (
	"bytes"
	"fmt"
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

func fix(edits ...finding.Edit) finding.Fix { return finding.Fix{Edits: edits} }

func edit(start, end int, text string) finding.Edit {
	return finding.Edit{File: "a.go", Start: start, End: end, New: text}
}

func TestMerge(t *testing.T) {
	in := edit(2, 2, "import")
	other := finding.Edit{File: "b.go", Start: 6, End: 7, New: "x"}
	tests := []struct {
		name      string
		fixes     []finding.Fix
		want      []finding.Edit
		conflicts []int
	}{
		{"apart", []finding.Fix{fix(edit(8, 9, "b")), fix(edit(4, 5, "a"))}, []finding.Edit{edit(4, 5, "a"), edit(8, 9, "b")}, nil},
		{"touching", []finding.Fix{fix(edit(4, 6, "a")), fix(edit(6, 8, "b"))}, []finding.Edit{edit(4, 6, "a"), edit(6, 8, "b")}, nil},
		{"overlap", []finding.Fix{fix(edit(4, 7, "a")), fix(edit(6, 8, "b"))}, []finding.Edit{edit(4, 7, "a")}, []int{1}},
		{"insertion within", []finding.Fix{fix(edit(4, 7, "a")), fix(edit(5, 5, "b"))}, []finding.Edit{edit(4, 7, "a")}, []int{1}},
		{"insertions at the ends", []finding.Fix{fix(edit(4, 7, "a")), fix(edit(4, 4, "b")), fix(edit(7, 7, "c"))},
			[]finding.Edit{edit(4, 4, "b"), edit(4, 7, "a"), edit(7, 7, "c")}, nil},
		{"same import", []finding.Fix{fix(in, edit(4, 5, "a")), fix(in, edit(8, 9, "b"))},
			[]finding.Edit{in, edit(4, 5, "a"), edit(8, 9, "b")}, nil},
		{"two imports at one place", []finding.Fix{fix(in), fix(edit(2, 2, "other"), in), fix(edit(2, 2, "other"))},
			[]finding.Edit{in, edit(2, 2, "other")}, nil},
		{"equal insertions of one fix", []finding.Fix{fix(edit(2, 2, ")"), edit(2, 2, ")"))},
			[]finding.Edit{edit(2, 2, ")"), edit(2, 2, ")")}, nil},
		{"whole or not at all", []finding.Fix{fix(edit(4, 7, "a")), fix(edit(1, 1, "x"), edit(5, 6, "b"), other)},
			[]finding.Edit{edit(4, 7, "a")}, []int{1}},
		{"overlap within one fix", []finding.Fix{fix(edit(4, 7, "a"), edit(5, 8, "b"))}, nil, []int{0}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, conflicts := Merge(test.fixes)
			if diff := cmp.Diff(test.want, got["a.go"]); diff != "" {
				t.Error(diff)
			}
			if !slices.Equal(conflicts, test.conflicts) {
				t.Errorf("conflicts %v, want %v", conflicts, test.conflicts)
			}
			if len(got["b.go"]) > 0 {
				t.Error("half of a fix was taken")
			}
		})
	}
}

const tidy = "package p\n\nfunc f() {\n\tg()\n}\n"

func TestApply(t *testing.T) {
	untidy := strings.Replace(tidy, "\tg()", "  g( )", 1)
	mixed := strings.Replace(tidy, "\n", "\r\n", 1)
	dos := func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }
	call := func(src string) finding.Edit {
		at := strings.Index(src, "g(")
		return edit(at, at+1, "if true {\nh")
	}
	brace := func(src string) finding.Edit {
		at := strings.LastIndex(src, "}")
		return edit(at, at, "}\n")
	}
	want := "package p\n\nfunc f() {\n\tif true {\n\t\th()\n\t}\n}\n"
	tests := []struct{ name, src, want string }{
		{"formatted", tidy, want},
		{"Windows line ends", dos(tidy), dos(want)},
		{"byte order mark", "\ufeff" + tidy, "\ufeff" + want},
		{"byte order mark and Windows line ends", "\ufeff" + dos(tidy), "\ufeff" + dos(want)},
		{"not formatted", untidy, "package p\n\nfunc f() {\n  if true {\nh( )\n}\n}\n"},
		{"mixed line ends", mixed, "package p\r\n\nfunc f() {\n\tif true {\nh()\n}\n}\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Apply([]byte(test.src), []finding.Edit{call(test.src), brace(test.src)})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestApplyErrors(t *testing.T) {
	tests := map[string][]finding.Edit{
		"no Go":         {edit(0, 7, "pakcage")},
		"out of bounds": {edit(0, 1000, "")},
		"overlap":       {edit(0, 4, "a"), edit(2, 6, "b")},
	}
	for name, edits := range tests {
		if got, err := Apply([]byte(tidy), edits); err == nil {
			t.Errorf("%s: no error but %q", name, got)
		}
	}
}

func TestDiff(t *testing.T) {
	c := Change{File: "/m/p.go", Old: []byte("a\nb\nc\n"), New: []byte("a\nB\nc\n")}
	want := "--- a/p.go\n+++ b/p.go\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"
	if diff := cmp.Diff(want, c.Diff("p.go")); diff != "" {
		t.Error(diff)
	}
}

func TestLineMap(t *testing.T) {
	c := Change{Old: []byte("1\n2\n3\n4\n5\n6\n7"), New: []byte("new\n1\n2\nthree\nand\nmore\n4\n6\nseven")}
	tests := []struct{ line, first, last int }{
		{1, 2, 2},
		{2, 3, 3},
		{3, 4, 6},
		{4, 7, 7},
		{5, 8, 8}, // gone
		{6, 8, 8},
		{7, 9, 9},
	}
	m := c.LineMap()
	for _, test := range tests {
		if first, last := m.First(test.line), m.Last(test.line); first != test.first || last != test.last {
			t.Errorf("line %d became %d to %d, want %d to %d", test.line, first, last, test.first, test.last)
		}
	}
}

// FuzzMerge checks that whatever was merged can be applied, that each fix is there whole or not
// at all, and that the outcome is formatted Go.
func FuzzMerge(f *testing.F) {
	f.Add(tidy, 14, 14, "x", 18, 19, "y", 18, 20, "z")
	f.Add("\ufeffpackage p\r\n", 5, 3, "", -1, 2, "a", 4, 4, "")
	f.Add("package p", 9, 9, "\n", 9, 9, "\n", 9, 9, "\nvar x int")
	f.Fuzz(func(t *testing.T, src string, s1, e1 int, n1 string, s2, e2 int, n2 string, s3, e3 int, n3 string) {
		var fixes []finding.Fix
		for _, e := range []finding.Edit{edit(s1, e1, n1), edit(s2, e2, n2), edit(s3, e3, n3)} {
			if 0 <= e.Start && e.Start <= e.End && e.End <= len(src) {
				fixes = append(fixes, fix(e))
			}
		}
		edits, conflicts := Merge(fixes)
		for i, fix := range fixes {
			if slices.Contains(edits["a.go"], fix.Edits[0]) == slices.Contains(conflicts, i) {
				t.Errorf("fix %d is merged and conflicts, or neither: %v, %v", i, edits, conflicts)
			}
		}
		got, err := Apply([]byte(src), edits["a.go"])
		if err != nil {
			if strings.Contains(err.Error(), "overlapping") || strings.Contains(err.Error(), "bounds") {
				t.Errorf("merged edits can't be applied: %v", err)
			}
			return
		}
		checkOutcome(t, []byte(src), got)
	})
}

func checkOutcome(t *testing.T, src, got []byte) {
	t.Helper()
	if _, err := parser.ParseFile(token.NewFileSet(), "a.go", got, parser.SkipObjectResolution); err != nil {
		t.Errorf("outcome doesn't parse: %v", err)
	}
	if bytes.HasPrefix(src, byteOrderMark) != bytes.HasPrefix(got, byteOrderMark) {
		t.Error("the byte order mark came or went")
	}
	if was, err := format.Source(src); err != nil || !bytes.Equal(was, src) || bytes.Contains(src, []byte("\r")) {
		return
	}
	if now, err := format.Source(got); err != nil || !bytes.Equal(now, got) {
		t.Errorf("a formatted file became unformatted (%v): %q", err, got)
	}
}

func BenchmarkMerge(b *testing.B) {
	var fixes []finding.Fix
	for i := range 200 {
		fixes = append(fixes, fix(edit(9, 9, "\n\nimport \"time\""), edit(100+10*i, 105+10*i, fmt.Sprint(i))))
	}
	for b.Loop() {
		Merge(fixes)
	}
}
