package output

import (
	"encoding/xml"
	"io"

	"github.com/integrationlint/integrationlint/passes"
)

// The types below are the elements of Checkstyle's XML report, as its class
// com.puppycrawl.tools.checkstyle.XMLLogger writes them. There is no official schema.

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr,omitempty"` // from 1; zero stands for unknown
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// checkstyleVersion is that of the Checkstyle whose format this is.
const checkstyleVersion = "5.0"

// writeCheckstyle writes the findings by file. What could not be analysed has no place there.
func writeCheckstyle(w io.Writer, r *Report) error {
	report := checkstyleReport{Version: checkstyleVersion}
	for _, g := range r.byPath() {
		file := checkstyleFile{Name: g.Name}
		for _, f := range g.Items {
			file.Errors = append(file.Errors, checkstyleError{
				Line:     max(f.Start.Line, 1),
				Column:   r.column(f.Start),
				Severity: checkstyleSeverity(f.Severity),
				Message:  oneLine(f.Message),
				Source:   "integrationlint." + f.Rule,
			})
		}
		report.Files = append(report.Files, file)
	}
	return writeXML(w, report)
}

func checkstyleSeverity(severity passes.Severity) string {
	if severity == passes.Advisory {
		return "info"
	}
	return string(severity)
}
