package baseline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// files are sources by their absolute names.
type files map[string]string

func (f files) read(name string) ([]byte, error) {
	text, ok := f[name]
	if !ok {
		return nil, os.ErrNotExist
	}
	return []byte(text), nil
}

// find returns a finding of rule at each place of a file that holds code.
func (f files) find(rule, file, code string) []finding.Finding {
	var fs []finding.Finding
	text := f[file]
	for offset := 0; ; {
		i := strings.Index(text[offset:], code)
		if i < 0 {
			return fs
		}
		offset += i
		fs = append(fs, finding.Finding{
			Rule: rule, Category: "c", Message: "at " + file,
			Range: finding.Range{Start: position(file, text[:offset]), End: position(file, text[:offset+len(code)])},
		})
		offset += len(code)
	}
}

// position returns the position behind the text that a file begins with.
func position(file, before string) finding.Position {
	return finding.Position{
		File: file,
		Line: 1 + strings.Count(before, "\n"), Column: len(before) - strings.LastIndex(before, "\n"),
	}
}

var web = files{
	"/m/web/a.go": "package web\n\nfunc (s *Server[T]) Run() {\n\tget(s)\n\tget(s)\n}\n\nvar x = get(0)\n",
	"/m/web/b.go": "package web\n\nfunc Run() { get(1) }\n",
	"/m/b.go":     "package m\n\nfunc Run() { get(1) }\n",
}

func webFindings() []finding.Finding {
	fs := web.find("r", "/m/web/b.go", "get(1)")
	fs = append(fs, web.find("r", "/m/web/a.go", "get(s)")...)
	fs = append(fs, web.find("r", "/m/web/a.go", "get(0)")...)
	fs = append(fs, web.find("other", "/m/web/b.go", "get(1)")...)
	return append(fs, web.find("r", "/m/b.go", "get(1)")...)
}

const webText = `{
  "version": 1,
  "tests": true,
  "findings": [
    {"file":"b.go","function":"Run","rule":"r","category":"c","code":"137ad0fad7d5a121","count":1},
    {"file":"web/a.go","function":"Server.Run","rule":"r","category":"c","code":"f5fe072c1a875e73","count":2},
    {"file":"web/a.go","function":"x","rule":"r","category":"c","code":"ba0a60b7214d2042","count":1},
    {"file":"web/b.go","function":"Run","rule":"other","category":"c","code":"137ad0fad7d5a121","count":1},
    {"file":"web/b.go","function":"Run","rule":"r","category":"c","code":"137ad0fad7d5a121","count":1}
  ]
}
`

func TestMarshal(t *testing.T) {
	b := New(webFindings(), "/m", web.read)
	b.Tests = true
	text, err := b.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(webText, string(text)); diff != "" {
		t.Error(diff)
	}
	again, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b, again); diff != "" {
		t.Errorf("what is written isn't what is read: %s", diff)
	}
	if text, err = New(nil, "/m", web.read).Marshal(); err != nil {
		t.Fatal(err)
	}
	if empty, err := Parse(text); err != nil || len(empty.Entries) > 0 {
		t.Errorf("an empty baseline is read as %v (%v)", empty, err)
	}
}

func TestFilter(t *testing.T) {
	all := webFindings()
	b := New(all, "/m", web.read)
	check := func(name string, src files, fs []finding.Finding, wantShown, wantUnused int) {
		t.Helper()
		shown, unused := b.Filter(fs, "/m", src.read)
		n := 0
		for _, e := range unused {
			n += e.Count
		}
		if len(shown) != wantShown || n != wantUnused {
			t.Errorf("%s: %d shown and %d unused, want %d and %d", name, len(shown), n, wantShown, wantUnused)
		}
	}
	check("the same", web, all, 0, 0)
	check("none", web, nil, 0, len(all))
	check("one of two that are alike", web, append(all[:1:1], all[2:]...), 0, 1)
	check("one more that is alike", web, append(all[:2:2], all[1:]...), 1, 0)

	moved := files{"/m/web/c.go": "package web\n\n// Run runs.\nfunc Run() {\n\tget(\n\t\t1, // one\n\t)\n}\n"}
	code := "get(\n\t\t1, // one\n\t)"
	check("another file, another layout", moved, moved.find("r", "/m/web/c.go", code), 0, len(all)-1)
	check("another rule", moved, moved.find("unknown", "/m/web/c.go", code), 1, len(all))
	message := moved.find("r", "/m/web/c.go", code)
	message[0].Message, message[0].Severity = "reworded", "error"
	check("another message", moved, message, 0, len(all)-1)
	category := moved.find("r", "/m/web/c.go", code)
	category[0].Category = "d"
	check("another category", moved, category, 1, len(all))
	elsewhere := files{"/m/api/c.go": moved["/m/web/c.go"]}
	check("another directory", elsewhere, elsewhere.find("r", "/m/api/c.go", code), 1, len(all))
	renamed := files{"/m/web/c.go": strings.Replace(moved["/m/web/c.go"], "func Run", "func Walk", 1)}
	check("another function", renamed, renamed.find("r", "/m/web/c.go", code), 1, len(all))
}

func TestString(t *testing.T) {
	tests := map[string]Entry{
		"r in a.go, T.Run (2)": {File: "a.go", Function: "T.Run", Rule: "r", Count: 2},
		"r in a.go":            {File: "a.go", Rule: "r", Count: 1},
	}
	for want, e := range tests {
		if got := e.String(); got != want {
			t.Errorf("String is %q, want %q", got, want)
		}
	}
}

func TestFilterWithoutSource(t *testing.T) {
	fs := webFindings()
	b := New(fs, "/m", files{}.read)
	if shown, unused := b.Filter(fs, "/m", files{}.read); len(shown)+len(unused) > 0 {
		t.Errorf("%d shown, %d unused", len(shown), len(unused))
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", "line 1: unexpected end of JSON input"},
		{"conflict", "{\n\"version\": 1,\n<<<<<<< HEAD\n", "line 3: invalid character '<'"},
		{"other type", "{\n\"version\": \"1\"}", "line 2: json: cannot unmarshal string"},
		{"no version", `{"findings": []}`, "this is no baseline of version 1, which this integrationlint reads; its version is 0"},
		{"later version", `{"version": 2, "fingerprints": {}}`, "its version is 2"},
		{"unknown key", `{"version": 1, "entries": []}`, `json: unknown field "entries"`},
		{"no rule", `{"version": 1, "findings": [{"file": "a.go", "code": "0", "count": 1}]}`, "entry 1 lacks a file, rule, code or count"},
		{"no count", `{"version": 1, "findings": [{"file": "a.go", "rule": "r", "code": "0"}]}`, "entry 1 lacks"},
		{"two", "{\"version\": 1}\n{}", "line 2: invalid character '{'"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse([]byte(test.text))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %s", err, test.want)
			}
		})
	}
}

func TestRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "b.json")
	if _, err := Read(file); err == nil {
		t.Error("no error for a file that isn't there")
	}
	if err := os.WriteFile(file, []byte(webText), 0o644); err != nil {
		t.Fatal(err)
	}
	if b, err := Read(file); err != nil || len(b.Entries) != 5 {
		t.Errorf("%v (%v)", b, err)
	}
	if err := os.WriteFile(file, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(file); err == nil || !strings.HasPrefix(err.Error(), file+": line 1: ") {
		t.Errorf("error %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(webText))
	f.Add([]byte(`{"version": 1}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		b, err := Parse(text)
		if err != nil {
			return
		}
		text, err = b.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Parse(text)
		if err != nil {
			t.Fatalf("what is written can't be read: %v", err)
		}
		if len(b.Entries) == 0 {
			b.Entries = again.Entries // nil or empty
		}
		if diff := cmp.Diff(b, again); diff != "" {
			t.Error(diff)
		}
	})
}
