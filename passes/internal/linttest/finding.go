package linttest

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/go/analysis"
)

// checkFinding checks the form of a finding: its ranges, message and fix.
func checkFinding(t reporter, o *outcome, f analysis.Diagnostic) {
	t.Helper()
	file := o.fileAt(f.Pos)
	if file == nil {
		t.Errorf("finding at no place of the package: %s", f.Message)
		return
	}
	posn := o.position(f.Pos)
	if !o.isRange(f.Pos, f.End) {
		t.Errorf("%s: finding does not end in its file, behind its begin: %s", posn, f.Message)
	}
	for _, r := range f.Related {
		if r.Message == "" || !o.isRange(r.Pos, r.End) {
			t.Errorf("%s: related place %q has no message or no range", posn, r.Message)
		}
	}
	if fault := messageFault(o.analyzer.Name, f.Message, file); fault != "" {
		t.Errorf("%s: message %s: %s", posn, fault, f.Message)
	}
	if len(f.SuggestedFixes) > 1 {
		t.Errorf("%s: finding has %d fixes: golangci-lint would apply all of them", posn, len(f.SuggestedFixes))
	}
	for _, fix := range f.SuggestedFixes {
		if !o.isSound(f, fix) {
			t.Errorf("%s: fix %q has no edit, or one that is no range of the finding's file", posn, fix.Message)
		}
		if fault := fixMessageFault(fix.Message); fault != "" {
			t.Errorf("%s: fix message %s: %q", posn, fault, fix.Message)
		}
	}
}

// fileAt returns the file of the packages that holds pos, or nil.
func (o *outcome) fileAt(pos token.Pos) *ast.File {
	if file := o.fset.File(pos); file != nil {
		return o.files[file.Name()]
	}
	return nil
}

// isRange reports whether pos and end are positions of one file, in this order.
func (o *outcome) isRange(pos, end token.Pos) bool {
	file := o.fset.File(pos)
	return file != nil && pos <= end && int(end) <= file.Base()+file.Size()
}

// isSound reports whether the edits of a fix lie in the file of its finding.
func (o *outcome) isSound(f analysis.Diagnostic, fix analysis.SuggestedFix) bool {
	for _, e := range fix.TextEdits {
		end := e.End
		if !end.IsValid() {
			end = e.Pos // as package analysis has it
		}
		if !o.isRange(e.Pos, end) || o.fset.File(e.Pos) != o.fset.File(f.Pos) {
			return false
		}
	}
	return len(fix.TextEdits) > 0
}

// unwelcome matches words that a message can do without: it states what
// happens, and neither hedges nor begs nor commands.
var unwelcome = regexp.MustCompile(`(?i)\b(potential(?:ly)?|please|must)\b`)

// messageFault returns what is wrong with the message of a finding, or "".
func messageFault(rule, message string, file *ast.File) string {
	// That the rule directive speaks of a directive is no name-dropping.
	named, _ := regexp.MatchString(`(?i)\b`+regexp.QuoteMeta(rule)+`\b`, message)
	switch {
	case message == "" || strings.TrimSpace(message) != message:
		return "is empty or begins or ends with a space"
	case strings.ContainsRune(message, '\n'):
		return "has several lines"
	case strings.HasSuffix(message, "."):
		return "ends with a period"
	case named && rule != "directive":
		return "names the rule, which hosts do by themselves"
	case unwelcome.MatchString(message):
		return fmt.Sprintf("says %q", unwelcome.FindString(message))
	case !startsLow(message, file):
		return "begins with an upper-case letter"
	}
	return ""
}

// startsLow reports whether message begins with a lower-case letter, a
// quotation, or a name of the user's code.
func startsLow(message string, file *ast.File) bool {
	if r, _ := utf8.DecodeRuneInString(message); !unicode.IsUpper(r) {
		return true
	}
	word, _, _ := strings.Cut(message, " ")
	word = strings.TrimRight(word, ":,;")
	return strings.Contains(word, ".") || mentions(file, word)
}

// mentions reports whether file has an identifier called name.
func mentions(file *ast.File, name string) bool {
	for n := range ast.Preorder(file) {
		if id, ok := n.(*ast.Ident); ok && id.Name == name {
			return true
		}
	}
	return false
}

// fixMessageFault returns what is wrong with the message of a fix, or "".
func fixMessageFault(message string) string {
	r, _ := utf8.DecodeRuneInString(message)
	verb, _, _ := strings.Cut(message, " ")
	switch {
	case strings.TrimSpace(message) != message || strings.ContainsRune(message, '\n'):
		return "begins or ends with a space, or has several lines"
	case !unicode.IsUpper(r):
		return "does not begin with an upper-case letter"
	case strings.HasSuffix(message, "."):
		return "ends with a period"
	case strings.HasSuffix(verb, "ing") || strings.HasSuffix(verb, "ed") || strings.HasSuffix(verb, "s") && !strings.HasSuffix(verb, "ss"):
		return "does not begin with an imperative"
	}
	return ""
}
