package output

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

// writeText writes a line per finding, which editors and other tools can
// parse. With colour it adds what helps a person: the source line and the related places.
func writeText(w io.Writer, r *Report) error {
	p := newPalette(r.Color)
	var out bytes.Buffer
	for _, f := range r.Findings {
		at := f.Start
		at.File = finding.Relative(r.Dir, at.File)
		fmt.Fprintf(&out, "%s %s %s\n", p.place(at.String()+":"), oneLine(f.Message), p.rule(f.Severity, "("+f.Rule+")"))
		if r.Color {
			r.snippet(&out, f.Range, p)
			shown, more := shownRelated(f)
			for _, related := range shown {
				at := related.Start
				at.File = finding.Relative(r.Dir, at.File)
				fmt.Fprintf(&out, "    %s %s\n", p.place(at.String()+":"), oneLine(related.Message))
			}
			if more > 0 {
				fmt.Fprintf(&out, "    and %s\n", Plural(more, "more place"))
			}
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

// oneLine returns the text with its line ends as spaces: a finding is one line.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// snippet writes the source line of a range, and marks the range below it.
func (r *Report) snippet(out *bytes.Buffer, g finding.Range, p palette) {
	head, rest := r.shown(g.Start.File).Cut(g.Start)
	if len(bytes.TrimSpace(rest)) == 0 {
		return
	}
	marked := markedLength(g, rest)
	blank := strings.Map(func(c rune) rune {
		if c == '\t' {
			return c
		}
		return ' '
	}, string(head))
	width := max(utf8.RuneCount(rest[:marked]), 1)
	fmt.Fprintf(out, "    %s%s\n    %s%s\n", head, rest, blank, p.mark("^"+strings.Repeat("~", width-1)))
}

// markedLength returns how many bytes of rest, which is what follows the range's start in its line, the range covers.
func markedLength(g finding.Range, rest []byte) int {
	if g.End.Line == g.Start.Line && !g.IsEmpty() {
		return min(g.End.Column-g.Start.Column, len(rest))
	}
	return len(rest)
}

// A palette colours pieces of text.
type palette struct {
	place, mark func(a ...any) string
	severities  map[passes.Severity]func(a ...any) string
}

func newPalette(on bool) palette {
	style := func(attributes ...color.Attribute) func(a ...any) string {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	return palette{
		place: style(color.Bold),
		mark:  style(color.FgGreen),
		severities: map[passes.Severity]func(a ...any) string{
			passes.Error:    style(color.FgRed),
			passes.Warning:  style(color.FgYellow),
			passes.Advisory: style(color.FgCyan),
		},
	}
}

func (p palette) rule(severity passes.Severity, text string) string {
	if style, ok := p.severities[severity]; ok {
		return style(text)
	}
	return text
}
