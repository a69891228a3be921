package lsp

import (
	"bytes"

	"github.com/aymanbagabas/go-udiff"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/patch"
	"github.com/integrationlint/integrationlint/passes"
)

// A report is what was found in a file, and the content in which it was found.
type report struct {
	content  []byte
	text     finding.Text
	findings []finding.Finding
}

func newReport(content []byte, fs []finding.Finding) *report {
	return &report{content: content, text: finding.NewText(content), findings: fs}
}

// at converts a position. What is unknown, or lies behind the content, is as near as can be.
func at(text finding.Text, p finding.Position) position {
	head, _ := text.Cut(p)
	return position{Line: max(min(p.Line, len(text)), 1) - 1, Character: finding.UTF16Len(head)}
}

// rangeIn converts a range. One without an end of its own reaches to the end of its line, since an empty one
// would be hard to see.
func rangeIn(text finding.Text, g finding.Range) textRange {
	end := g.End
	if g.IsEmpty() {
		_, rest := text.Cut(g.Start)
		end = g.Start
		end.Column = max(end.Column, 1) + len(rest)
	}
	return textRange{at(text, g.Start), at(text, end)}
}

// diagnostic converts a finding of the report; texts are those of the files with related places.
func (r *report) diagnostic(f finding.Finding, texts func(file string) finding.Text) diagnostic {
	d := diagnostic{
		Range:    rangeIn(r.text, f.Range),
		Severity: severity(f.Severity),
		Code:     f.Rule,
		Source:   name,
		Message:  f.Message,
	}
	if f.URL != "" {
		d.CodeDescription = &codeDescription{f.URL}
	}
	for _, related := range f.Related {
		file := related.Start.File
		d.RelatedInformation = append(d.RelatedInformation, relatedInformation{
			Location: location{fileURI(file), rangeIn(texts(file), related.Range)},
			Message:  related.Message,
		})
	}
	return d
}

func severity(s passes.Severity) int {
	switch s {
	case passes.Error:
		return severityError
	case passes.Warning:
		return severityWarning
	}
	return severityInformation
}

// edits returns what the fix of a finding changes in the content, formatted as -fix does it.
func (r *report) edits(fix *finding.Fix) ([]textEdit, error) {
	fixed, err := patch.Apply(r.content, fix.Edits)
	if err != nil {
		return nil, err
	}
	// An editor's buffer has no byte order mark.
	before, after := finding.TrimByteOrderMark(r.content), finding.TrimByteOrderMark(fixed)
	var edits []textEdit
	for _, e := range udiff.Lines(string(before), string(after)) {
		start, end := finding.PositionAt("", before, e.Start), finding.PositionAt("", before, e.End)
		edits = append(edits, textEdit{textRange{at(r.text, start), at(r.text, end)}, e.New})
	}
	return edits, nil
}

// overlaps reports whether two ranges have a place in common, be it where they touch.
func (g textRange) overlaps(o textRange) bool {
	return !g.End.before(o.Start) && !o.End.before(g.Start)
}

func (p position) before(q position) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Character < q.Character
}

// isContent reports whether a buffer holds what a file does; a byte order mark doesn't count.
func isContent(buffer string, file []byte) bool {
	return bytes.Equal([]byte(buffer), finding.TrimByteOrderMark(file))
}
