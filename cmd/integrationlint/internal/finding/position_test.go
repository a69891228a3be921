package finding

import "testing"

func TestPositionAt(t *testing.T) {
	content := []byte("ab\ncd\n")
	for offset, want := range []string{"f:1:1", "f:1:2", "f:1:3", "f:2:1", "f:2:2", "f:2:3", "f:3:1"} {
		if got := PositionAt("f", content, offset).String(); got != want {
			t.Errorf("PositionAt(%d) = %s, want %s", offset, got, want)
		}
	}
}

func TestCut(t *testing.T) {
	text := NewText([]byte("\ufeffab\r\né😀c"))
	tests := []struct {
		line, column int
		head, rest   string
		units        int
	}{
		{1, 4, "", "ab", 0}, // behind the byte order mark
		{1, 5, "a", "b", 1},
		{2, 7, "é😀", "c", 3},
		{2, 0, "", "é😀c", 0},
		{2, 99, "é😀c", "", 4},
		{0, 1, "", "", 0},
		{3, 1, "", "", 0},
	}
	for _, test := range tests {
		head, rest := text.Cut(Position{Line: test.line, Column: test.column})
		if string(head) != test.head || string(rest) != test.rest || UTF16Len(head) != test.units {
			t.Errorf("%d:%d: %q, %q, %d units", test.line, test.column, head, rest, UTF16Len(head))
		}
	}
}

func TestIsEmpty(t *testing.T) {
	start := Position{File: "f", Line: 2, Column: 3}
	tests := map[Position]bool{
		{File: "f", Line: 2, Column: 4}: false,
		{File: "f", Line: 3, Column: 1}: false,
		{File: "f", Line: 2, Column: 3}: true,
		{File: "f", Line: 1, Column: 9}: true,
		{File: "g", Line: 9, Column: 1}: true,
	}
	for end, want := range tests {
		if got := (Range{start, end}).IsEmpty(); got != want {
			t.Errorf("up to %s: %v", end, got)
		}
	}
}
