package output

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

const homepage = "https://github.com/integrationlint/integrationlint"

// writeSARIF writes SARIF 2.1.0 with all that GitHub code scanning reads
// (docs.github.com, "SARIF support for code scanning").
func writeSARIF(w io.Writer, r *Report) error {
	report := sarif.NewReport()
	report.AddRun(r.sarifRun())
	if err := report.PrettyWrite(w); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (r *Report) sarifRun() *sarif.Run {
	run := sarif.NewRunWithInformationURI("integrationlint", homepage)
	run.Tool.Driver.WithVersion(r.Version)
	// The trailing slash makes it a category, under which one run replaces the one before.
	run.AutomationDetails = sarif.NewRunAutomationDetails().WithID("integrationlint/")
	run.WithColumnKind("utf16CodeUnits")
	index := map[string]int{}
	for i, rule := range r.Rules {
		index[rule.Analyzer.Name] = i
		run.Tool.Driver.AddRule(sarifRule(rule))
	}
	invocation := sarif.NewInvocation().WithExecutionSuccessful(len(r.Errors) == 0)
	for _, text := range r.Errors {
		invocation.AddToolExecutionNotification(sarif.NewNotification().WithLevel("error").WithMessage(sarif.NewTextMessage(text)))
	}
	run.AddInvocation(invocation)
	for _, f := range r.Findings {
		result := r.sarifResult(f)
		if i, ok := index[f.Rule]; ok {
			result.WithRuleIndex(i)
		}
		run.AddResult(result)
	}
	return run
}

func sarifRule(rule passes.Rule) *sarif.ReportingDescriptor {
	name := rule.Analyzer.Name
	doc := strings.TrimPrefix(rule.Analyzer.Doc, name+": ")
	summary, help, _ := strings.Cut(doc, "\n")
	help = strings.TrimSpace(help)
	description, _, _ := strings.Cut(help, "\n#")
	properties := sarif.NewPropertyBag()
	properties.Add("precision", "high")
	properties.Add("problem.severity", problemSeverity(rule.Severity))
	if len(rule.CWE) > 0 { // GitHub lists a rule as a security alert by its tag
		properties.Add("security-severity", securitySeverity(rule.Severity))
		properties.AddTag("security")
	}
	for _, cwe := range rule.CWE {
		properties.AddTag("external/cwe/" + strings.ToLower(cwe))
	}
	return sarif.NewRule(name).
		WithName(name).
		WithShortDescription(multiformat(summary, "")).
		WithFullDescription(multiformat(nonEmpty(strings.TrimSpace(description), summary), "")).
		WithHelp(multiformat(nonEmpty(help, summary), nonEmpty(help, summary))).
		WithHelpURI(rule.Analyzer.URL).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(sarifLevel(rule.Severity))).
		WithProperties(properties)
}

func nonEmpty(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func multiformat(text, markdown string) *sarif.MultiformatMessageString {
	m := sarif.NewMultiformatMessageString().WithText(text)
	if markdown != "" {
		m.WithMarkdown(markdown)
	}
	return m
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

func (r *Report) sarifResult(f finding.Finding) *sarif.Result {
	result := sarif.NewRuleResult(f.Rule).
		WithLevel(sarifLevel(f.Severity)).
		WithMessage(sarif.NewTextMessage(sarifMessage(f))).
		AddLocation(r.sarifLocation(f.Range)).
		WithPartialFingerprints(map[string]string{"integrationlint/v1": f.Fingerprint})
	if lines := r.fileHashes(f.Start.File); f.Start.Line >= 1 && f.Start.Line <= len(lines) {
		result.AddPartialFingerprint("primaryLocationLineHash", lines[f.Start.Line-1])
	}
	for i, related := range f.Related {
		location := r.sarifLocation(related.Range).WithID(i + 1).WithMessage(sarif.NewTextMessage(related.Message))
		result.AddRelatedLocation(location)
	}
	if fix := r.sarifFix(f.Fix); fix != nil {
		result.AddFixe(fix)
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

func (r *Report) sarifLocation(g finding.Range) *sarif.Location {
	region := sarif.NewRegion().WithStartLine(max(g.Start.Line, 1))
	if column := r.column(g.Start); column > 0 {
		region.WithStartColumn(column)
		if !isEmpty(g) {
			region.WithEndLine(g.End.Line).WithEndColumn(r.column(g.End))
		}
	}
	return sarif.NewLocationWithPhysicalLocation(sarif.NewPhysicalLocation().
		WithArtifactLocation(r.artifact(g.Start.File)).WithRegion(region))
}

// artifact returns the location of a file: a URI relative to the repository's
// root, or an absolute one for a file elsewhere.
func (r *Report) artifact(file string) *sarif.ArtifactLocation {
	rel := finding.Relative(r.Root, file)
	if filepath.IsAbs(rel) {
		u := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(rel, "/")}
		return sarif.NewSimpleArtifactLocation(u.String())
	}
	u := url.URL{Path: rel}
	return sarif.NewSimpleArtifactLocation(u.String()).WithURIBaseID("%SRCROOT%")
}

func (r *Report) sarifFix(fix *finding.Fix) *sarif.Fix {
	if fix == nil {
		return nil
	}
	changes := map[string]*sarif.ArtifactChange{}
	out := sarif.NewFix().WithDescription(sarif.NewTextMessage(fix.Message))
	for _, e := range fix.Edits {
		data, err := r.Read(e.File)
		if err != nil || e.End > len(data) {
			return nil
		}
		change := changes[e.File]
		if change == nil {
			change = sarif.NewArtifactChange().WithArtifactLocation(r.artifact(e.File))
			changes[e.File] = change
			out.AddArtifactChange(change)
		}
		start, end := positionAt(e.File, data, e.Start), positionAt(e.File, data, e.End)
		region := sarif.NewRegion().WithStartLine(start.Line).WithStartColumn(r.column(start)).
			WithEndLine(end.Line).WithEndColumn(r.column(end))
		change.AddReplacement(sarif.NewReplacement().WithDeletedRegion(region).
			WithInsertedContent(sarif.NewArtifactContent().WithText(e.New)))
	}
	return out
}

// positionAt returns the position of a byte offset.
func positionAt(file string, data []byte, offset int) finding.Position {
	head := data[:offset]
	return finding.Position{
		File:   file,
		Line:   bytes.Count(head, []byte("\n")) + 1,
		Column: offset - (bytes.LastIndexByte(head, '\n') + 1) + 1,
	}
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
