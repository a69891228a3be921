package output

import (
	"encoding/json"
	"io"
	"maps"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

// schemaVersion is the version of the json format. It is raised when a key
// changes its meaning or goes away; new keys don't raise it. docs/json.md describes the format.
const schemaVersion = 1

type jsonReport struct {
	Version  int                     `json:"version"`
	Tool     jsonTool                `json:"tool"`
	Findings []jsonFinding           `json:"findings"`
	Summary  map[passes.Severity]int `json:"summary"`
	Errors   []string                `json:"errors"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonFinding struct {
	Rule        string          `json:"rule"`
	Category    string          `json:"category"`
	Severity    passes.Severity `json:"severity"`
	Package     string          `json:"package"`
	File        string          `json:"file"`
	Start       jsonPosition    `json:"start"`
	End         jsonPosition    `json:"end"`
	Message     string          `json:"message"`
	Related     []jsonRelated   `json:"related,omitempty"`
	Fix         *jsonFix        `json:"fix,omitempty"`
	Fingerprint string          `json:"fingerprint"`
	URL         string          `json:"url"`
}

type jsonPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type jsonRelated struct {
	File    string       `json:"file"`
	Start   jsonPosition `json:"start"`
	End     jsonPosition `json:"end"`
	Message string       `json:"message"`
}

type jsonFix struct {
	Message string     `json:"message"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

func writeJSON(w io.Writer, r *Report) error {
	out := jsonReport{
		Version:  schemaVersion,
		Tool:     jsonTool{"integrationlint", r.Version},
		Findings: []jsonFinding{},
		Summary:  map[passes.Severity]int{passes.Error: 0, passes.Warning: 0, passes.Advisory: 0},
		Errors:   append([]string{}, r.Errors...),
	}
	maps.Copy(out.Summary, finding.Count(r.Findings))
	for _, f := range finding.Relativize(r.Findings, r.Dir) {
		out.Findings = append(out.Findings, toJSON(f))
	}
	return writeIndented(w, out)
}

// writeIndented writes a value as JSON that people can read too.
func writeIndented(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(value)
}

func toJSON(f finding.Finding) jsonFinding {
	out := jsonFinding{
		Rule:        f.Rule,
		Category:    f.Category,
		Severity:    f.Severity,
		Package:     f.Package,
		File:        f.Start.File,
		Start:       jsonPosition{f.Start.Line, f.Start.Column},
		End:         jsonPosition{f.End.Line, f.End.Column},
		Message:     f.Message,
		Fingerprint: f.Fingerprint,
		URL:         f.URL,
	}
	for _, r := range f.Related {
		out.Related = append(out.Related, jsonRelated{
			File:    r.Start.File,
			Start:   jsonPosition{r.Start.Line, r.Start.Column},
			End:     jsonPosition{r.End.Line, r.End.Column},
			Message: r.Message,
		})
	}
	if f.Fix != nil {
		out.Fix = &jsonFix{Message: f.Fix.Message}
		for _, e := range f.Fix.Edits {
			out.Fix.Edits = append(out.Fix.Edits, jsonEdit(e))
		}
	}
	return out
}
