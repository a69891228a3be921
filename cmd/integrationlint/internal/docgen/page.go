package docgen

import (
	"go/doc/comment"
	"strings"
)

// A page is the documentation of one rule, taken apart.
type page struct {
	name     string
	summary  string       // the first line, without the name
	doc      *comment.Doc // what follows it: intro and sections
	intro    []comment.Block
	sections []section
}

// A section is a heading and what stands below it.
type section struct {
	title   string
	heading *comment.Heading
	blocks  []comment.Block
}

// parse takes apart an analyzer's Doc: a line "NAME: summary", prose, and sections
// under headings, in the syntax of Go's doc comments.
func parse(name, doc string) page {
	first, rest, _ := strings.Cut(strings.TrimSpace(doc), "\n")
	var parser comment.Parser
	p := page{
		name:    name,
		summary: strings.TrimSpace(strings.TrimPrefix(first, name+":")),
		doc:     parser.Parse(rest),
	}
	for _, block := range p.doc.Content {
		if heading, ok := block.(*comment.Heading); ok {
			p.sections = append(p.sections, section{title: text(&comment.Paragraph{Text: heading.Text}), heading: heading})
			continue
		}
		blocks := &p.intro
		if n := len(p.sections); n > 0 {
			blocks = &p.sections[n-1].blocks
		}
		*blocks = append(*blocks, block)
	}
	return p
}

// section returns what stands below the heading, or nothing.
func (p page) section(title string) []comment.Block {
	for _, s := range p.sections {
		if s.title == title {
			return s.blocks
		}
	}
	return nil
}

// fixable reports whether the rule offers a fix. A rule that doesn't says so at the
// beginning of "Fix safety".
func (p page) fixable() bool {
	safety := text(p.section("Fix safety")...)
	return safety != "" && !strings.HasPrefix(safety, "There is no fix")
}

// text returns blocks as plain text, each paragraph on one line.
func text(blocks ...comment.Block) string {
	printer := comment.Printer{TextWidth: -1}
	return strings.TrimSpace(string(printer.Text(&comment.Doc{Content: blocks})))
}

// slug is the part of an anchor that stands for a heading.
func slug(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			return r
		case 'A' <= r && r <= 'Z':
			return r - 'A' + 'a'
		}
		return '-'
	}, title)
}
