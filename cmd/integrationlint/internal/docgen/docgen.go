// Package docgen prints the documentation of the rules: the page docs/rules.md
// and what "integrationlint explain" shows.
//
// The only source is what the analyzers carry in Doc, the text of each rule's doc.go.
package docgen

import (
	"bytes"
	"fmt"
	"go/doc/comment"
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/passes"
)

//go:generate go test . -run=^TestRulesPage$ -update

// Explain returns the documentation of a rule as plain text, at most 80 columns wide
// but for code and links.
func Explain(rule passes.Rule) string {
	p := parse(rule.Analyzer.Name, rule.Analyzer.Doc)
	printer := comment.Printer{TextCodePrefix: "    "}
	return fmt.Sprintf("%s: %s\n\nSeverity %s.\n\n%s\nOnline: %s\n",
		p.name, p.summary, properties(rule, rule.CWE), printer.Text(p.doc), rule.Analyzer.URL)
}

// Brief returns, as Markdown, what a rule finds and why, with a link to all of its documentation.
func Brief(rule passes.Rule) string {
	p := parse(rule.Analyzer.Name, rule.Analyzer.Doc)
	var out bytes.Buffer
	fmt.Fprintf(&out, "**%s**: %s\n", p.name, plain(p.summary))
	for _, s := range p.sections {
		if s.title == "Why" {
			writeBlocks(&out, s.blocks, false)
		}
	}
	fmt.Fprintf(&out, "\n[Documentation](%s)\n", rule.Analyzer.URL)
	return out.String()
}

// properties are the severity of a rule and of categories that differ, the release that it came with and the
// weaknesses that it finds.
func properties(rule passes.Rule, weaknesses []string) string {
	severity := string(rule.Severity)
	if len(rule.Advisory) > 0 {
		severity += fmt.Sprintf(" (category %s: %s)", strings.Join(rule.Advisory, ", "), passes.Advisory)
	}
	return strings.Join(append([]string{severity, "since " + rule.Since}, weaknesses...), ", ")
}

const pageHead = `<!-- Generated from passes/*/doc.go by "go generate ./..."; do not edit. -->

# Rules

`

// Markdown returns the page that documents all rules: a table, and a chapter
// for each rule. Its anchors are the rule's name and, for the sections,
// "NAME-options" and the like.
func Markdown(rules []passes.Rule) []byte {
	var out bytes.Buffer
	out.WriteString(pageHead)
	out.WriteString("| Rule | Finds | Severity | CWE | Since | Fix |\n|---|---|---|---|---|---|\n")
	for _, rule := range rules {
		writeRow(&out, rule)
	}
	for _, rule := range rules {
		writeChapter(&out, rule)
	}
	return out.Bytes()
}

func writeRow(out *bytes.Buffer, rule passes.Rule) {
	p := parse(rule.Analyzer.Name, rule.Analyzer.Doc)
	fix := "no"
	if p.fixable() {
		fix = "yes"
	}
	summary := strings.ReplaceAll(plain(p.summary), "|", `\|`)
	fmt.Fprintf(out, "| [%s](#%[1]s) | %s | %s | %s | %s | %s |\n",
		p.name, summary, rule.Severity, strings.Join(cweLinks(rule.CWE), ", "), rule.Since, fix)
}

func writeChapter(out *bytes.Buffer, rule passes.Rule) {
	p := parse(rule.Analyzer.Name, rule.Analyzer.Doc)
	fmt.Fprintf(out, "\n## %s\n\n%s\n\nSeverity %s.\n", p.name, plain(p.summary), properties(rule, cweLinks(rule.CWE)))
	writeBlocks(out, p.intro, false)
	for _, s := range p.sections {
		fmt.Fprintf(out, "\n<a id=\"%s-%s\"></a>\n", p.name, slug(s.title))
		writeBlocks(out, []comment.Block{s.heading}, false)
		writeBlocks(out, s.blocks, s.title == "Bad" || s.title == "Good")
	}
}

// writeBlocks writes a blank line and the blocks. With golang, their code is Go.
func writeBlocks(out *bytes.Buffer, blocks []comment.Block, golang bool) {
	printer := comment.Printer{
		HeadingID:      func(*comment.Heading) string { return "" }, // GitHub would show it as text
		DocLinkBaseURL: "https://pkg.go.dev",
	}
	for _, block := range blocks {
		out.WriteByte('\n')
		if code, ok := block.(*comment.Code); ok && golang {
			writeGo(out, code.Text)
			continue
		}
		out.Write(printer.Markdown(&comment.Doc{Content: []comment.Block{block}}))
	}
}

// writeGo writes a fenced block, with a fence that doesn't occur in the code.
func writeGo(out *bytes.Buffer, code string) {
	fence := "```"
	for strings.Contains(code, fence) {
		fence += "`"
	}
	fmt.Fprintf(out, "%sgo\n%s%s\n", fence, code, fence)
}

// plain escapes what Markdown would take for markup.
func plain(text string) string {
	paragraph := &comment.Paragraph{Text: []comment.Text{comment.Plain(text)}}
	var printer comment.Printer
	return strings.TrimSpace(string(printer.Markdown(&comment.Doc{Content: []comment.Block{paragraph}})))
}

func cweLinks(ids []string) []string {
	links := slices.Clone(ids)
	for i, id := range ids {
		links[i] = fmt.Sprintf("[%s](https://cwe.mitre.org/data/definitions/%s.html)", id, strings.TrimPrefix(id, "CWE-"))
	}
	return links
}
