package summary

import (
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// text makes a text of constants and, for "?", of what isn't known.
func text(parts ...string) flow.Text {
	var t flow.Text
	for _, part := range parts {
		if part == "?" {
			t = append(t, flow.Part{Origin: flow.Origin{Value: new(ssa.Parameter)}})
		} else {
			t = append(t, flow.Part{Constant: part, Origin: flow.Origin{Kind: flow.Constant}})
		}
	}
	return t
}

func show(t flow.Text) string {
	var all string
	for _, part := range t {
		if part.Origin.Kind == flow.Constant {
			all += part.Constant
		} else {
			all += "?"
		}
	}
	return all
}

func TestNarrow(t *testing.T) {
	tests := []struct {
		use        catalog.Use
		text       flow.Text
		want, host string
	}{
		{catalog.Header, text("Bearer ", "?"), "?", ""},
		{catalog.Header, text("bearer abc"), "abc", ""},
		{catalog.Header, text("abc"), "abc", ""},
		{catalog.Header, text("?"), "?", ""},
		{catalog.Header, text("Bearer"), "", ""},
		{catalog.Header, text("Signed "), "", ""},
		{catalog.Header, text("Basic me:abc"), "abc", ""},
		{catalog.Header, text("Basic ", "?", ":", "?"), "?", ""},
		{catalog.Header, text("Basic cli:cli"), "", ""},
		{catalog.Header, text("not a scheme"), "not a scheme", ""},

		{catalog.URL, text("?"), "?", ""},
		{catalog.URL, text("https://me:abc@host/"), "abc", "host/"},
		{catalog.URL, text("https://me:", "?", "@host/"), "?", "host/"},
		{catalog.URL, text("https://me@host/"), "", ""},
		{catalog.URL, text("https://host/a:b@c"), "", ""},
		{catalog.URL, text("https://host:80/"), "", ""},

		{catalog.DSN, text("me:abc@tcp(host)/db"), "abc", "tcp(host)/db"},
		{catalog.DSN, text("me:a@b@tcp(host)/db"), "a@b", "tcp(host)/db"},
		{catalog.DSN, text("host=h password=abc dbname=d"), "abc", "host=h password=abc dbname=d"},
		{catalog.DSN, text("host=h password=", "?"), "?", "host=h password=?"},
		{catalog.DSN, text("postgres://me:abc@host/db"), "abc", "host/db"},
		{catalog.DSN, text("file.db"), "", ""},
	}
	for _, test := range tests {
		s := Secret{Use: test.use, Text: test.text}
		s.narrow()
		if show(s.Text) != test.want || show(s.Host) != test.host {
			t.Errorf("%d %q: got %q at %q, want %q at %q", test.use, show(test.text), show(s.Text), show(s.Host), test.want, test.host)
		}
	}
}

func TestConstantOf(t *testing.T) {
	for text, want := range map[string]string{"": "", "abc": "", "secret": "s", "abcdefghijklmnopqrstuvwxyz": "abcd", "ab\ncdefghijklmnopqrstuvw": "ab", "\x00bcdefgh": ""} {
		if c := ConstantOf(text); c.Start != want || c.Length != len(text) {
			t.Errorf("%q: got %q of %d, want %q", text, c.Start, c.Length, want)
		}
	}
}
