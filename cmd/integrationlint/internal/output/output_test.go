package output

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

var update = flag.Bool("update", false, "write the golden files")

const serverSource = "package web\n" +
	"\n" +
	"func main() {\n" +
	"\tlog(\"é🚀\", http.Get(url)) // CRLF\r\n" +
	"\tserve(\n" +
	"\t\taddr)\n" +
	"}\n"

// sources are the files of the sample report.
var sources = map[string]string{
	"/repo/web/a b%.go":   serverSource,
	"/repo/web/client.go": "\ufeffpackage web; var c = http.Client{}\n",
}

func readSources(file string) ([]byte, error) {
	text, ok := sources[file]
	if !ok {
		return nil, errors.New("no such file")
	}
	return []byte(text), nil
}

func span(file string, line, column, endLine, endColumn int) finding.Range {
	return finding.Range{
		Start: finding.Position{File: file, Line: line, Column: column},
		End:   finding.Position{File: file, Line: endLine, Column: endColumn},
	}
}

// sample returns a report with all that a format may stumble on: bytes that aren't
// characters, ranges over several lines and without an end, names to escape, files that are gone.
func sample() *Report {
	const server, client = "/repo/web/a b%.go", "/repo/web/client.go"
	rules := []passes.Rule{
		{
			Analyzer: &analysis.Analyzer{
				Name: "httptimeout",
				Doc:  "httptimeout: a request can block for ever\n\nA request without a bound waits.\n\n# Bad\n\n\thttp.Get(url)\n",
				URL:  "https://example.com/rules#httptimeout",
			},
			Severity: passes.Error,
			CWE:      []string{"CWE-400", "CWE-1088"},
		},
		{
			Analyzer: &analysis.Analyzer{Name: "style", Doc: "style: only a summary", URL: "https://example.com/rules#style"},
			Severity: passes.Advisory,
		},
	}
	return &Report{
		Version: "v0.1.0",
		Dir:     "/repo/web",
		Root:    "/repo",
		Rules:   rules,
		Read:    readSources,
		Findings: []finding.Finding{
			{
				Rule: "httptimeout", Category: "client", Severity: passes.Error, Package: "example.com/web",
				Range:   span(server, 4, 17, 4, 30),
				Message: "http.Get can block for ever: 100% of [c], see <a>",
				Related: []finding.Related{
					{Range: span(client, 1, 25, 1, 38), Message: `client c is made [here] without \ bound`},
					{Range: span("/else/gone.go", 3, 1, 3, 1), Message: "and used here"},
				},
				Fix: &finding.Fix{Message: "Use a client", Edits: []finding.Edit{
					{File: server, Start: 41, End: 49, New: "client.Get"},
					{File: server, Start: 11, End: 11, New: "\n\nimport \"time\""},
				}},
				Fingerprint: "0123456789abcdef0123456789abcdef",
				URL:         "https://example.com/rules#httptimeout",
			},
			{
				Rule: "style", Category: "range", Severity: passes.Advisory, Package: "example.com/web",
				Range:   span(server, 5, 2, 6, 8),
				Message: "two\nlines", Fingerprint: "f2", URL: "https://example.com/rules#style",
			},
			{
				Rule: "style", Category: "gone", Severity: passes.Warning, Package: "example.com/else",
				Range:   span("/else/gone.go", 7, 0, 7, 0),
				Message: "the file is gone", Fingerprint: "f3", URL: "https://example.com/rules#style",
			},
		},
		Errors: []string{"example.com/broken does not compile"},
	}
}

// checkGolden compares got with a golden file.
func checkGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got); go test -update writes it anew\n%s", file, diff)
	}
}

// render writes a report in a format.
func render(t *testing.T, name string, r *Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Named(name)(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestGolden(t *testing.T) {
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) {
			checkGolden(t, "sample."+name, render(t, name, sample()))
		})
	}
	t.Run("color", func(t *testing.T) {
		r := sample()
		r.Color = true
		checkGolden(t, "sample.color", render(t, "text", r))
	})
}

func TestNoFindings(t *testing.T) {
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) {
			r := sample()
			r.Findings, r.Errors = nil, nil
			checkGolden(t, "empty."+name, render(t, name, r))
		})
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrors(t *testing.T) {
	for _, name := range Names() {
		if err := Named(name)(fullDisk{}, sample()); err == nil {
			t.Errorf("%s hides a write error", name)
		}
	}
}

func TestColumn(t *testing.T) {
	r := &Report{Read: readSources}
	tests := []struct {
		name string
		at   finding.Position
		want int
	}{
		{"ASCII", finding.Position{File: "/repo/web/a b%.go", Line: 4, Column: 3}, 3},
		{"after é", finding.Position{File: "/repo/web/a b%.go", Line: 4, Column: 9}, 8},
		{"after é and a character outside the BMP", finding.Position{File: "/repo/web/a b%.go", Line: 4, Column: 13}, 10},
		{"end of a CRLF line", finding.Position{File: "/repo/web/a b%.go", Line: 4, Column: 99}, 35},
		{"past the end of the line", finding.Position{File: "/repo/web/a b%.go", Line: 1, Column: 99}, 12},
		{"after a byte order mark", finding.Position{File: "/repo/web/client.go", Line: 1, Column: 4}, 1},
		{"unknown", finding.Position{File: "/repo/web/a b%.go", Line: 4}, 0},
		{"no such line", finding.Position{File: "/repo/web/a b%.go", Line: 40, Column: 5}, 5},
		{"no such file", finding.Position{File: "/gone.go", Line: 4, Column: 5}, 5},
	}
	for _, test := range tests {
		if got := r.column(test.at); got != test.want {
			t.Errorf("%s: column of %v is %d, want %d", test.name, test.at, got, test.want)
		}
	}
}

func TestSummary(t *testing.T) {
	tests := []struct {
		severities []passes.Severity
		want       string
	}{
		{nil, "no findings"},
		{[]passes.Severity{passes.Warning}, "1 finding: 1 warning"},
		{[]passes.Severity{passes.Advisory, passes.Error, passes.Advisory}, "3 findings: 1 error, 2 advisories"},
	}
	for _, test := range tests {
		var fs []finding.Finding
		for _, severity := range test.severities {
			fs = append(fs, finding.Finding{Severity: severity})
		}
		if got := Summary(fs, nil); got != test.want {
			t.Errorf("Summary(%v) = %q, want %q", test.severities, got, test.want)
		}
	}
	hidden := []Hidden{{2, "the baseline"}, {1, "-new-from-rev main"}}
	if got, want := Summary(nil, hidden), "no findings (2 hidden by the baseline, 1 hidden by -new-from-rev main)"; got != want {
		t.Errorf("Summary with hidden findings is %q, want %q", got, want)
	}
}

// decodeXML returns the error of a document that isn't well-formed.
func decodeXML(text []byte) error { return xml.Unmarshal(text, new(struct{})) }

func FuzzFormats(f *testing.F) {
	f.Add(serverSource, "message", 4, 17, 4, 30)
	f.Add("\xff\n", "%\r\n[", 0, -1, 9, 9)
	f.Add("\x00`", "\x00]]>", 1, 1, 1, 2)
	f.Fuzz(func(t *testing.T, source, message string, line, column, endLine, endColumn int) {
		r := sample()
		r.Read = func(string) ([]byte, error) { return []byte(source), nil }
		r.Findings = r.Findings[:1]
		r.Findings[0].Message = message
		r.Findings[0].Range = span("/repo/web/x.go", line, column, endLine, endColumn)
		for _, name := range Names() {
			r.Color = name == "text"
			var out bytes.Buffer
			if err := Named(name)(&out, r); err != nil {
				t.Fatal(err)
			}
			switch name {
			case "json", "sarif", "gitlab", "rdjson":
				if !json.Valid(out.Bytes()) {
					t.Errorf("%s is no JSON: %s", name, out.Bytes())
				}
			case "checkstyle", "junit":
				if err := decodeXML(out.Bytes()); err != nil {
					t.Errorf("%s is no XML: %v: %s", name, err, out.Bytes())
				}
			case "github":
				if bytes.Count(out.Bytes(), []byte("\n")) != 1 {
					t.Errorf("a workflow command takes several lines: %q", out.Bytes())
				}
			case "html":
				if !utf8.Valid(out.Bytes()) {
					t.Errorf("the page is no UTF-8: %q", out.Bytes())
				}
			}
		}
	})
}

// TestManyRelated checks that people are shown some places of many only.
func TestManyRelated(t *testing.T) {
	r := sample()
	r.Findings = r.Findings[:1]
	r.Findings[0].Related = slices.Repeat([]finding.Related{{Range: r.Findings[0].Range, Message: "it waits here"}}, 12)
	for _, format := range []string{"github", "junit"} {
		out := string(render(t, format, r))
		if n := strings.Count(out, "it waits here"); n != 10 || !strings.Contains(out, "and 2 more places") {
			t.Errorf("%s shows %d places, want 10 and that there are 2 more:\n%s", format, n, out)
		}
	}
	r.Color = true
	if out := string(render(t, "text", r)); strings.Count(out, "it waits here") != 10 || !strings.Contains(out, "    and 2 more places\n") {
		t.Errorf("the terminal shows\n%s", out)
	}
	if out := string(render(t, "json", r)); strings.Count(out, "it waits here") != 12 {
		t.Errorf("JSON has not all places:\n%s", out)
	}
}
