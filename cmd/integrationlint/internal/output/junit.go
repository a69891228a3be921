package output

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// The types below are the part that is written here of JUnit's XML as Jenkins specifies it
// (https://github.com/jenkinsci/xunit-plugin, junit-10.xsd). GitLab takes a test case's class for the name of its
// suite, and ignores a test case that has the class and the name of an earlier one.

type junitSuites struct {
	XMLName xml.Name     `xml:"testsuites"`
	Name    string       `xml:"name,attr"`
	Tests   int          `xml:"tests,attr"`
	Failed  int          `xml:"failures,attr"`
	Errors  int          `xml:"errors,attr"`
	Suites  []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name   string      `xml:"name,attr"`
	Tests  int         `xml:"tests,attr"`
	Failed int         `xml:"failures,attr"`
	Errors int         `xml:"errors,attr"`
	Cases  []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitProblem `xml:"failure"`
	Error   *junitProblem `xml:"error"`
}

type junitProblem struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// writeJUnit writes each finding as a test that failed, in a suite for its file, and what could not be analysed as
// tests with an error. Hosts complain of a report without tests, so one that passes says that nothing was found.
func writeJUnit(w io.Writer, r *Report) error {
	report := junitSuites{Name: "integrationlint"}
	for _, g := range r.byPath() {
		report.add(r.junitSuite(g))
	}
	own := junitSuite{Name: "integrationlint", Errors: len(r.Errors)}
	for _, text := range r.Errors {
		own.add("analysis", junitCase{Error: &junitProblem{oneLine(text), "error", text}})
	}
	if len(r.Findings)+len(r.Errors) == 0 {
		own.add("no findings", junitCase{})
	}
	if len(own.Cases) > 0 {
		report.add(own)
	}
	return writeXML(w, report)
}

func (s *junitSuites) add(suite junitSuite) {
	suite.Tests = len(suite.Cases)
	s.Tests += suite.Tests
	s.Failed += suite.Failed
	s.Errors += suite.Errors
	s.Suites = append(s.Suites, suite)
}

// add adds a test case of that name, or of the name with a number if there is one.
func (s *junitSuite) add(name string, c junitCase) {
	c.Name, c.Class = name, s.Name
	for n := 2; s.has(c.Name); n++ {
		c.Name = fmt.Sprintf("%s (%d)", name, n)
	}
	s.Cases = append(s.Cases, c)
}

func (s *junitSuite) has(name string) bool {
	return slices.ContainsFunc(s.Cases, func(c junitCase) bool { return c.Name == name })
}

func (r *Report) junitSuite(g group[finding.Finding]) junitSuite {
	suite := junitSuite{Name: g.Name, Failed: len(g.Items)}
	for _, f := range g.Items {
		at := r.forgePlace(f.Start)
		suite.add(f.Rule+" at "+at, junitCase{Failure: &junitProblem{
			Message: oneLine(f.Message),
			Type:    string(f.Severity),
			Text:    fmt.Sprintf("%s: %s\n%s", at, r.withRelated(f), f.URL),
		}})
	}
	return suite
}
