package linttest

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/scanner"
)

// A want is what a comment expects on a line: a finding, or a fact about the
// object called fact.
type want struct {
	fact string
	rx   *regexp.Regexp
}

// A place is a line of a file.
type place struct {
	file string
	line int
}

// wants are the expectations not met so far.
type wants map[place][]want

// checkWants compares the findings and facts with the want comments.
func checkWants(t reporter, o *outcome) {
	t.Helper()
	open := parseWants(t, o)
	for _, f := range o.findings {
		posn := o.position(f.Pos)
		if !open.meet(posn, "", f.Message) {
			t.Errorf("%s: unexpected finding: %s", posn, f.Message)
		}
	}
	seen := make(map[string]bool) // a file may belong to two packages
	for act := range o.graph.All() {
		if !slices.Contains(o.loaded, act.Package) {
			continue
		}
		for _, f := range facts(act) {
			posn := o.factPosition(f)
			text := fmt.Sprint(f.fact)
			id := fmt.Sprint(act.Analyzer.Name, posn, f.name(), text)
			if !seen[id] && !open.meet(posn, f.name(), text) && act.IsRoot {
				t.Errorf("%s: unexpected fact about %s: %s", posn, f.name(), text)
			}
			seen[id] = true
		}
	}
	open.report(t)
}

// factPosition returns the line on which a fact is expected.
func (o *outcome) factPosition(f factOf) token.Position {
	if f.object != nil {
		return o.position(f.object.Pos())
	}
	for _, pkg := range o.loaded {
		if pkg.Types == f.pkg && len(pkg.Syntax) > 0 {
			posn := o.position(pkg.Syntax[0].Package)
			posn.Line, posn.Column = 1, 1
			return posn
		}
	}
	return token.Position{}
}

// meet takes out an expectation that text meets, and reports whether there was one.
func (w wants) meet(posn token.Position, fact, text string) bool {
	at := place{posn.Filename, posn.Line}
	for i, want := range w[at] {
		if want.fact == fact && want.rx.MatchString(text) {
			w[at] = slices.Delete(w[at], i, i+1)
			return true
		}
	}
	return false
}

// report reports the expectations that were not met.
func (w wants) report(t reporter) {
	t.Helper()
	var missing []string
	for at, left := range w {
		for _, want := range left {
			what := "finding"
			if want.fact != "" {
				what = "fact about " + want.fact
			}
			missing = append(missing, fmt.Sprintf("%s:%d: no %s matches %#q", at.file, at.line, what, want.rx))
		}
	}
	slices.Sort(missing)
	for _, text := range missing {
		t.Errorf("%s", text)
	}
}

// parseWants reads the want comments and checks that the files have those that
// their names promise.
func parseWants(t reporter, o *outcome) wants {
	t.Helper()
	all := make(wants)
	for _, name := range slices.Sorted(maps.Keys(o.files)) {
		n := 0
		for _, group := range o.files[name].Comments {
			for _, c := range group.List {
				posn := o.position(c.Pos())
				offset, expected, err := parseWant(c)
				if err != nil {
					t.Errorf("%s: %v", posn, err)
				}
				at := place{posn.Filename, posn.Line + offset}
				all[at] = append(all[at], expected...)
				n += len(expected)
			}
		}
		base := filepath.Base(name)
		if strings.HasPrefix(base, "ok") && n > 0 {
			t.Errorf("%s: a file ok*.go has want comments", o.relative(name))
		}
		if strings.HasPrefix(base, "bad") && n == 0 {
			t.Errorf("%s: a file bad*.go has no want comment", o.relative(name))
		}
	}
	return all
}

// wantComment matches the text of a comment that is a want comment, or that
// ends in one. The last is for findings about comments.
var wantComment = regexp.MustCompile(`(?s)^(?:/[/*]\s*|.*// *)want\s(.*)$`)

// parseWant parses a comment. The expectations, if there are any, are for the
// line that is offset lines below the comment.
func parseWant(c *ast.Comment) (offset int, expected []want, err error) {
	m := wantComment.FindStringSubmatch(strings.TrimSuffix(c.Text, "*/"))
	if m == nil {
		return 0, nil, nil
	}
	var s scanner.Scanner
	s.Init(strings.NewReader(m[1]))
	s.Error = func(_ *scanner.Scanner, msg string) { err = fmt.Errorf("in want comment: %s", msg) }
	s.Mode = scanner.ScanIdents | scanner.ScanInts | scanner.ScanStrings | scanner.ScanRawStrings
	fact := ""
	for tok := s.Scan(); tok != scanner.EOF && err == nil; tok = s.Scan() {
		text := s.TokenText()
		switch tok {
		case '+':
			s.Scan()
			offset, err = strconv.Atoi(s.TokenText())
		case scanner.Ident:
			fact = text
			if s.Scan() != ':' {
				err = fmt.Errorf("in want comment: no ':' behind %s", fact)
			}
		case scanner.String, scanner.RawString:
			pattern, _ := strconv.Unquote(text)
			var rx *regexp.Regexp
			if rx, err = regexp.Compile(pattern); err == nil {
				expected = append(expected, want{fact, rx})
			}
			fact = ""
		default:
			err = fmt.Errorf("in want comment: unexpected %s", text)
		}
	}
	if err == nil && len(expected) == 0 {
		err = fmt.Errorf("want comment without a pattern")
	}
	return offset, expected, err
}
