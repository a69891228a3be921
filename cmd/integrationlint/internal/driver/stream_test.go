package driver

import (
	"bufio"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

const sampleStream = `# example.com/p
{
	"example.com/p [example.com/p.test]": {
		"rule": [
			{
				"category": "client",
				"posn": "/m/p/a.go:3:4",
				"end": "/m/p/a.go:3:9",
				"message": "# not a comment",
				"suggested_fixes": [
					{"message": "first", "edits": [{"filename": "/m/p/a.go", "start": 1, "end": 2, "new": "x"}]},
					{"message": "second"}
				],
				"related": [{"posn": "/m/p/b.go:1:2", "end": "/m/p/b.go:1:3", "message": "here"}]
			}
		],
		"other": {"error": "it broke"}
	}
}
{}
# example.com/q
# [example.com/q]
{"example.com/q [dependency]": {"rule": [{"posn": "/m/q/a.go:1:1", "message": "m"}]}}
`

func TestDecodeStream(t *testing.T) {
	calls := 0
	got, err := decodeStream(strings.NewReader(sampleStream), func() { calls++ })
	if err != nil {
		t.Fatal(err)
	}
	p := finding.Position{File: "/m/p/a.go", Line: 3, Column: 4}
	q := finding.Position{File: "/m/q/a.go", Line: 1, Column: 1}
	want := []finding.Finding{
		{
			Rule: "rule", Category: "client", Package: "example.com/p", Message: "# not a comment",
			Range: finding.Range{Start: p, End: finding.Position{File: "/m/p/a.go", Line: 3, Column: 9}},
			Fix:   &finding.Fix{Message: "first", Edits: []finding.Edit{{File: "/m/p/a.go", Start: 1, End: 2, New: "x"}}},
			Related: []finding.Related{{
				Range: finding.Range{
					Start: finding.Position{File: "/m/p/b.go", Line: 1, Column: 2},
					End:   finding.Position{File: "/m/p/b.go", Line: 1, Column: 3},
				},
				Message: "here",
			}},
		},
		{Rule: "rule", Package: "example.com/q", Dependency: true, Message: "m", Range: finding.Range{Start: q, End: q}},
	}
	if diff := cmp.Diff(want, got.findings); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"example.com/p: analyzer other failed: it broke"}, got.failures); diff != "" {
		t.Error(diff)
	}
	if got.units != 3 || calls != 3 {
		t.Errorf("%d units, %d calls; want 3", got.units, calls)
	}
}

func TestDecodeStreamErrors(t *testing.T) {
	tests := map[string]string{
		"no JSON":         "vet: oops\n",
		"cut off":         `{"p": {"rule": [`,
		"not an object":   `["p"]`,
		"odd diagnostics": `{"p": {"rule": "x"}}`,
		"odd error":       `{"p": {"rule": {"error": 1}}}`,
	}
	for name, text := range tests {
		if _, err := decodeStream(strings.NewReader(text), func() {}); err == nil || !strings.Contains(err.Error(), "unexpected output of go vet") {
			t.Errorf("%s: error is %v", name, err)
		}
	}
}

func TestCommentFilter(t *testing.T) {
	const text = "# a\nb\n#\n  # c\n\nd#\n#e"
	for name, r := range map[string]io.Reader{"whole": strings.NewReader(text), "byte by byte": iotest.OneByteReader(strings.NewReader(text))} {
		got, err := io.ReadAll(&commentFilter{r: bufio.NewReader(r)})
		if want := "b\n  # c\n\nd#\n"; err != nil || string(got) != want {
			t.Errorf("%s: %q (%v), want %q", name, got, err, want)
		}
	}
}

func FuzzDecodeStream(f *testing.F) {
	f.Add(sampleStream)
	f.Add(`{"p":{"rule":null}}{}`)
	f.Add("#\n{\"\":{\"\":[{}]}}")
	f.Fuzz(func(t *testing.T, text string) {
		units := 0
		s, err := decodeStream(strings.NewReader(text), func() { units++ })
		if s == nil || err == nil && s.units != units {
			t.Fatalf("%d units counted, %d told: %v", s.units, units, err)
		}
		for _, f := range s.findings {
			if strings.Contains(f.Package, " ") {
				t.Errorf("package %q", f.Package)
			}
			if f.Fix != nil && f.End.File == "" && f.Start.File != "" {
				t.Errorf("finding without an end: %+v", f)
			}
		}
	})
}
