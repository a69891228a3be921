package fix

import (
	"go/ast"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAddField(t *testing.T) {
	for _, test := range []struct{ name, lit, want string }{
		{"empty", "http.Client{§}", "http.Client{Timeout: 30 * 1}"},
		{"pointer", "&http.Client{§}", "&http.Client{Timeout: 30 * 1}"},
		{"elided", "[]http.Client{{§}}", "[]http.Client{{Timeout: 30 * 1}}"},
		{"elided pointer", "[]*http.Client{{§}}", "[]*http.Client{{Timeout: 30 * 1}}"},
		{"unnamed type", "struct{ Timeout int }{§}", "struct{ Timeout int }{Timeout: 30 * 1}"},
		{"comment inside", "http.Client{ /* § none */ }", "http.Client{ /*  none */ Timeout: 30 * 1}"},
		{"one line", "http.Client{§Jar: nil}", "http.Client{Jar: nil, Timeout: 30 * 1}"},
		{"one line, blank", "http.Client{ §Jar: nil }", "http.Client{Jar: nil, Timeout: 30 * 1}"},
		{"one line, comma", "http.Client{§Jar: nil,}", "http.Client{Jar: nil, Timeout: 30 * 1}"},
		{"one line, comment", "http.Client{§Jar: nil /* a, b */}", "http.Client{Jar: nil /* a, b */, Timeout: 30 * 1}"},
		{"one line, comma and comment", "http.Client{§Jar: nil, /* a */}", "http.Client{Jar: nil /* a */, Timeout: 30 * 1}"},
		{"lines", "http.Client{§\n\tJar: nil,\n}", "http.Client{\n\tJar:     nil,\n\tTimeout: 30 * 1,\n}"},
		{"lines, comment beside", "http.Client{§\n\tJar: nil, // a\n}", "http.Client{\n\tJar:     nil, // a\n\tTimeout: 30 * 1,\n}"},
		{"lines, comment below", "http.Client{§\n\tJar: nil,\n\t// a\n}", "http.Client{\n\tJar: nil,\n\t// a\n\tTimeout: 30 * 1,\n}"},
		{"lines, nothing inside", "http.Client{§\n}", "http.Client{\n\tTimeout: 30 * 1,\n}"},
		{"lines, comment only", "http.Client{§ // a\n\t// b\n}", "http.Client{ // a\n\t// b\n\tTimeout: 30 * 1,\n}"},
		{"lines, brace beside the last", "http.Client{§\n\tJar: nil}", "http.Client{\n\tJar: nil, Timeout: 30 * 1}"},
		{"lines, brace behind a comma", "http.Client{§\n\tJar: nil,}", "http.Client{\n\tJar: nil, Timeout: 30 * 1}"},
		{"nested", "http.Client{Jar: &http.Client{§\n\tJar: nil,\n}}", "http.Client{Jar: &http.Client{\n\tJar:     nil,\n\tTimeout: 30 * 1,\n}}"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, pos := begin(t, "package p\n\nimport \"net/http\"\n\nvar _ http.Client\n\nvar x = "+test.lit+"\n")
			b.AddField(find[*ast.CompositeLit](t, b, pos), "Timeout", "30*1")
			_, got := outcome(t, b)
			want := "package p\n\nimport \"net/http\"\n\nvar _ http.Client\n\nvar x = " + test.want + "\n"
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("outcome (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAddFieldTwice(t *testing.T) {
	for _, test := range []struct{ lit, want string }{
		{"T{§}", "T{A: 1, B: 2}"},
		{"T{§C: 0}", "T{C: 0, A: 1, B: 2}"},
		{"T{§C: 0, }", "T{C: 0, A: 1, B: 2}"},
		{"T{§\n\tC: 0,\n}", "T{\n\tC: 0,\n\tA: 1,\n\tB: 2,\n}"},
	} {
		b, pos := begin(t, "package p\n\ntype T struct{ A, B, C int }\n\nvar x = "+test.lit+"\n")
		lit := find[*ast.CompositeLit](t, b, pos)
		b.AddField(lit, "A", "1")
		b.AddField(lit, "B", "2")
		_, got := outcome(t, b)
		want := "package p\n\ntype T struct{ A, B, C int }\n\nvar x = " + test.want + "\n"
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.lit, diff)
		}
	}
}

func TestAddFieldKeepsIndentation(t *testing.T) {
	b, pos := begin(t, "package p\n\ntype T struct{ A, B int }\n\nfunc f() {\n\t_ = T{§\n\t\tA: 1,\n\t}\n}\n")
	b.AddField(find[*ast.CompositeLit](t, b, pos), "B", "2")
	if raw, formatted := outcome(t, b); raw != formatted {
		t.Errorf("the edit is not formatted: %q", raw)
	}
}

func TestAddFieldAbandoned(t *testing.T) {
	for _, test := range []struct{ name, lit, key, value, want string }{
		{"positional", "T{§1, 2}", "A", "1", "positional"},
		{"set already", "T{§A: 1}", "A", "1", "sets A already"},
		{"no such field", "T{§A: 1}", "C", "1", "no field C"},
		{"promoted field", "struct{ T }{§}", "A", "1", "no field A"},
		{"another package's field", "http.Client{§}", "secret", "1", "no field secret"},
		{"map", "map[string]int{§}", "A", "1", "no field A"},
		{"no expression", "T{§}", "A", "1 +", "not an expression"},
		{"statements", "T{§}", "A", "f(); g()", "not an expression"},
		{"two fields at once", "T{§}", "A", "1, B: 2", "not an expression"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, pos := begin(t, "package p\n\nimport \"net/http\"\n\ntype T struct{ A, B int }\n\nvar _ http.Client\n\nvar x = "+test.lit+"\n")
			b.AddField(find[*ast.CompositeLit](t, b, pos), test.key, test.value)
			wantAbandoned(t, b, test.want)
		})
	}
}

func TestAddUnexportedField(t *testing.T) {
	b, pos := begin(t, "package p\n\ntype T struct{ a int }\n\nvar x = T{§}\n")
	b.AddField(find[*ast.CompositeLit](t, b, pos), "a", "1")
	outcome(t, b)
}
