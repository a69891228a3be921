package lsp

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

func TestRangeIn(t *testing.T) {
	text := finding.NewText([]byte("\ufeffab\r\né😀cd\r\n"))
	pos := func(line, column int) finding.Position {
		return finding.Position{File: "f", Line: line, Column: column}
	}
	tests := map[string]struct {
		start, end finding.Position
		want       textRange
	}{
		"byte order mark": {pos(1, 4), pos(1, 5), textRange{position{0, 0}, position{0, 1}}},
		"two units":       {pos(2, 7), pos(2, 8), textRange{position{1, 3}, position{1, 4}}},
		"lines":           {pos(1, 5), pos(2, 3), textRange{position{0, 1}, position{1, 1}}},
		"no end":          {pos(2, 7), pos(2, 7), textRange{position{1, 3}, position{1, 5}}},
		"no column":       {pos(2, 0), pos(2, 0), textRange{position{1, 0}, position{1, 5}}},
		"no line":         {pos(0, 0), pos(0, 0), textRange{}},
		"end elsewhere":   {pos(2, 7), finding.Position{File: "g", Line: 9, Column: 1}, textRange{position{1, 3}, position{1, 5}}},
		"behind the end":  {pos(2, 90), pos(7, 1), textRange{position{1, 5}, position{2, 0}}},
	}
	for name, test := range tests {
		got := rangeIn(text, finding.Range{Start: test.start, End: test.end})
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestEdits checks that edits are of whole lines with their own ends, and format what was formatted.
func TestEdits(t *testing.T) {
	tests := map[string]struct{ content, insert, want string }{
		"plain":    {"package p\n\nvar x = 1\n", "var y=2\n", "var y = 2\n"},
		"crlf":     {"package p\r\n\r\nvar x = 1\r\n", "var y=2\n", "var y = 2\r\n"},
		"bom":      {"\ufeffpackage p\n\nvar x = 1\n", "var y=2\n", "var y = 2\n"},
		"unformed": {"package p\n\nvar x=1\n", "var y=2\n", "var y=2\n"},
	}
	for name, test := range tests {
		n := len(test.content)
		r := newReport([]byte(test.content), nil)
		edits, err := r.edits(&finding.Fix{Edits: []finding.Edit{{Start: n, End: n, New: test.insert}}})
		want := []textEdit{{textRange{position{3, 0}, position{3, 0}}, test.want}}
		if diff := cmp.Diff(want, edits); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
	}
	if _, err := newReport([]byte("package p\n"), nil).edits(&finding.Fix{Edits: []finding.Edit{{New: "}"}}}); err == nil {
		t.Error("an edit that makes the file no Go is offered")
	}
}

func TestSeverity(t *testing.T) {
	tests := map[passes.Severity]int{passes.Error: 1, passes.Warning: 2, passes.Advisory: 3}
	for s, want := range tests {
		if got := severity(s); got != want {
			t.Errorf("%s: %d", s, got)
		}
	}
}

func TestOverlaps(t *testing.T) {
	g := textRange{position{1, 2}, position{1, 5}}
	tests := map[textRange]bool{
		{position{1, 5}, position{1, 5}}: true, // the cursor behind it
		{position{1, 2}, position{1, 2}}: true,
		{position{0, 0}, position{9, 0}}: true,
		{position{1, 6}, position{1, 7}}: false,
		{position{0, 0}, position{1, 1}}: false,
	}
	for o, want := range tests {
		if got := g.overlaps(o); got != want {
			t.Errorf("%v: %v", o, got)
		}
	}
}
