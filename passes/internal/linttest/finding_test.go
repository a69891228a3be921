package linttest

import (
	"strings"
	"testing"
)

func TestMessageFault(t *testing.T) {
	file, err := parseFile("package p\n\nfunc Fetch() {}\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ message, want string }{
		{"request can block for ever", ""},
		{"Fetch can block for ever", ""},
		{"Fetch: can block for ever", ""},
		{"Other can block for ever", "begins with an upper-case letter"},
		{"http.Get can block for ever", ""},
		{"Client.Do can block for ever", ""},
		{"(*Client).Do can block for ever", ""},
		{`"Other" is no rule`, ""},
		{"`Other` is no rule", ""},
		{"3 requests can block for ever", ""},
		{"The request can block for ever", "begins with an upper-case letter"},
		{"", "is empty"},
		{"request can block for ever ", "ends with a space"},
		{"request can block\nfor ever", "has several lines"},
		{"request can block for ever.", "ends with a period"},
		{"request fails httptimeout", "names the rule"},
		{"HTTPTimeout: request", "names the rule"},
		{"httptimeouts differ", ""},
		{"potential hang", `says "potential"`},
		{"this potentially hangs", `says "potentially"`},
		{"request hangs, please set a timeout", `says "please"`},
		{"timeout must be set", `says "must"`},
		{"mustard", ""},
	} {
		if got := messageFault("httptimeout", test.message, file); !matches(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.message, got, test.want)
		}
	}
	if got := messageFault("directive", "ignore directive names no rule", file); got != "" {
		t.Errorf("the rule directive may not speak of directives: %q", got)
	}
}

func TestFixMessageFault(t *testing.T) {
	for _, test := range []struct{ message, want string }{
		{"Add Timeout: 30 * time.Second to the client", ""},
		{"Pass the context", ""},
		{"", "does not begin with an upper-case letter"},
		{"add a timeout", "does not begin with an upper-case letter"},
		{"Add a timeout.", "ends with a period"},
		{"Adds a timeout", "does not begin with an imperative"},
		{"Adding a timeout", "does not begin with an imperative"},
		{"Added a timeout", "does not begin with an imperative"},
		{" Add a timeout", "begins or ends with a space"},
		{"Add\na timeout", "begins or ends with a space, or has several lines"},
	} {
		if got := fixMessageFault(test.message); !matches(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.message, got, test.want)
		}
	}
}

// matches reports whether a fault is the wanted one; no fault is "".
func matches(got, want string) bool {
	return (got == "") == (want == "") && strings.Contains(got, want)
}
