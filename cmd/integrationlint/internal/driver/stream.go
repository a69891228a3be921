package driver

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// DependencyMark ends the ID of a package that was analysed as a dependency only, so
// without its tests. The vet tool adds it, since the go command doesn't tell.
const DependencyMark = " [dependency]"

// A unit is what the vet tool printed for one package: diagnostics or an error by analyzer.
type unit map[string]map[string]json.RawMessage

type jsonDiagnostic struct {
	Category       string        `json:"category"`
	Posn           string        `json:"posn"`
	End            string        `json:"end"`
	Message        string        `json:"message"`
	SuggestedFixes []jsonFix     `json:"suggested_fixes"`
	Related        []jsonRelated `json:"related"`
}

type jsonFix struct {
	Message string `json:"message"`
	Edits   []struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	} `json:"edits"`
}

type jsonRelated struct {
	Posn    string `json:"posn"`
	End     string `json:"end"`
	Message string `json:"message"`
}

// A stream is the decoded output of go vet -json.
type stream struct {
	findings []finding.Finding
	// failures say which analyzers failed, on which package and why.
	failures []string
	// units counts the packages that were analysed.
	units int
}

// decodeStream reads the concatenated JSON objects that go vet -json prints, with comment
// lines between them. It calls each after every object.
func decodeStream(r io.Reader, each func()) (*stream, error) {
	s := &stream{}
	dec := json.NewDecoder(&commentFilter{r: bufio.NewReader(r)})
	for {
		var u unit
		if err := dec.Decode(&u); err == io.EOF {
			return s, nil
		} else if err != nil {
			return s, fmt.Errorf("unexpected output of go vet: %w", err)
		}
		s.units++
		for _, id := range slices.Sorted(maps.Keys(u)) {
			for _, analyzer := range slices.Sorted(maps.Keys(u[id])) {
				if err := s.add(id, analyzer, u[id][analyzer]); err != nil {
					return s, fmt.Errorf("unexpected output of go vet for %s: %w", id, err)
				}
			}
		}
		each()
	}
}

func (s *stream) add(id, analyzer string, data json.RawMessage) error {
	if bytes.HasPrefix(data, []byte("{")) {
		var failure struct {
			Error string `json:"error"`
		}
		err := json.Unmarshal(data, &failure)
		s.failures = append(s.failures, fmt.Sprintf("%s: analyzer %s failed: %s", importPath(id), analyzer, failure.Error))
		return err
	}
	var diagnostics []jsonDiagnostic
	if err := json.Unmarshal(data, &diagnostics); err != nil {
		return err
	}
	for _, d := range diagnostics {
		f := finding.Finding{
			Rule:       analyzer,
			Category:   d.Category,
			Package:    importPath(id),
			Dependency: strings.HasSuffix(id, DependencyMark),
			Range:      parseRange(d.Posn, d.End),
			Message:    d.Message,
		}
		for _, r := range d.Related {
			f.Related = append(f.Related, finding.Related{Range: parseRange(r.Posn, r.End), Message: r.Message})
		}
		if len(d.SuggestedFixes) > 0 { // the first one is the one that go vet applies
			f.Fix = d.SuggestedFixes[0].decode()
		}
		s.findings = append(s.findings, f)
	}
	return nil
}

func (fix jsonFix) decode() *finding.Fix {
	out := &finding.Fix{Message: fix.Message}
	for _, e := range fix.Edits {
		out.Edits = append(out.Edits, finding.Edit{File: e.Filename, Start: e.Start, End: e.End, New: e.New})
	}
	return out
}

func parseRange(start, end string) finding.Range {
	g := finding.Range{Start: finding.ParsePosition(start), End: finding.ParsePosition(end)}
	if end == "" {
		g.End = g.Start
	}
	return g
}

// importPath returns the import path in a package's ID, which may name a test variant:
// "example.com/p [example.com/p.test]".
func importPath(id string) string {
	path, _, _ := strings.Cut(id, " ")
	return path
}

// A commentFilter reads r without the lines that begin with "#".
type commentFilter struct {
	r    *bufio.Reader
	line []byte
}

func (f *commentFilter) Read(p []byte) (int, error) {
	for len(f.line) == 0 {
		line, err := f.r.ReadBytes('\n')
		if len(line) == 0 {
			return 0, err
		}
		if line[0] != '#' {
			f.line = line
		}
	}
	n := copy(p, f.line)
	f.line = f.line[n:]
	return n, nil
}
