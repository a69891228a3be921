// Package patch makes new file contents out of suggested fixes: it merges the
// edits of several fixes, applies and formats them, prints the outcome as a diff, and writes it.
package patch

import (
	"bytes"
	"cmp"
	"fmt"
	"go/format"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// Merge joins the edits of fixes, taken in their order, by file. A fix is taken whole or, when
// one of its edits touches what an earlier fix edits, not at all; conflicts are the
// indices of those. An edit that several fixes have in common, such as an added import, is made once.
func Merge(fixes []finding.Fix) (edits map[string][]finding.Edit, conflicts []int) {
	edits = map[string][]finding.Edit{}
	for i, fix := range fixes {
		joined := map[string][]finding.Edit{}
		for _, e := range fix.Edits {
			if _, ok := joined[e.File]; !ok {
				joined[e.File] = slices.Clone(edits[e.File])
			}
			if !slices.Contains(edits[e.File], e) {
				joined[e.File] = append(joined[e.File], e)
			}
		}
		fits := true
		for _, es := range joined {
			sortEdits(es)
			fits = fits && !overlap(es)
		}
		if !fits {
			conflicts = append(conflicts, i)
			continue
		}
		maps.Copy(edits, joined)
	}
	return edits, conflicts
}

// sortEdits orders edits by place; insertions at one place keep their order.
func sortEdits(edits []finding.Edit) {
	slices.SortStableFunc(edits, func(a, b finding.Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
}

func overlap(sorted []finding.Edit) bool {
	for i := 1; i < len(sorted); i++ {
		if sorted[i].Start < sorted[i-1].End {
			return true
		}
	}
	return false
}

var (
	byteOrderMark = []byte("\ufeff")
	lf, crlf      = []byte("\n"), []byte("\r\n")
)

// Apply makes the edits of one Go file and formats the outcome as gofmt does if
// src was formatted; a file that wasn't is left as its owner likes it. A byte order mark stays,
// and so do Windows line ends if all of src has them.
func Apply(src []byte, edits []finding.Edit) ([]byte, error) {
	raw := make([]udiff.Edit, len(edits))
	for i, e := range edits {
		raw[i] = udiff.Edit{Start: e.Start, End: e.End, New: e.New}
	}
	edited, err := udiff.ApplyBytes(src, raw)
	if err != nil {
		return nil, err
	}
	hasCRLF := bytes.Contains(src, crlf) && bytes.Count(src, crlf) == bytes.Count(src, lf)
	plain := func(text []byte) []byte {
		text = bytes.TrimPrefix(text, byteOrderMark)
		if hasCRLF {
			text = bytes.ReplaceAll(text, crlf, lf)
		}
		return text
	}
	out := plain(edited)
	// format.Source would take a list of statements as well.
	_, err = parser.ParseFile(token.NewFileSet(), "", out, parser.PackageClauseOnly)
	formatted, ferr := format.Source(out)
	if err := cmp.Or(err, ferr); err != nil {
		return nil, fmt.Errorf("the outcome is no Go: %w", err)
	}
	if was, err := format.Source(plain(src)); err == nil && bytes.Equal(was, plain(src)) {
		out = formatted
	}
	if hasCRLF {
		out = bytes.ReplaceAll(out, lf, crlf)
	}
	if bytes.HasPrefix(src, byteOrderMark) {
		out = append(slices.Clone(byteOrderMark), out...)
	}
	return out, nil
}

// A Change is the old and the new content of a file.
type Change struct {
	File     string // absolute
	Old, New []byte
}

// Diff returns the change as a unified diff of a/name and b/name.
func (c Change) Diff(name string) string {
	return udiff.Unified("a/"+name, "b/"+name, string(c.Old), string(c.New))
}

// A LineMap tells where the lines of a file are after a change.
type LineMap []hunk

// A hunk says that n old lines from old became m new lines from new.
type hunk struct{ old, n, new, m int }

// LineMap returns the map from the old lines to the new ones.
func (c Change) LineMap() LineMap {
	var hunks LineMap
	shift := 0
	for _, e := range udiff.Lines(string(c.Old), string(c.New)) {
		h := hunk{
			old: bytes.Count(c.Old[:e.Start], lf) + 1,
			n:   countLines(string(c.Old[e.Start:e.End])),
			m:   countLines(e.New),
		}
		h.new = h.old + shift
		shift += h.m - h.n
		hunks = append(hunks, h)
	}
	return hunks
}

// countLines counts lines; the last one may lack its end.
func countLines(text string) int {
	n := strings.Count(text, "\n")
	if text != "" && !strings.HasSuffix(text, "\n") {
		n++
	}
	return n
}

// First returns where an old line is now; if it was replaced, where the replacement begins.
func (m LineMap) First(line int) int {
	first, _ := m.lines(line)
	return first
}

// Last returns where an old line is now; if it was replaced, where the replacement ends.
func (m LineMap) Last(line int) int {
	_, last := m.lines(line)
	return last
}

func (m LineMap) lines(line int) (first, last int) {
	shift := 0
	for _, h := range m {
		if line < h.old {
			break
		}
		if line < h.old+h.n {
			return h.new, h.new + max(h.m-1, 0)
		}
		shift += h.m - h.n
	}
	return line + shift, line + shift
}
