package flow

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
)

func TestTexts(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"constant", `func f() { text("a") }`, "a"},
		{"two branches", `func f(b bool) { x := "a"; if b { x = "b" }; text(x) }`, "a | b"},
		{"concatenation", `func f(x string) { text("a" + x + "b") }
			func g() { f(other()) }`, "a? b"},
		{"argument", `func f(x string) { text("a" + x) }
			func g() { f("b"); f("c") }`, "ab | ac"},
		{"bytes", `func f() { text(string([]byte("a"))) }`, "a"},
		{"bytes one by one", `func f() { text(string([]byte{'a', 'b'})) }`, "ab"},
		{"a buffer", `func f() { text(string([]byte{0, 0})) }`, "?"},
		{"package variable", `var v = "a"
			func f() { text(v) }`, "a"},
		{"never set", `var v string
			func f() { text(v) }`, ""},
		{"helper", `func bearer(x string) string { return "B " + x }
			func f() { text(bearer("a")); _ = bearer("b") }`, "B a"},
		{"part", `func f(x string) { text(x[:2] + "…") }
			func g() { f(other()) }`, "?cut …"},
		{"nobody calls it", `func f(x string) { text("a" + x) }`, "a?"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := build(t, test.src+`
				func text(string) {}
				var other func() string`)
			var got []string
			for _, text := range p.Texts(p.calls[p.Func("text")][0].Common().Args[0]) {
				got = append(got, describeText(text))
			}
			slices.Sort(got)
			if got := strings.Join(slices.Compact(got), " | "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestTextsOfLoop(t *testing.T) {
	p := build(t, `func f(n int) { x := "a"; for range n { x += "b"; x = "c" + x }; text(x) }
		func text(string) {}`)
	texts := p.Texts(p.calls[p.Func("text")][0].Common().Args[0])
	if len(texts) < 2 || len(texts) > maxTexts {
		t.Errorf("got %d texts, want some, and at most %d", len(texts), maxTexts)
	}
}

func describeText(text Text) string {
	var b strings.Builder
	for i, part := range text {
		switch {
		case part.Origin.Kind == Constant:
			if i > 0 && text[i-1].Origin.Kind != Constant {
				b.WriteString(" ")
			}
			b.WriteString(part.Constant)
		case part.Cut:
			b.WriteString("?cut")
		default:
			b.WriteString("?")
		}
	}
	return b.String()
}

func constantPart(text string) Part {
	return Part{Constant: text, Origin: Origin{Kind: Constant}}
}

func TestCut(t *testing.T) {
	hole := Part{Origin: Origin{Value: new(ssa.Parameter)}}
	text := Text{constantPart("https://me:"), hole, constantPart("@host:80/")}
	for _, test := range []struct {
		sep           string
		last          bool
		before, after string
		found         bool
	}{
		{"://", false, "https", "me:? @host:80/", true},
		{":", true, "https://me:? @host", "80/", true},
		{"@", false, "https://me:?", "host:80/", true},
		{"/", true, "https://me:? @host:80", "", true},
		{"#", false, "https://me:? @host:80/", "", false},
	} {
		cut := text.Cut
		if test.last {
			cut = text.CutLast
		}
		before, after, found := cut(test.sep)
		if describeText(before) != test.before || describeText(after) != test.after || found != test.found {
			t.Errorf("at %q: got %q, %q, %v", test.sep, describeText(before), describeText(after), found)
		}
	}
	if _, known := text.Known(); known {
		t.Error("a text with a part that isn't constant is known")
	}
	if len(text.Unknown()) != 1 {
		t.Error("one part isn't constant")
	}
}

func TestVerbs(t *testing.T) {
	for format, want := range map[string]string{
		"a":        "a",
		"%s":       "|",
		"a%-5sb%%": "a|b%",
		"%[1]s":    "no",
		"%*d":      "no",
		"%":        "no",
	} {
		pieces, ok := verbs(format)
		got := strings.Join(pieces, "|")
		if !ok {
			got = "no"
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", format, got, want)
		}
	}
}
