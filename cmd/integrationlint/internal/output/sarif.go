package output

import (
	"cmp"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

const homepage = "https://github.com/integrationlint/integrationlint"

// writeSARIF writes SARIF 2.1.0 with all that GitHub code scanning reads
// (docs.github.com, "SARIF support for code scanning").
func writeSARIF(w io.Writer, r *Report) error {
	return writeIndented(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{r.sarifRun()},
	})
}

func (r *Report) sarifRun() sarifRun {
	run := sarifRun{
		Tool: sarifTool{sarifDriver{Name: "integrationlint", Version: r.Version, InformationURI: homepage, Rules: []sarifRule{}}},
		// The trailing slash makes it a category, under which one run replaces the one before.
		AutomationDetails: sarifAutomation{ID: "integrationlint/"},
		ColumnKind:        "utf16CodeUnits",
		Results:           []sarifResult{},
	}
	index := map[string]int{}
	for i, rule := range r.Rules {
		index[rule.Analyzer.Name] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, describeRule(rule))
	}
	invocation := sarifInvocation{ExecutionSuccessful: len(r.Errors) == 0}
	for _, text := range r.Errors {
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, sarifNotification{"error", sarifText{Text: text}})
	}
	run.Invocations = []sarifInvocation{invocation}
	for _, f := range r.Findings {
		result := r.sarifResult(f)
		if i, ok := index[f.Rule]; ok {
			result.RuleIndex = i
		}
		run.Results = append(run.Results, result)
	}
	return run
}

func describeRule(rule passes.Rule) sarifRule {
	name := rule.Analyzer.Name
	summary, help := splitDoc(rule)
	description, _, _ := strings.Cut(help, "\n#")
	properties := sarifProperties{Precision: "high", ProblemSeverity: problemSeverity(rule.Severity)}
	if len(rule.CWE) > 0 { // GitHub lists a rule as a security alert by its tag
		properties.SecuritySeverity = securitySeverity(rule.Severity)
		properties.Tags = []string{"security"}
	}
	for _, cwe := range rule.CWE {
		properties.Tags = append(properties.Tags, "external/cwe/"+strings.ToLower(cwe))
	}
	help = cmp.Or(help, summary)
	return sarifRule{
		ID:                   name,
		Name:                 name,
		ShortDescription:     sarifText{Text: summary},
		FullDescription:      sarifText{Text: cmp.Or(strings.TrimSpace(description), summary)},
		Help:                 sarifText{Text: help, Markdown: help},
		HelpURI:              rule.Analyzer.URL,
		DefaultConfiguration: sarifConfiguration{sarifLevel(rule.Severity)},
		Properties:           properties,
	}
}

// splitDoc returns the first line of a rule's documentation without the rule's name, and the rest.
func splitDoc(rule passes.Rule) (summary, rest string) {
	doc := strings.TrimPrefix(rule.Analyzer.Doc, rule.Analyzer.Name+": ")
	summary, rest, _ = strings.Cut(doc, "\n")
	return summary, strings.TrimSpace(rest)
}

func sarifLevel(severity passes.Severity) string {
	if severity == passes.Advisory {
		return "note"
	}
	return string(severity)
}

func problemSeverity(severity passes.Severity) string {
	if severity == passes.Advisory {
		return "recommendation"
	}
	return string(severity)
}

// securitySeverity returns a score of which GitHub makes high (from 7.0), medium (4.0) or low.
func securitySeverity(severity passes.Severity) string {
	switch severity {
	case passes.Error:
		return "7.5"
	case passes.Warning:
		return "5.0"
	}
	return "2.0"
}

func (r *Report) sarifResult(f finding.Finding) sarifResult {
	result := sarifResult{
		RuleID:              f.Rule,
		RuleIndex:           -1,
		Level:               sarifLevel(f.Severity),
		Message:             sarifText{Text: sarifMessage(f)},
		Locations:           []sarifLocation{r.sarifLocation(f.Range)},
		PartialFingerprints: map[string]string{"integrationlint/v1": f.Fingerprint},
	}
	if hash := r.lineHash(f.Start); hash != "" {
		result.PartialFingerprints["primaryLocationLineHash"] = hash
	}
	for i, related := range f.Related {
		location := r.sarifLocation(related.Range)
		location.ID = i + 1
		location.Message = &sarifText{Text: related.Message}
		result.RelatedLocations = append(result.RelatedLocations, location)
	}
	if fix, ok := r.sarifFix(f.Fix); ok {
		result.Fixes = []sarifFix{fix}
	}
	return result
}

// sarifMessage returns the message with links to the related places, since GitHub
// shows only those that the message refers to.
func sarifMessage(f finding.Finding) string {
	text := f.Message
	for i, related := range f.Related {
		text += fmt.Sprintf("\n[%s](%d)", linkEscapes.Replace(related.Message), i+1)
	}
	return text
}

// linkEscapes escapes the text of a link (SARIF 2.1.0, 3.11.6).
var linkEscapes = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)

func (r *Report) sarifLocation(g finding.Range) sarifLocation {
	region := sarifRegion{StartLine: max(g.Start.Line, 1), StartColumn: r.column(g.Start)}
	if region.StartColumn > 0 && !g.IsEmpty() {
		region.EndLine, region.EndColumn = g.End.Line, r.column(g.End)
	}
	return sarifLocation{PhysicalLocation: sarifPhysical{r.artifact(g.Start.File), region}}
}

// artifact returns the location of a file: a URI relative to the repository's
// root, or an absolute one for a file elsewhere.
func (r *Report) artifact(file string) sarifArtifact {
	rel := finding.Relative(r.Root, file)
	if filepath.IsAbs(rel) {
		u := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(rel, "/")}
		return sarifArtifact{URI: u.String()}
	}
	u := url.URL{Path: rel}
	return sarifArtifact{URI: u.String(), URIBaseID: "%SRCROOT%"}
}

// sarifFix returns the fix, whose edits lie in one file; ok is false if there is none or its file can't be read.
func (r *Report) sarifFix(fix *finding.Fix) (out sarifFix, ok bool) {
	if fix == nil || len(fix.Edits) == 0 {
		return sarifFix{}, false
	}
	file := fix.Edits[0].File
	data, err := r.Read(file)
	change := sarifChange{ArtifactLocation: r.artifact(file)}
	for _, e := range fix.Edits {
		if err != nil || e.Start < 0 || e.End < e.Start || e.End > len(data) {
			return sarifFix{}, false
		}
		start, end := finding.PositionAt(file, data, e.Start), finding.PositionAt(file, data, e.End)
		change.Replacements = append(change.Replacements, sarifReplacement{
			DeletedRegion:   sarifRegion{start.Line, r.column(start), end.Line, r.column(end)},
			InsertedContent: sarifText{Text: e.New},
		})
	}
	return sarifFix{Description: sarifText{Text: fix.Message}, ArtifactChanges: []sarifChange{change}}, true
}

// lineHash returns GitHub's fingerprint of the line of p, or "" if the line can't be read.
func (r *Report) lineHash(p finding.Position) string {
	if lines := r.fileHashes(p.File); p.Line >= 1 && p.Line <= len(lines) {
		return lines[p.Line-1]
	}
	return ""
}

// fileHashes returns GitHub's fingerprint of each line of a file.
func (r *Report) fileHashes(file string) []string {
	if hashes, ok := r.hashes[file]; ok {
		return hashes
	}
	var hashes []string
	if data, err := r.Read(file); err == nil {
		hashes = lineHashes(data)
	}
	if r.hashes == nil {
		r.hashes = map[string][]string{}
	}
	r.hashes[file] = hashes
	return hashes
}
