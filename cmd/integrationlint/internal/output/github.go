package output

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

// writeGitHub writes a workflow command per finding, which GitHub Actions shows as an
// annotation at the line (https://docs.github.com/actions, "Workflow commands").
func writeGitHub(w io.Writer, r *Report) error {
	var out bytes.Buffer
	for _, f := range r.Findings {
		properties := []string{
			"file=" + escapeProperty(finding.Relative(r.Root, f.Start.File)),
			fmt.Sprintf("line=%d", max(f.Start.Line, 1)),
		}
		if f.End.Line >= f.Start.Line && !f.IsEmpty() {
			properties = append(properties, fmt.Sprintf("endLine=%d", f.End.Line))
		}
		// GitHub rejects columns of a range that spans lines.
		if column := r.column(f.Start); column > 0 && f.End.Line == f.Start.Line {
			properties = append(properties, fmt.Sprintf("col=%d", column))
			if !f.IsEmpty() {
				properties = append(properties, fmt.Sprintf("endColumn=%d", r.column(f.End)))
			}
		}
		properties = append(properties, "title="+escapeProperty(f.Rule))
		fmt.Fprintf(&out, "::%s %s::%s\n", githubLevel(f.Severity), strings.Join(properties, ","), escapeData(r.withRelated(f)))
	}
	_, err := w.Write(out.Bytes())
	return err
}

// withRelated returns the message followed by a line for each related place.
func (r *Report) withRelated(f finding.Finding) string {
	text := f.Message
	shown, more := shownRelated(f)
	for _, related := range shown {
		text += fmt.Sprintf("\n%s: %s", r.forgePlace(related.Start), related.Message)
	}
	if more > 0 {
		text += "\nand " + Plural(more, "more place")
	}
	return text
}

// shownRelated returns the related places that people read, of which a client may have hundreds, and how many more there are.
func shownRelated(f finding.Finding) (shown []finding.Related, more int) {
	const most = 10
	n := min(len(f.Related), most)
	return f.Related[:n], len(f.Related) - n
}

// forgePlace returns a position with the file named as a forge names it.
func (r *Report) forgePlace(p finding.Position) string {
	p.File = finding.Relative(r.Root, p.File)
	return p.String()
}

func githubLevel(severity passes.Severity) string {
	if severity == passes.Advisory {
		return "notice"
	}
	return string(severity)
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func escapeData(s string) string     { return dataEscapes.Replace(s) }
func escapeProperty(s string) string { return propertyEscapes.Replace(s) }
