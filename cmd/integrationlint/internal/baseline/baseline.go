// Package baseline records the findings that a code base has, so that later runs hide them and show what is new.
//
// The file is JSON with one line for each place, in a fixed order, so that its differences can be reviewed.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"slices"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// version is the version of the file's format. It is raised when old files can't be read any more, or when what they say
// would match other findings.
const version = 1

// A Baseline is a set of findings.
type Baseline struct {
	// Tests says that the findings include those in tests.
	Tests bool
	// Entries are in the order of their places.
	Entries []Entry
}

// An Entry stands for the findings that are alike.
type Entry struct {
	// File is the path of the file with forward slashes, relative to the root of the repository. Only its directory
	// tells findings apart: code may move to another file of the package.
	File string `json:"file"`
	// Function is the name of the declaration around the finding, RECEIVER.METHOD for a method.
	Function string `json:"function"`
	Rule     string `json:"rule"`
	Category string `json:"category"`
	// Code is a hash of the code that the finding points at; see [normalise]. The code itself may hold a secret.
	Code string `json:"code"`
	// Count is how many findings there are, at least 1.
	Count int `json:"count"`
}

// String returns where the findings are, and how many where there is more than one.
func (e Entry) String() string {
	text := e.Rule + " in " + e.File
	if e.Function != "" {
		text += ", " + e.Function
	}
	if e.Count > 1 {
		text += fmt.Sprintf(" (%d)", e.Count)
	}
	return text
}

// identity returns what tells findings apart.
func (e Entry) identity() Entry {
	e.File, e.Count = path.Dir(e.File), 0
	return e
}

// New returns the baseline of the findings of a repository. File names of findings and root must be absolute.
func New(fs []finding.Finding, root string, read finding.Reader) *Baseline {
	b := &Baseline{}
	entryOf := describer(root, read)
	at := map[Entry]int{}
	for i := range fs {
		e := entryOf(&fs[i])
		known, ok := at[e.identity()]
		if ok {
			b.Entries[known].Count++
			continue
		}
		at[e.identity()] = len(b.Entries)
		b.Entries = append(b.Entries, e)
	}
	slices.SortFunc(b.Entries, Entry.compare)
	return b
}

func (e Entry) compare(other Entry) int {
	return cmp.Or(cmp.Compare(e.File, other.File), cmp.Compare(e.Function, other.Function), cmp.Compare(e.Rule, other.Rule),
		cmp.Compare(e.Category, other.Category), cmp.Compare(e.Code, other.Code))
}

// Filter returns the findings that the baseline doesn't hold, and what it holds beyond the findings. Of findings that are
// alike it hides the first ones, as many as it has.
func (b *Baseline) Filter(fs []finding.Finding, root string, read finding.Reader) (shown []finding.Finding, unused []Entry) {
	left := map[Entry]int{}
	for _, e := range b.Entries {
		left[e.identity()] += e.Count
	}
	entryOf := describer(root, read)
	shown = finding.Select(fs, func(f *finding.Finding) bool {
		id := entryOf(f).identity()
		left[id]--
		return left[id] < 0
	})
	for _, e := range b.Entries {
		if n := min(left[e.identity()], e.Count); n > 0 {
			left[e.identity()] -= n
			e.Count = n
			unused = append(unused, e)
		}
	}
	return shown, unused
}

// describer returns a function that returns the entry of a finding.
func describer(root string, read finding.Reader) func(*finding.Finding) Entry {
	sources := finding.Sources(read)
	return func(f *finding.Finding) Entry {
		src := sources(f.Start.File)
		name, decl := src.Declaration(f.Start.Line)
		return Entry{
			File:     finding.Relative(root, f.Start.File),
			Function: name,
			Rule:     f.Rule,
			Category: f.Category,
			Code:     hash(normalise(src, decl, f.Range)),
			Count:    1,
		}
	}
}

// header is the part of the file that all versions have.
type header struct {
	Version int `json:"version"`
}

// content is the file.
type content struct {
	header
	Tests    bool    `json:"tests"`
	Findings []Entry `json:"findings"`
}

// Marshal returns the text of the file.
func (b *Baseline) Marshal() ([]byte, error) {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"version\": %d,\n  \"tests\": %t,\n  \"findings\": [", version, b.Tests)
	for i, e := range b.Entries {
		line, err := json.Marshal(e)
		if err != nil {
			return nil, err
		}
		separator := ","
		if i == 0 {
			separator = ""
		}
		fmt.Fprintf(&out, "%s\n    %s", separator, line)
	}
	out.WriteString("\n  ]\n}\n")
	return out.Bytes(), nil
}

// Read reads a baseline from a file. Errors name the file.
func Read(file string) (*Baseline, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	b, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return b, nil
}

// Parse reads the text of a file. It is an error if the text has keys that it doesn't know, or another version.
func Parse(data []byte) (*Baseline, error) {
	var h header
	if err := json.Unmarshal(data, &h); err != nil {
		return nil, atLine(data, err)
	}
	if h.Version != version {
		return nil, fmt.Errorf("this is no baseline of version %d, which this integrationlint reads; its version is %d", version, h.Version)
	}
	var c content
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&c); err != nil {
		return nil, atLine(data, err)
	}
	for i, e := range c.Findings {
		if e.File == "" || e.Rule == "" || e.Code == "" || e.Count < 1 {
			return nil, fmt.Errorf("entry %d lacks a file, rule, code or count", i+1)
		}
	}
	return &Baseline{Tests: c.Tests, Entries: c.Findings}, nil
}

// atLine puts the line at which JSON is wrong, if it is known, before the error.
func atLine(data []byte, err error) error {
	offset := int64(-1)
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset = e.Offset
	} else if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		offset = e.Offset
	}
	if offset < 0 || offset > int64(len(data)) {
		return err
	}
	return fmt.Errorf("line %d: %w", 1+bytes.Count(data[:offset], []byte("\n")), err)
}
