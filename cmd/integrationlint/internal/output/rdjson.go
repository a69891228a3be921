package output

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

// The types below are the part that is written here of the Reviewdog Diagnostic Format
// (https://github.com/reviewdog/reviewdog, proto/rdf/reviewdog.proto). Its columns count
// bytes, as ours do.

type rdResult struct {
	Source      rdSource       `json:"source"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdDiagnostic struct {
	Message          string         `json:"message"`
	Location         rdLocation     `json:"location"`
	Severity         string         `json:"severity"`
	Code             rdCode         `json:"code"`
	Suggestions      []rdSuggestion `json:"suggestions,omitempty"`
	RelatedLocations []rdRelated    `json:"related_locations,omitempty"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

// An rdRange is up to but not including its end; without an end it is empty.
type rdRange struct {
	Start rdPosition  `json:"start"`
	End   *rdPosition `json:"end,omitempty"`
}

// An rdPosition without a column is a whole line.
type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column,omitempty"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

// writeRDJSON writes paths relative to the working directory, as reviewdog reads them. The
// format has no place for what could not be analysed.
func writeRDJSON(w io.Writer, r *Report) error {
	out := rdResult{Source: rdSource{"integrationlint", homepage}, Diagnostics: []rdDiagnostic{}}
	for _, f := range r.Findings {
		d := rdDiagnostic{
			Message:  f.Message,
			Location: r.rdLocation(f.Range),
			Severity: rdSeverity(f.Severity),
			Code:     rdCode{f.Rule, f.URL},
		}
		if s, ok := r.rdSuggestion(f.Fix); ok {
			d.Suggestions = []rdSuggestion{s}
		}
		for _, related := range f.Related {
			d.RelatedLocations = append(d.RelatedLocations, rdRelated{related.Message, r.rdLocation(related.Range)})
		}
		out.Diagnostics = append(out.Diagnostics, d)
	}
	return writeIndented(w, out)
}

func rdSeverity(severity passes.Severity) string {
	if severity == passes.Advisory {
		return "INFO"
	}
	return strings.ToUpper(string(severity))
}

func (r *Report) rdLocation(g finding.Range) rdLocation {
	out := rdLocation{Path: finding.Relative(r.Dir, g.Start.File), Range: rdRange{Start: toRD(g.Start)}}
	if g.Start.Column > 0 && !g.IsEmpty() {
		end := toRD(g.End)
		out.Range.End = &end
	}
	return out
}

func toRD(p finding.Position) rdPosition { return rdPosition{max(p.Line, 1), max(p.Column, 0)} }

// maxSuggestionLines is how many lines a suggestion may replace: a reviewer reads them all.
const maxSuggestionLines = 20

// rdSuggestion returns a fix as one suggestion, from its first edit to its last, since each suggestion is
// applied by itself. ok is false if there is no fix, its file can't be read, the suggestion would replace more
// than [maxSuggestionLines], or it would repeat lines of a file with credentials.
func (r *Report) rdSuggestion(fix *finding.Fix) (s rdSuggestion, ok bool) {
	if fix == nil || len(fix.Edits) == 0 {
		return rdSuggestion{}, false
	}
	file := fix.Edits[0].File
	data, err := r.Read(file)
	edits := slices.SortedStableFunc(slices.Values(fix.Edits), func(a, b finding.Edit) int { return cmp.Compare(a.Start, b.Start) })
	if err != nil || len(edits) > 1 && r.holdsSecrets(file) {
		return rdSuggestion{}, false
	}
	at := edits[0].Start
	for _, e := range edits {
		if e.Start < max(at, 0) || e.End < e.Start || e.End > len(data) {
			return rdSuggestion{}, false
		}
		s.Text += string(data[at:e.Start]) + e.New
		at = e.End
	}
	start, end := toRD(finding.PositionAt(file, data, edits[0].Start)), toRD(finding.PositionAt(file, data, at))
	s.Range = rdRange{start, &end}
	return s, end.Line-start.Line < maxSuggestionLines
}
