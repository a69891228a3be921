// Package output writes findings in the formats that people and programs read.
package output

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

// A Report is what a run found.
type Report struct {
	// Version is integrationlint's own version.
	Version string
	// Dir is the working directory. A person and the json format see paths relative to it.
	Dir string
	// Root is the directory of the repository. What a forge reads has paths relative to it.
	Root string
	// Rules are the rules that ran, with the severities that they have in this run.
	Rules []passes.Rule
	// Findings are in the order in which they are written. Their file names are absolute.
	Findings []finding.Finding
	// Errors say what could not be analysed.
	Errors []string
	// Read returns the content of a source file.
	Read finding.Reader
	// Color lets the text format use colour and show source lines.
	Color bool

	lines       map[string]finding.Text
	hashes      map[string][]string
	secretFiles map[string]bool
}

// A Formatter writes a report in one format.
type Formatter func(io.Writer, *Report) error

var formatters = map[string]Formatter{
	"text":       writeText,
	"json":       writeJSON,
	"sarif":      writeSARIF,
	"github":     writeGitHub,
	"gitlab":     writeGitLab,
	"checkstyle": writeCheckstyle,
	"junit":      writeJUnit,
	"rdjson":     writeRDJSON,
	"html":       writeHTML,
}

// Names are the names of the formats.
func Names() []string { return slices.Sorted(maps.Keys(formatters)) }

// Named returns the formatter of that name, or nil.
func Named(name string) Formatter { return formatters[name] }

// file returns the lines of a file; none if the file can't be read.
func (r *Report) file(name string) finding.Text {
	if lines, ok := r.lines[name]; ok {
		return lines
	}
	var lines finding.Text
	if data, err := r.Read(name); err == nil {
		lines = finding.NewText(data)
	}
	if r.lines == nil {
		r.lines = map[string]finding.Text{}
	}
	r.lines[name] = lines
	return lines
}

// column returns the column of p in UTF-16 code units from 1, or 0 if it is unknown.
func (r *Report) column(p finding.Position) int {
	if p.Column == 0 {
		return 0
	}
	head, rest := r.file(p.File).Cut(p)
	if len(head)+len(rest) == 0 {
		return p.Column
	}
	return finding.UTF16Len(head) + 1
}

// A group is a list of things that have something in common, and its name.
type group[T any] struct {
	Name  string
	Items []T
}

// groupBy returns the items by what key returns, in the order in which the keys appear.
func groupBy[T any](items []T, key func(T) string) []group[T] {
	var groups []group[T]
	index := map[string]int{}
	for _, item := range items {
		name := key(item)
		i, ok := index[name]
		if !ok {
			i = len(groups)
			index[name] = i
			groups = append(groups, group[T]{Name: name})
		}
		groups[i].Items = append(groups[i].Items, item)
	}
	return groups
}

// byPath returns the findings by their files, which are named as a forge names them.
func (r *Report) byPath() []group[finding.Finding] {
	return groupBy(r.Findings, func(f finding.Finding) string { return finding.Relative(r.Root, f.Start.File) })
}

// severities are all severities, the gravest first.
var severities = []passes.Severity{passes.Error, passes.Warning, passes.Advisory}

// Hidden says how many findings are not shown, and why.
type Hidden struct {
	Count int
	// By names what hides them: "the baseline".
	By string
}

// Summary returns a line that counts the findings that are shown and those that are hidden.
func Summary(shown []finding.Finding, hidden []Hidden) string {
	text := countSeverities(shown)
	var parts []string
	for _, h := range hidden {
		parts = append(parts, fmt.Sprintf("%d hidden by %s", h.Count, h.By))
	}
	if len(parts) > 0 {
		text += " (" + strings.Join(parts, ", ") + ")"
	}
	return text
}

func countSeverities(fs []finding.Finding) string {
	if len(fs) == 0 {
		return "no findings"
	}
	n := finding.Count(fs)
	var parts []string
	for _, severity := range severities {
		if n[severity] > 0 {
			parts = append(parts, Plural(n[severity], string(severity)))
		}
	}
	return fmt.Sprintf("%s: %s", Plural(len(fs), "finding"), strings.Join(parts, ", "))
}

// Plural returns a count with its noun: "1 file", "2 files", "3 advisories".
func Plural(n int, noun string) string {
	switch {
	case n == 1:
	case noun[len(noun)-1] == 'y':
		noun = noun[:len(noun)-1] + "ies"
	default:
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
