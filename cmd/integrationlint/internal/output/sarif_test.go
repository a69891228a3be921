package output

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
)

// sarifOf writes a report as SARIF and reads it back.
func sarifOf(t *testing.T, r *Report) *sarif.Report {
	t.Helper()
	var out bytes.Buffer
	if err := writeSARIF(&out, r); err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(bytes.NewReader(out.Bytes()))
	dec.DisallowUnknownFields()
	if err := dec.Decode(new(sarif.Report)); err != nil {
		t.Fatal(err)
	}
	report, err := sarif.FromBytes(out.Bytes()) // as above, with empty lists where the library wants them
	if err != nil {
		t.Fatal(err)
	}
	// The library can't leave these out as we do; the values are the defaults.
	report.Runs[0].Language, report.Runs[0].Tool.Driver.Language = "en-US", "en-US"
	report.Runs[0].NewlineSequences = []string{"\r\n", "\n"}
	return report
}

// TestSARIFSchema validates against the official schema of version 2.1.0, which
// the library embeds.
func TestSARIFSchema(t *testing.T) {
	empty := sample()
	empty.Findings, empty.Errors, empty.Rules = nil, nil, nil
	for _, r := range []*Report{sample(), empty} {
		if err := sarifOf(t, r).Validate(); err != nil {
			t.Error(err)
		}
	}
	for name, spoil := range map[string]func(*sarif.Run){
		"level":   func(run *sarif.Run) { run.Results[0].Level = "fatal" },
		"message": func(run *sarif.Run) { run.Results[0].Message = nil },
		"driver":  func(run *sarif.Run) { run.Tool.Driver.Name = nil },
	} {
		report := sarifOf(t, sample())
		spoil(report.Runs[0])
		if report.Validate() == nil {
			t.Errorf("the schema accepts a spoilt %s", name)
		}
	}
}

// TestSARIFForGitHub asserts what GitHub code scanning requires or reads.
func TestSARIFForGitHub(t *testing.T) {
	report := sarifOf(t, sample())
	run := report.Runs[0]
	if *run.Tool.Driver.Name != "integrationlint" || *run.AutomationDetails.ID != "integrationlint/" {
		t.Errorf("driver %q, category %q", *run.Tool.Driver.Name, *run.AutomationDetails.ID)
	}
	for _, rule := range run.Tool.Driver.Rules {
		for what, m := range map[string]*sarif.MultiformatMessageString{
			"shortDescription": rule.ShortDescription, "fullDescription": rule.FullDescription, "help": rule.Help,
		} {
			if m == nil || m.Text == nil || *m.Text == "" {
				t.Errorf("rule %s has no %s", *rule.ID, what)
			}
		}
		if rule.Help.Markdown == nil || *rule.Help.Markdown == "" {
			t.Errorf("rule %s has no help in Markdown", *rule.ID)
		}
		checkRuleProperties(t, rule)
	}
	for _, result := range run.Results {
		location := result.Locations[0].PhysicalLocation
		if location.Region.StartLine == nil || *location.Region.StartLine < 1 {
			t.Errorf("%s: no start line", *result.RuleID)
		}
		if i := result.RuleIndex; *run.Tool.Driver.Rules[i].ID != *result.RuleID {
			t.Errorf("result of %s points to rule %d", *result.RuleID, i)
		}
	}
	first := run.Results[0]
	if got := *first.Locations[0].PhysicalLocation.ArtifactLocation.URI; got != "web/a%20b%25.go" {
		t.Errorf("URI is %q", got)
	}
	if first.PartialFingerprints["primaryLocationLineHash"] != lineHashes([]byte(serverSource))[3] {
		t.Errorf("fingerprints are %v", first.PartialFingerprints)
	}
	for i, related := range first.RelatedLocations {
		if link := "](" + strconv.Itoa(related.ID) + ")"; related.ID != i+1 || !strings.Contains(*first.Message.Text, link) {
			t.Errorf("related location %d is not linked from %q", related.ID, *first.Message.Text)
		}
	}
}

func checkRuleProperties(t *testing.T, rule *sarif.ReportingDescriptor) {
	t.Helper()
	bag := rule.Properties
	severities := []any{"error", "warning", "recommendation"}
	precisions := []any{"very-high", "high", "medium", "low"}
	if !slices.Contains(severities, bag.Properties["problem.severity"]) || !slices.Contains(precisions, bag.Properties["precision"]) {
		t.Errorf("rule %s has properties %v", *rule.ID, bag.Properties)
	}
	if len(bag.Tags) > 20 {
		t.Errorf("rule %s has %d tags; GitHub takes 20", *rule.ID, len(bag.Tags))
	}
	score, scored := bag.Properties["security-severity"]
	if slices.Contains(bag.Tags, "security") != scored {
		t.Errorf("rule %s has tags %v and security severity %v", *rule.ID, bag.Tags, score)
	}
	if text, ok := score.(string); scored {
		if n, err := strconv.ParseFloat(text, 64); !ok || err != nil || n <= 0 || n > 10 {
			t.Errorf("rule %s has security severity %v", *rule.ID, score)
		}
	}
}

func TestSARIFFile(t *testing.T) {
	tests := []struct{ root, file, want string }{
		{"/repo", "/repo/a.go", "a.go"},
		{"/repo", "/repo/a:b/c.go", "./a:b/c.go"},
		{"/repo", "/repo/ü#?.go", "%C3%BC%23%3F.go"},
		{"/repo", "/else/x y.go", "file:///else/x%20y.go"},
	}
	for _, test := range tests {
		r := &Report{Root: test.root}
		if got := r.artifact(test.file).URI; got != test.want {
			t.Errorf("URI of %s below %s is %q, want %q", test.file, test.root, got, test.want)
		}
	}
}

// TestLineHashes uses the examples of GitHub's own test.
func TestLineHashes(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"", []string{"c129715d7a2bc9a3:1"}},
		{" a\nb\n  \t\tc\n d", []string{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
		{" a\rb\r\n  \t\tc\n d", []string{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
		{strings.Repeat("Lorem ipsum dolor sit amet.\n", 7), []string{
			"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3",
			"a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
		}},
	}
	for _, test := range tests {
		if got := lineHashes([]byte(test.text)); !slices.Equal(got, test.want) {
			t.Errorf("lineHashes(%.20q) = %v, want %v", test.text, got, test.want)
		}
	}
}
