package output

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

//go:embed report.html.tmpl
var reportTemplate string

// htmlTemplate parses the template when it is first needed: go vet starts the command once a package.
var htmlTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("report").Parse(reportTemplate))
})

// contextLines is how many lines an excerpt shows before and after the finding's.
const contextLines = 3

// The types below are what the template sees.

type htmlReport struct {
	Version string
	Summary string
	Errors  []string
	Indexes []htmlIndex
	Rules   []htmlRule
}

// An htmlIndex lists all findings by something that they have in common.
type htmlIndex struct {
	Title  string
	Groups []group[*htmlFinding]
}

// An htmlRule is a rule with its findings.
type htmlRule struct {
	group[*htmlFinding]
	Summary, URL string
}

type htmlFinding struct {
	ID              int // from 1
	Severity        passes.Severity
	Rule, Directory string
	Place           string
	Message         string
	Related         []htmlRelated
	Fix             string
	Excerpt         []htmlLine
	// Masked says that the literals of the excerpt are masked.
	Masked bool
	url    string
}

type htmlRelated struct{ Place, Message string }

// An htmlLine is a line of source. In a finding's first line, Marked is what the finding is about.
type htmlLine struct {
	Number                int
	Hit                   bool
	Before, Marked, After string
}

// writeHTML writes a page that needs nothing but itself. It has paths relative to the repository, since it is read elsewhere.
func writeHTML(w io.Writer, r *Report) error {
	var out bytes.Buffer
	if err := htmlTemplate().Execute(&out, r.htmlReport()); err != nil {
		return err
	}
	_, err := w.Write(bytes.ToValidUTF8(out.Bytes(), []byte("\ufffd")))
	return err
}

func (r *Report) htmlReport() htmlReport {
	out := htmlReport{Version: r.Version, Summary: Summary(r.Findings, nil), Errors: r.Errors}
	if len(r.Findings) == 0 {
		return out
	}
	all := make([]*htmlFinding, len(r.Findings))
	for i, f := range r.Findings {
		all[i] = r.htmlFinding(i+1, f)
	}
	byRule := sortedBy(all, func(f *htmlFinding) string { return f.Rule })
	bySeverity := groupBy(all, func(f *htmlFinding) string { return string(f.Severity) })
	slices.SortFunc(bySeverity, func(a, b group[*htmlFinding]) int {
		return slices.Index(severities, passes.Severity(a.Name)) - slices.Index(severities, passes.Severity(b.Name))
	})
	out.Indexes = []htmlIndex{
		{"Severity", bySeverity},
		{"Rule", byRule},
		{"Directory", sortedBy(all, func(f *htmlFinding) string { return f.Directory })},
	}
	out.Rules = r.htmlRules(byRule)
	return out
}

// sortedBy returns the findings by what key returns, in its order.
func sortedBy(fs []*htmlFinding, key func(*htmlFinding) string) []group[*htmlFinding] {
	groups := groupBy(fs, key)
	slices.SortFunc(groups, func(a, b group[*htmlFinding]) int { return strings.Compare(a.Name, b.Name) })
	return groups
}

// htmlRules adds to the findings of each rule what its documentation says.
func (r *Report) htmlRules(byRule []group[*htmlFinding]) []htmlRule {
	summaries := map[string]string{}
	for _, rule := range r.Rules {
		summaries[rule.Analyzer.Name], _ = splitDoc(rule)
	}
	var rules []htmlRule
	for _, g := range byRule {
		rules = append(rules, htmlRule{g, summaries[g.Name], g.Items[0].url})
	}
	return rules
}

func (r *Report) htmlFinding(id int, f finding.Finding) *htmlFinding {
	out := &htmlFinding{
		ID:        id,
		Severity:  f.Severity,
		Rule:      f.Rule,
		Directory: path.Dir(finding.Relative(r.Root, f.Start.File)),
		Place:     r.forgePlace(f.Start),
		Message:   f.Message,
		Excerpt:   r.excerpt(f.Range),
		url:       f.URL,
	}
	out.Masked = len(out.Excerpt) > 0 && r.holdsSecrets(f.Start.File)
	for _, related := range f.Related {
		out.Related = append(out.Related, htmlRelated{r.forgePlace(related.Start), related.Message})
	}
	if f.Fix != nil {
		out.Fix = f.Fix.Message
	}
	return out
}

// excerpt returns the first line of a range with the lines around it, or nothing if it can't be read.
func (r *Report) excerpt(g finding.Range) []htmlLine {
	lines := r.shown(g.Start.File)
	if g.Start.Line < 1 || g.Start.Line > len(lines) {
		return nil
	}
	first, last := max(g.Start.Line-contextLines, 1), min(g.Start.Line+contextLines, len(lines))
	var out []htmlLine
	for n := first; n <= last; n++ {
		line := htmlLine{Number: n, Before: string(lines[n-1])}
		if n == g.Start.Line {
			head, rest := lines.Cut(g.Start)
			marked := markedLength(g, rest)
			line = htmlLine{n, true, string(head), string(rest[:marked]), string(rest[marked:])}
		}
		out = append(out, line)
	}
	return out
}
