package finding

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

var byteOrderMark = []byte("\ufeff")

// TrimByteOrderMark returns a content without the byte order mark that it may begin with.
func TrimByteOrderMark(content []byte) []byte { return bytes.TrimPrefix(content, byteOrderMark) }

// PositionAt returns the position of a byte offset of a file with that content.
func PositionAt(file string, content []byte, offset int) Position {
	head := content[:offset]
	return Position{
		File:   file,
		Line:   bytes.Count(head, []byte("\n")) + 1,
		Column: offset - (bytes.LastIndexByte(head, '\n') + 1) + 1,
	}
}

// A Text is the content of a file in lines, without their ends.
type Text [][]byte

// NewText returns the lines of a content.
func NewText(content []byte) Text {
	lines := bytes.Split(content, []byte("\n"))
	for i, line := range lines {
		lines[i] = bytes.TrimSuffix(line, []byte("\r"))
	}
	return lines
}

// Cut returns the text of p's line in front of p, and the rest of the line. A byte order mark isn't text.
func (t Text) Cut(p Position) (head, rest []byte) {
	if p.Line < 1 || p.Line > len(t) {
		return nil, nil
	}
	line := t[p.Line-1]
	n := min(max(p.Column-1, 0), len(line))
	head, rest = line[:n], line[n:]
	if p.Line == 1 {
		head = TrimByteOrderMark(head)
	}
	return head, rest
}

// UTF16Len returns the length of a text in UTF-16 code units. The go command counts bytes; editors and
// forges count these.
func UTF16Len(text []byte) int {
	n := 0
	for len(text) > 0 {
		c, size := utf8.DecodeRune(text)
		n += utf16.RuneLen(c)
		text = text[size:]
	}
	return n
}
