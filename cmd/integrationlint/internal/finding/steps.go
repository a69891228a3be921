package finding

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/integrationlint/integrationlint/passes"
)

// Select returns the findings for which keep is true.
func Select(fs []Finding, keep func(*Finding) bool) []Finding {
	var kept []Finding
	for i := range fs {
		if keep(&fs[i]) {
			kept = append(kept, fs[i])
		}
	}
	return kept
}

// Dedupe returns the first of the findings that are equal in rule, kind, place and message. The
// same file may have been analysed as part of several variants of a package.
func Dedupe(fs []Finding) []Finding {
	type key struct {
		rule, category, message string
		at                      Position
	}
	seen := map[key]bool{}
	return Select(fs, func(f *Finding) bool {
		k := key{f.Rule, f.Category, f.Message, f.Start}
		if seen[k] {
			return false
		}
		seen[k] = true
		return true
	})
}

// WithRules returns the findings with the severity and URL of their rules; overrides
// replaces the severities of all findings of the rules that it names.
func WithRules(fs []Finding, rules []passes.Rule, overrides map[string]passes.Severity) []Finding {
	byName := map[string]passes.Rule{}
	for _, rule := range rules {
		byName[rule.Analyzer.Name] = rule
	}
	return update(fs, func(f *Finding) {
		if rule, ok := byName[f.Rule]; ok {
			f.Severity, f.URL = rule.SeverityOf(f.Category), rule.Analyzer.URL
		}
		if severity, ok := overrides[f.Rule]; ok {
			f.Severity = severity
		}
	})
}

// An Exclusion drops the findings of some rules in some files.
type Exclusion struct {
	// Path is a glob with ** for any directories, matched against the file's path relative to Dir
	// with forward slashes. Empty stands for all files.
	Path string
	// Dir is an absolute directory.
	Dir string
	// Rules are names of rules; none stands for all rules.
	Rules []string
}

// Exclude returns the findings that no exclusion drops. File names must be absolute.
func Exclude(fs []Finding, exclusions []Exclusion) []Finding {
	return Select(fs, func(f *Finding) bool {
		for _, e := range exclusions {
			if e.matches(f) {
				return false
			}
		}
		return true
	})
}

func (e Exclusion) matches(f *Finding) bool {
	return (len(e.Rules) == 0 || slices.Contains(e.Rules, f.Rule)) &&
		(e.Path == "" || doublestar.MatchUnvalidated(e.Path, Relative(e.Dir, f.Start.File)))
}

// A PathRule says what is different in some files.
type PathRule struct {
	// Path and Dir are as in [Exclusion], but Path isn't empty.
	Path, Dir string
	// Enable are the only rules that report there; none stands for all. Disable are rules that don't.
	Enable, Disable []string
	// Severity replaces the severities of rules.
	Severity map[string]passes.Severity
}

// ApplyPaths returns the findings of the rules that report where they are, with the severities that hold there. Of several path rules that hold for a file, the last
// that says something of a rule counts. File names must be absolute.
func ApplyPaths(fs []Finding, rules []PathRule) []Finding {
	enabled := Select(fs, func(f *Finding) bool {
		reports := true
		for _, r := range rules {
			switch {
			case !r.holdsFor(f):
			case slices.Contains(r.Disable, f.Rule):
				reports = false
			case len(r.Enable) > 0:
				reports = slices.Contains(r.Enable, f.Rule)
			}
		}
		return reports
	})
	return update(enabled, func(f *Finding) {
		for _, r := range rules {
			if severity, ok := r.Severity[f.Rule]; ok && r.holdsFor(f) {
				f.Severity = severity
			}
		}
	})
}

func (r PathRule) holdsFor(f *Finding) bool { return Exclusion{Path: r.Path, Dir: r.Dir}.matches(f) }

// Relativize returns the findings with the file names that lie below dir relative to
// it, and all file names with forward slashes.
func Relativize(fs []Finding, dir string) []Finding {
	return update(fs, func(f *Finding) {
		f.Range = f.relativeTo(dir)
		related := make([]Related, len(f.Related))
		for i, r := range f.Related {
			related[i] = Related{r.relativeTo(dir), r.Message}
		}
		f.Related = related
		if f.Fix == nil {
			return
		}
		fix := &Fix{Message: f.Fix.Message, Edits: make([]Edit, len(f.Fix.Edits))}
		for i, e := range f.Fix.Edits {
			fix.Edits[i] = Edit{Relative(dir, e.File), e.Start, e.End, e.New}
		}
		f.Fix = fix
	})
}

func (r Range) relativeTo(dir string) Range {
	r.Start.File, r.End.File = Relative(dir, r.Start.File), Relative(dir, r.End.File)
	return r
}

// Relative returns file relative to dir with forward slashes, or file itself if it
// doesn't lie below dir.
func Relative(dir, file string) string {
	rel, err := filepath.Rel(dir, file)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return filepath.ToSlash(file)
	}
	return filepath.ToSlash(rel)
}

// update returns a copy of the findings, each changed by change.
func update(fs []Finding, change func(*Finding)) []Finding {
	changed := make([]Finding, len(fs))
	for i, f := range fs {
		change(&f)
		changed[i] = f
	}
	return changed
}
