package lint

import (
	"go/ast"
	"go/token"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Directive is a comment that silences findings:
//
//	//integrationlint:ignore RULE[,RULE] reason
//	//integrationlint:verified-by gateway|mtls|middleware reason
//	//nolint:integrationlint,RULE
//
// The second is the answer to webhookverify where something in front of the program verifies what it receives.
//
// It holds for the line that it stands on or, standing alone, for the line below it, and for
// everything that begins on that line. Behind the last line of a statement it holds for the whole.
type Directive struct {
	pos, end token.Pos
	// Rules are the names given. "integrationlint" and "all" stand for every rule.
	Rules []string
	// Verified tells a verified-by directive, and Verifier is what verifies, as it is written there: see [Verifiers].
	Verified bool
	Verifier string
	// Reason is the text after the rules; a nolint comment needs none.
	Reason string
	// Nolint tells a nolint comment, which other tools read as well, from an ignore directive.
	Nolint bool

	first, last int // the lines that it holds for
}

// Pos returns where the comment begins.
func (d *Directive) Pos() token.Pos { return d.pos }

// End returns where the comment ends.
func (d *Directive) End() token.Pos { return d.end }

// Directives are the directives of a package, by file name.
type Directives map[string][]*Directive

// directives finds the directives of a package, once for all rules.
var directives = &analysis.Analyzer{
	Name:       "integrationlintdirectives",
	Doc:        "find the comments that silence integrationlint",
	URL:        rulesURL + "directive",
	ResultType: reflect.TypeFor[Directives](),
	Run: func(pass *analysis.Pass) (any, error) {
		found := Directives{}
		for _, file := range pass.Files {
			if ds := fileDirectives(pass.Fset, file); len(ds) > 0 {
				found[pass.Fset.File(file.FileStart).Name()] = ds
			}
		}
		return found, nil
	},
}

const (
	ignorePrefix   = "//integrationlint:ignore"
	verifiedPrefix = "//integrationlint:verified-by"
)

// Verifiers are what may stand in a verified-by directive.
var Verifiers = []string{"gateway", "mtls", "middleware"}

// nolint is golangci-lint's comment; without names it stands for every linter.
var nolint = regexp.MustCompile(`^//\s*nolint(?::([\w, -]*))?(?:\s|$)`)

// ParseDirective returns the directive that the text of a comment holds, or nil.
func ParseDirective(text string) *Directive {
	if names, reason, ok := cutDirective(text, ignorePrefix); ok {
		return &Directive{Rules: splitNames(names), Reason: reason}
	}
	if verifier, reason, ok := cutDirective(text, verifiedPrefix); ok {
		return &Directive{Rules: []string{"webhookverify"}, Verified: true, Verifier: verifier, Reason: reason}
	}
	m := nolint.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	names := splitNames(m[1])
	if len(names) == 0 {
		names = []string{"all"}
	}
	return &Directive{Rules: names, Nolint: true}
}

// cutDirective returns the word behind a directive's name, and the text behind that.
func cutDirective(text, prefix string) (word, reason string, ok bool) {
	rest, ok := strings.CutPrefix(text, prefix)
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return "", "", false // another name, such as ignored
	}
	word, reason, _ = strings.Cut(strings.TrimSpace(rest), " ")
	return word, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(reason), "--")), true
}

func splitNames(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
}

// Names reports whether the directive names the rule.
func (d *Directive) Names(rule string) bool {
	return slices.ContainsFunc(d.Rules, func(name string) bool {
		return name == rule || name == "integrationlint" || d.Nolint && name == "all"
	})
}

func fileDirectives(fset *token.FileSet, file *ast.File) []*Directive {
	var found []*Directive
	for _, group := range file.Comments {
		for _, comment := range group.List {
			d := ParseDirective(comment.Text)
			if d == nil {
				continue
			}
			d.pos, d.end = comment.Pos(), comment.End()
			d.first = fset.Position(comment.Pos()).Line
			d.last = d.first
			found = append(found, d)
		}
	}
	if len(found) > 0 {
		extend(fset, file, found)
	}
	return found
}

// extend lets each directive hold for what begins on its line, for the statement whose end it
// trails or, where it stands alone, for what begins on the next line.
func extend(fset *token.FileSet, file *ast.File, found []*Directive) {
	ends, begins := map[int]int{}, map[int]int{} // first line of a node -> last line; last line of a statement -> first line
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.File, *ast.Comment, *ast.CommentGroup:
			return n != nil
		}
		first, last := fset.Position(n.Pos()).Line, fset.Position(n.End()).Line
		ends[first] = max(ends[first], last)
		if isSimple(n) {
			begins[last] = first
		}
		return true
	})
	own := map[int]bool{}
	for _, d := range found {
		own[d.first] = true
	}
	for _, d := range found {
		if end, ok := ends[d.first]; ok {
			d.last = end
			continue
		}
		if first, ok := begins[d.first]; ok {
			d.first = first
			continue
		}
		next := d.first + 1
		for own[next] && ends[next] == 0 {
			next++ // several directives above one line
		}
		d.last = max(next, ends[next])
	}
}

// isSimple reports whether a node is a statement, or a declared variable, without statements of
// its own other than in function literals.
func isSimple(n ast.Node) bool {
	switch n.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.ReturnStmt, *ast.DeferStmt, *ast.GoStmt, *ast.SendStmt, *ast.ValueSpec:
		return true
	}
	return false
}

// match returns the first directive in file that silences the rule on the line, or nil.
func (ds Directives) match(rule, file string, line int) *Directive {
	for _, d := range ds[file] {
		if d.first <= line && line <= d.last && d.Names(rule) {
			return d
		}
	}
	return nil
}
