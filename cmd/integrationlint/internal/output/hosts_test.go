package output

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// decodeStrictly decodes JSON, whose keys must all be known.
func decodeStrictly(t *testing.T, text []byte, into any) {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
}

// A gitlabElement has the keys that GitLab requires.
type gitlabElement struct {
	Description string `json:"description"`
	CheckName   string `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

func gitlabOf(t *testing.T, r *Report) []gitlabElement {
	t.Helper()
	var elements []gitlabElement
	decodeStrictly(t, render(t, "gitlab", r), &elements)
	return elements
}

func TestGitLabKeys(t *testing.T) {
	for _, e := range gitlabOf(t, sample()) {
		if e.Description == "" || e.CheckName == "" || e.Fingerprint == "" || e.Location.Path == "" || e.Location.Lines.Begin < 1 {
			t.Errorf("a required key is missing: %+v", e)
		}
		if !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, e.Severity) {
			t.Errorf("GitLab knows no severity %q", e.Severity)
		}
		if strings.HasPrefix(e.Location.Path, "./") {
			t.Errorf("GitLab doesn't find the path %q", e.Location.Path)
		}
	}
}

// fingerprintsAt returns GitLab's fingerprints of findings of a rule at lines of a text.
func fingerprintsAt(t *testing.T, rule, file, text string, lines ...int) []string {
	t.Helper()
	r := &Report{Root: "/repo", Read: func(string) ([]byte, error) { return []byte(text), nil }}
	for _, line := range lines {
		r.Findings = append(r.Findings, finding.Finding{Rule: rule, Range: span(file, line, 1, line, 2)})
	}
	var prints []string
	for _, e := range gitlabOf(t, r) {
		prints = append(prints, e.Fingerprint)
	}
	return prints
}

func TestGitLabFingerprints(t *testing.T) {
	const text = "package p\nget(a)\nget(a)\nget(b)\n" // each line's hash covers what follows it too
	base := fingerprintsAt(t, "rule", "/repo/a.go", text, 2, 2, 3, 4)
	if unique := slices.Compact(slices.Sorted(slices.Values(base))); len(unique) != 4 {
		t.Errorf("4 findings have fingerprints %v", base)
	}
	if moved := fingerprintsAt(t, "rule", "/repo/a.go", "// A comment.\n\n"+text, 4, 4, 5, 6); !slices.Equal(moved, base) {
		t.Errorf("after lines moved down: %v, want %v", moved, base)
	}
	if fixed := fingerprintsAt(t, "rule", "/repo/a.go", text, 4); fixed[0] != base[3] {
		t.Errorf("without the findings before it: %v, want %v", fixed[0], base[3])
	}
	others := append(fingerprintsAt(t, "rule", "/repo/b.go", text, 4), fingerprintsAt(t, "other", "/repo/a.go", text, 4)...)
	if slices.Contains(others, base[3]) {
		t.Errorf("rule or path makes no difference: %v", others)
	}
}

// xmlRest is what an element has that its type doesn't name.
type xmlRest struct {
	Elements []struct{ XMLName xml.Name } `xml:",any"`
	Attrs    []xml.Attr                   `xml:",any,attr"`
}

func (rest xmlRest) check(t *testing.T) {
	t.Helper()
	if len(rest.Elements)+len(rest.Attrs) > 0 {
		t.Errorf("unknown elements %v or attributes %v", rest.Elements, rest.Attrs)
	}
}

func TestCheckstyleStructure(t *testing.T) {
	var report struct {
		XMLName xml.Name `xml:"checkstyle"`
		Version string   `xml:"version,attr"`
		Files   []struct {
			Name   string `xml:"name,attr"`
			Errors []struct {
				Line     int    `xml:"line,attr"`
				Column   *int   `xml:"column,attr"`
				Severity string `xml:"severity,attr"`
				Message  string `xml:"message,attr"`
				Source   string `xml:"source,attr"`
				xmlRest
			} `xml:"error"`
			xmlRest
		} `xml:"file"`
		xmlRest
	}
	if err := xml.Unmarshal(render(t, "checkstyle", sample()), &report); err != nil {
		t.Fatal(err)
	}
	report.check(t)
	names := map[string]bool{}
	for _, file := range report.Files {
		file.check(t)
		if names[file.Name] || file.Name == "" || len(file.Errors) == 0 {
			t.Errorf("file %q is empty or comes twice", file.Name)
		}
		names[file.Name] = true
		for _, e := range file.Errors {
			e.check(t)
			if e.Line < 1 || e.Column != nil && *e.Column < 1 || e.Message == "" || !strings.HasPrefix(e.Source, "integrationlint.") {
				t.Errorf("bad error %+v", e)
			}
			if !slices.Contains([]string{"info", "warning", "error"}, e.Severity) {
				t.Errorf("Checkstyle knows no severity %q", e.Severity)
			}
		}
	}
	if report.Version == "" || len(report.Files) != 2 {
		t.Errorf("version %q with %d files", report.Version, len(report.Files))
	}
}

type junitCounts struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
}

type junitResult struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
	xmlRest
}

type junitDocument struct {
	XMLName xml.Name `xml:"testsuites"`
	Name    string   `xml:"name,attr"`
	junitCounts
	Suites []struct {
		Name string `xml:"name,attr"`
		junitCounts
		Cases []struct {
			Name     string        `xml:"name,attr"`
			Class    string        `xml:"classname,attr"`
			Failures []junitResult `xml:"failure"`
			Errors   []junitResult `xml:"error"`
			xmlRest
		} `xml:"testcase"`
		xmlRest
	} `xml:"testsuite"`
	xmlRest
}

// checkJUnit checks a report against what Jenkins and GitLab require, and returns its totals.
func checkJUnit(t *testing.T, r *Report) junitCounts {
	t.Helper()
	var doc junitDocument
	if err := xml.Unmarshal(render(t, "junit", r), &doc); err != nil {
		t.Fatal(err)
	}
	doc.check(t)
	var total junitCounts
	names := map[[2]string]bool{}
	for _, suite := range doc.Suites {
		suite.check(t)
		got := junitCounts{Tests: len(suite.Cases)}
		for _, c := range suite.Cases {
			c.check(t)
			got.Failures += len(c.Failures)
			got.Errors += len(c.Errors)
			key := [2]string{c.Class, c.Name}
			if names[key] || c.Class == "" || c.Name == "" {
				t.Errorf("test case %v has no name or comes twice", key)
			}
			names[key] = true
			for _, result := range append(c.Failures, c.Errors...) {
				result.check(t)
			}
		}
		if got != suite.junitCounts || suite.Name == "" {
			t.Errorf("suite %q has %+v and says %+v", suite.Name, got, suite.junitCounts)
		}
		total = junitCounts{total.Tests + got.Tests, total.Failures + got.Failures, total.Errors + got.Errors}
	}
	if total != doc.junitCounts {
		t.Errorf("the suites have %+v, and the report says %+v", total, doc.junitCounts)
	}
	return total
}

func TestJUnitStructure(t *testing.T) {
	if got, want := checkJUnit(t, sample()), (junitCounts{Tests: 4, Failures: 3, Errors: 1}); got != want {
		t.Errorf("totals are %+v, want %+v", got, want)
	}
	empty := sample()
	empty.Findings, empty.Errors = nil, nil
	if got, want := checkJUnit(t, empty), (junitCounts{Tests: 1}); got != want {
		t.Errorf("totals without findings are %+v, want %+v", got, want)
	}
	twins := sample()
	twins.Findings = append(twins.Findings, twins.Findings...)
	twins.Errors = append(twins.Errors, twins.Errors...)
	if got, want := checkJUnit(t, twins), (junitCounts{Tests: 8, Failures: 6, Errors: 2}); got != want {
		t.Errorf("totals of everything twice are %+v, want %+v", got, want)
	}
}

// The types below are messages of reviewdog's definition of its format, with what a reader needs not optional.

type (
	rdfPosition struct {
		Line   int  `json:"line"`
		Column *int `json:"column"`
	}
	rdfRange struct {
		Start rdfPosition  `json:"start"`
		End   *rdfPosition `json:"end"`
	}
	rdfLocation struct {
		Path  string   `json:"path"`
		Range rdfRange `json:"range"`
	}
	rdfLink struct {
		Name  string `json:"name"`
		Value string `json:"value"`
		URL   string `json:"url"`
	}
	rdfDiagnostic struct {
		Message     string      `json:"message"`
		Location    rdfLocation `json:"location"`
		Severity    string      `json:"severity"`
		Code        rdfLink     `json:"code"`
		Suggestions []struct {
			Range rdfRange `json:"range"`
			Text  string   `json:"text"`
		} `json:"suggestions"`
		RelatedLocations []struct {
			Message  string      `json:"message"`
			Location rdfLocation `json:"location"`
		} `json:"related_locations"`
	}
	rdfResult struct {
		Source      rdfLink         `json:"source"`
		Diagnostics []rdfDiagnostic `json:"diagnostics"`
	}
)

func (l rdfLocation) check(t *testing.T) {
	t.Helper()
	if l.Path == "" {
		t.Error("a location has no path")
	}
	l.Range.check(t)
}

// check checks that a range is one of columns, with a start before its end, or one line.
func (r rdfRange) check(t *testing.T) {
	t.Helper()
	if r.Start.Line < 1 || r.Start.Column != nil && *r.Start.Column < 1 {
		t.Errorf("bad start %+v", r.Start)
	}
	if r.End == nil {
		return
	}
	if r.Start.Column == nil || r.End.Column == nil || r.End.Line < r.Start.Line || r.End.Line == r.Start.Line && *r.End.Column < *r.Start.Column {
		t.Errorf("bad end of %+v", r)
	}
}

func TestReviewdogStructure(t *testing.T) {
	var result rdfResult
	decodeStrictly(t, render(t, "rdjson", sample()), &result)
	if result.Source.Name == "" || len(result.Diagnostics) != 3 {
		t.Errorf("source %+v with %d diagnostics", result.Source, len(result.Diagnostics))
	}
	for _, d := range result.Diagnostics {
		if d.Message == "" || d.Code.Value == "" || !strings.HasPrefix(d.Code.URL, "https://") {
			t.Errorf("bad diagnostic %+v", d)
		}
		if !slices.Contains([]string{"ERROR", "WARNING", "INFO"}, d.Severity) {
			t.Errorf("reviewdog knows no severity %q", d.Severity)
		}
		d.Location.check(t)
		for _, related := range d.RelatedLocations {
			related.Location.check(t)
		}
		for _, s := range d.Suggestions {
			s.Range.check(t)
		}
	}
	if first := result.Diagnostics[0]; len(first.Suggestions) != 1 || first.Suggestions[0].Range.End == nil || len(first.RelatedLocations) != 2 {
		t.Errorf("suggestions %+v, related %+v", first.Suggestions, first.RelatedLocations)
	}
}

// replaceRange replaces a range, with columns in bytes, as reviewdog does.
func replaceRange(text string, s rdSuggestion) string {
	offset := func(p rdPosition) int {
		lines := strings.SplitAfter(text, "\n")
		return len(strings.Join(lines[:p.Line-1], "")) + p.Column - 1
	}
	return text[:offset(s.Range.Start)] + s.Text + text[offset(*s.Range.End):]
}

func TestSuggestions(t *testing.T) {
	const file = "/repo/a.go"
	long := "package p\n" + strings.Repeat("// A line.\n", 30) + "var c = http.Client{}\n"
	at := strings.Index(serverSource, "http.Get")
	edit := func(start, end int, text string) finding.Edit {
		return finding.Edit{File: file, Start: start, End: end, New: text}
	}
	get, imports := edit(at, at+len("http.Get"), "client.Get"), edit(11, 11, "\n\nimport \"time\"")
	tests := []struct {
		name, text string
		edits      []finding.Edit
		want       string // "" for no suggestion
	}{
		{"one edit behind characters of several bytes", serverSource, []finding.Edit{get}, strings.Replace(serverSource, "http.Get", "client.Get", 1)},
		{"edits in any order", serverSource, []finding.Edit{get, imports}, strings.Replace(
			strings.Replace(serverSource, "http.Get", "client.Get", 1), "web\n", "web\n\nimport \"time\"\n", 1)},
		{"insertions at one place", "ab", []finding.Edit{edit(1, 1, "1"), edit(1, 1, "2")}, "a12b"},
		{"deletion over lines", "a\nb\nc\n", []finding.Edit{edit(1, 3, "")}, "a\nc\n"},
		{"far apart", long, []finding.Edit{edit(9, 9, "\n"), edit(len(long)-2, len(long)-2, "x")}, ""},
		{"overlap", "abc", []finding.Edit{edit(0, 2, ""), edit(1, 3, "")}, ""},
		{"outside the file", "abc", []finding.Edit{edit(2, 4, "")}, ""},
		{"negative", "abc", []finding.Edit{edit(-1, 1, "")}, ""},
		{"no edits", "abc", nil, ""},
	}
	for _, test := range tests {
		r := &Report{Read: func(string) ([]byte, error) { return []byte(test.text), nil }}
		s, ok := r.rdSuggestion(&finding.Fix{Edits: test.edits})
		switch {
		case ok != (test.want != ""):
			t.Errorf("%s: suggested %v: %+v", test.name, ok, s)
		case ok:
			if diff := cmp.Diff(test.want, replaceRange(test.text, s)); diff != "" {
				t.Errorf("%s (-want +got)\n%s", test.name, diff)
			}
		}
	}
}
