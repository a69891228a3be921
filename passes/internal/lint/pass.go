package lint

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"iter"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// A Pass is one rule's view of one package.
type Pass struct {
	*analysis.Pass
	// Summary is what the functions of the package do; nil if nothing in the package can
	// reach a library of the catalog.
	Summary *summary.Package

	tests      bool
	directives Directives
	inspector  *inspector.Inspector
	findings   []*Finding
	used       map[*Directive]bool
	quiet      map[*ast.File]bool // files in which nothing is reported
}

func newPass(pass *analysis.Pass, tests bool) *Pass {
	p := &Pass{
		Pass:       pass,
		Summary:    pass.ResultOf[summary.Analyzer].(*summary.Package),
		tests:      tests,
		directives: pass.ResultOf[directives].(Directives),
		used:       map[*Directive]bool{},
		quiet:      map[*ast.File]bool{},
	}
	for _, file := range pass.Files {
		p.quiet[file] = ast.IsGenerated(file) || !tests && isTestCode(pass, file)
	}
	return p
}

// A Finding is a diagnostic in the making.
type Finding struct {
	pass       *Pass
	file       *ast.File
	diagnostic analysis.Diagnostic
}

// Report records a finding at rng. category is the stable name of the kind of
// finding. The message says what happens at run time and why, in lower case and without a period.
//
// The result is nil where nothing may be reported (generated code, tests, a directive);
// its methods do nothing then.
func (p *Pass) Report(rng analysis.Range, category, format string, args ...any) *Finding {
	file := p.FileAt(rng.Pos())
	if file == nil || p.quiet[file] || p.silenced(rng.Pos()) {
		return nil
	}
	f := &Finding{pass: p, file: file, diagnostic: analysis.Diagnostic{
		Pos:      rng.Pos(),
		End:      rng.End(),
		Category: category,
		Message:  fmt.Sprintf(format, args...),
		URL:      p.Analyzer.URL,
	}}
	p.findings = append(p.findings, f)
	return f
}

// Quiet reports whether findings at pos are dropped because its file is
// generated, or test code.
func (p *Pass) Quiet(pos token.Pos) bool {
	file := p.FileAt(pos)
	return file == nil || p.quiet[file]
}

// silenced looks for a directive on the line of pos and remembers that it was of use.
// Directives are looked up by the real file, not by the one that a //line comment names.
func (p *Pass) silenced(pos token.Pos) bool {
	file := p.Fset.File(pos)
	d := p.directives.match(p.Analyzer.Name, file.Name(), p.Fset.PositionFor(pos, true).Line)
	if d == nil {
		return false
	}
	p.used[d] = true
	return true
}

// Related adds a place that explains the finding.
func (f *Finding) Related(rng analysis.Range, format string, args ...any) {
	if f == nil {
		return
	}
	f.diagnostic.Related = append(f.diagnostic.Related, analysis.RelatedInformation{
		Pos: rng.Pos(), End: rng.End(), Message: fmt.Sprintf(format, args...),
	})
}

// Fix offers the fix that build makes, unless build abandons it. A finding has
// one fix at most, since golangci-lint applies all that it is given.
func (f *Finding) Fix(message string, build func(*fix.Builder)) {
	if f == nil {
		return
	}
	b := fix.New(f.pass.Pass, f.file)
	build(b)
	if suggested, ok := b.Fix(message); ok {
		f.diagnostic.SuggestedFixes = []analysis.SuggestedFix{suggested}
	}
}

// Directives yields the directives of the package, file by file.
func (p *Pass) Directives() iter.Seq[*Directive] {
	return func(yield func(*Directive) bool) {
		for _, file := range p.Files {
			for _, d := range p.directives[p.Fset.File(file.FileStart).Name()] {
				if !yield(d) {
					return
				}
			}
		}
	}
}

// flush reports all findings in the order of their places.
func (p *Pass) flush() *Result {
	slices.SortStableFunc(p.findings, func(a, b *Finding) int {
		return cmp.Or(cmp.Compare(a.diagnostic.Pos, b.diagnostic.Pos), cmp.Compare(a.diagnostic.Message, b.diagnostic.Message))
	})
	for _, f := range p.findings {
		p.Pass.Report(f.diagnostic)
	}
	return &Result{Used: p.used}
}

// FileAt returns the file that holds pos, or nil.
func (p *Pass) FileAt(pos token.Pos) *ast.File {
	for _, file := range p.Files {
		if file.FileStart <= pos && pos <= file.FileEnd {
			return file
		}
	}
	return nil
}

// Cursor returns the cursor of the innermost syntax that contains the range.
func (p *Pass) Cursor(start, end token.Pos) (inspector.Cursor, bool) {
	if p.inspector == nil {
		p.inspector = inspector.New(p.Files)
	}
	return p.inspector.Root().FindByPos(start, end)
}
