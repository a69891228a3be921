package flow

import (
	"strings"
	"testing"
)

func TestGuards(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"condition", `func f(a bool) { if a { sink() } }`, "a"},
		{"else", `func f(a bool) { if a { return } else { sink() } }`, "!a"},
		{"what leaves", `func f(a, b bool) { if a { return }; if !b { return }; sink() }`, "b, !a"},
		{"what goes on", `func f(a bool) { if a { println() }; sink() }`, ""},
		{"and", `func f(a, b bool) { if a && !b { sink() } }`, "!b, a"},
		{"or", `func f(a, b bool) { if a || b { sink() } }`, ""},
		{"neither", `func f(a, b bool) { if a || b { return }; sink() }`, "!b, !a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := build(t, test.src)
			var got []string
			for guard := range Guards(p.calls[p.Func("sink")][0].Block()) {
				name := guard.Cond.Name()
				if !guard.Holds {
					name = "!" + name
				}
				got = append(got, name)
			}
			if strings.Join(got, ", ") != test.want {
				t.Errorf("got %v, want %s", got, test.want)
			}
		})
	}
}
