package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

// A gitlabIssue is an element of GitLab's Code Quality report
// (https://docs.gitlab.com/ci/testing/code_quality, "Code Quality report format").
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

// writeGitLab writes a Code Quality report, which has no place for what could not be analysed.
func writeGitLab(w io.Writer, r *Report) error {
	issues := []gitlabIssue{}
	seen := map[string]int{}
	for _, f := range r.Findings {
		path := finding.Relative(r.Root, f.Start.File)
		issues = append(issues, gitlabIssue{
			Description: oneLine(f.Message),
			CheckName:   f.Rule,
			Fingerprint: r.gitlabFingerprint(f, path, seen),
			Severity:    gitlabSeverity(f.Severity),
			Location:    gitlabLocation{path, gitlabLines{max(f.Start.Line, 1)}},
		})
	}
	return writeIndented(w, issues)
}

// gitlabFingerprint returns what GitLab compares the findings of two branches by. It shows one finding
// for each, so that seen counts those that are alike in rule, file and line.
func (r *Report) gitlabFingerprint(f finding.Finding, path string, seen map[string]int) string {
	key := strings.Join([]string{f.Rule, path, r.lineHash(f.Start)}, "\x00")
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
	seen[key]++
	return hex.EncodeToString(sum[:16])
}

func gitlabSeverity(severity passes.Severity) string {
	switch severity {
	case passes.Error:
		return "critical"
	case passes.Warning:
		return "major"
	}
	return "info"
}
