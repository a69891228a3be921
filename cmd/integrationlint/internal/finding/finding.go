// Package finding defines what a rule found, and the small steps that lead
// from the raw output of the analyzers to what a user reads. Each step takes findings and
// returns findings; none prints, and only the ones that are given a [Reader] look at sources.
package finding

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/integrationlint/integrationlint/passes"
)

// A Finding is one defect at one place.
type Finding struct {
	// Rule is the name of the rule, Category the stable name of the kind of finding within it.
	Rule, Category string
	Severity       passes.Severity
	// Package is the import path of the package, the same for its test variants.
	Package string
	// Dependency says that the package was analysed as a dependency, without its tests.
	Dependency bool
	Range
	Message string
	Related []Related
	Fix     *Fix
	// Fingerprint identifies the finding while lines move around it; see [WithFingerprints].
	Fingerprint string
	// URL documents the rule.
	URL string
}

// A Range is a piece of a file, up to but not including End.
type Range struct {
	Start, End Position
}

// A Position is a place in a file. Lines and columns count from 1, columns in bytes; a
// zero line or column is unknown.
type Position struct {
	File         string
	Line, Column int
}

// IsEmpty reports whether the range has no end of its own.
func (g Range) IsEmpty() bool {
	return g.End.File != g.Start.File || g.End.Compare(g.Start) <= 0
}

// A Related is a place that explains a finding.
type Related struct {
	Range
	Message string
}

// A Fix removes a finding when all its edits are made.
type Fix struct {
	Message string
	Edits   []Edit
}

// An Edit replaces the bytes of File from offset Start up to End by New.
type Edit struct {
	File       string
	Start, End int
	New        string
}

// A Reader returns the content of a file.
type Reader func(file string) ([]byte, error)

// Once returns a reader that reads each file once only.
func Once(read Reader) Reader {
	type content struct {
		data []byte
		err  error
	}
	contents := map[string]content{}
	return func(file string) ([]byte, error) {
		c, ok := contents[file]
		if !ok {
			c.data, c.err = read(file)
			contents[file] = c
		}
		return c.data, c.err
	}
}

// String returns the position as file:line:column, without what is unknown.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// ParsePosition reads a position as [Position.String] and go/token print it. The file
// name may contain colons.
func ParsePosition(s string) Position {
	rest, last, ok := cutNumber(s)
	if !ok {
		return Position{File: s}
	}
	if file, line, ok := cutNumber(rest); ok {
		return Position{File: file, Line: line, Column: last}
	}
	return Position{File: rest, Line: last}
}

// cutNumber splits a trailing colon and number off s.
func cutNumber(s string) (before string, n int, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 1 {
		return s, 0, false
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil || n < 1 || s[i+1] == '+' {
		return s, 0, false
	}
	return s[:i], n, true
}

// Compare orders positions by file, line and column.
func (p Position) Compare(q Position) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// Sort returns the findings in the order of their places.
func Sort(fs []Finding) []Finding {
	return slices.SortedStableFunc(slices.Values(fs), func(a, b Finding) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
}

// Count returns how many findings have each severity.
func Count(fs []Finding) map[passes.Severity]int {
	n := map[passes.Severity]int{}
	for _, f := range fs {
		n[f.Severity]++
	}
	return n
}

// A Threshold is the least severity that fails a run.
type Threshold string

// The thresholds. An advisory never fails a run.
const (
	FailOnError   Threshold = "error"
	FailOnWarning Threshold = "warning"
	FailNever     Threshold = "never"
)

// Thresholds are the valid thresholds.
var Thresholds = []string{string(FailOnError), string(FailOnWarning), string(FailNever)}

// Reached reports whether one of the findings fails the run.
func (t Threshold) Reached(fs []Finding) bool {
	return slices.ContainsFunc(fs, func(f Finding) bool {
		switch f.Severity {
		case passes.Error:
			return t != FailNever
		case passes.Warning:
			return t == FailOnWarning
		}
		return false
	})
}
