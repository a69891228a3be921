// Package fix builds suggested fixes that are safe to apply.
//
// A [Builder] collects the edits of one fix in one file. Edits are granular:
// what they do not name keeps its comments and its formatting. Hosts write what
// a fix says without parsing it, so [Builder.Fix] applies the edits to a copy of
// the source and gives the fix up when the outcome does not parse, loses a
// comment or leaves an import without use.
package fix

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Builder collects the edits of one fix in one file. Its methods may be
// called in any order; once something can not be done safely the fix is
// abandoned and further calls have no effect.
type Builder struct {
	pass   *analysis.Pass
	file   *ast.File
	tok    *token.File
	src    []byte
	crlf   bool // lines end in "\r\n"
	edits  []edit
	names  map[string]bool           // declared by this fix
	added  map[string][]string       // names of the imports that this fix adds, by path
	grown  map[*ast.CompositeLit]int // number of fields that this fix adds
	drop   *ast.ImportSpec           // that this fix leaves without use, or nil
	reason string                    // why the fix is abandoned
}

// An edit replaces src[start:end] by text.
type edit struct {
	start, end int
	text       string
	isImport   bool
}

// New returns a builder for a fix in file, which must be one of pass.Files.
func New(pass *analysis.Pass, file *ast.File) *Builder {
	b := &Builder{
		pass:  pass,
		file:  file,
		tok:   pass.Fset.File(file.Package),
		names: make(map[string]bool),
		added: make(map[string][]string),
		grown: make(map[*ast.CompositeLit]int),
	}
	if ast.IsGenerated(file) {
		b.Abandon("the file is generated")
		return b
	}
	readFile := pass.ReadFile
	if readFile == nil {
		readFile = os.ReadFile
	}
	src, err := readFile(b.tok.Name())
	if err != nil {
		b.Abandon(err.Error())
		return b
	}
	if len(src) != b.tok.Size() {
		b.Abandon("the file has changed since it was parsed")
		return b
	}
	b.src = src
	if eol := bytes.IndexByte(src, '\n'); eol > 0 {
		b.crlf = src[eol-1] == '\r'
	}
	return b
}

// Abandon gives the fix up: Fix will return false. The first reason counts.
func (b *Builder) Abandon(reason string) {
	if b.reason == "" {
		b.reason = reason
	}
}

// Insert inserts text before pos. Texts inserted at one position keep the
// order of the calls.
func (b *Builder) Insert(pos token.Pos, text string) {
	b.replace(pos, pos, text)
}

// InsertBefore inserts whole lines of text before a statement, with the statement's indent.
func (b *Builder) InsertBefore(stmt ast.Stmt, text string) {
	b.Insert(stmt.Pos(), strings.ReplaceAll(text, "\n", "\n"+b.Indent(stmt.Pos())))
}

// Replace replaces rng by text.
func (b *Builder) Replace(rng analysis.Range, text string) {
	b.replace(rng.Pos(), rng.End(), text)
}

// Delete deletes rng, and with it the lines that hold nothing else.
func (b *Builder) Delete(rng analysis.Range) {
	start, end, ok := b.offsets(rng.Pos(), rng.End())
	if !ok {
		return
	}
	lineStart := bytes.LastIndexByte(b.src[:start], '\n') + 1
	lineEnd := len(b.src)
	if eol := bytes.IndexByte(b.src[end:], '\n'); eol >= 0 {
		lineEnd = end + eol + 1
	}
	if isSpace(b.src[lineStart:start]) && isSpace(b.src[end:lineEnd]) {
		start, end = lineStart, lineEnd
	}
	b.edits = append(b.edits, edit{start: start, end: end})
}

// Text returns the source text of n, with its comments.
func (b *Builder) Text(n ast.Node) string {
	start, end, ok := b.offsets(n.Pos(), n.End())
	if !ok {
		return ""
	}
	return string(b.src[start:end])
}

// Indent returns the white space that the line of pos begins with.
func (b *Builder) Indent(pos token.Pos) string {
	start, _, ok := b.offsets(pos, pos)
	if !ok {
		return ""
	}
	line := b.src[bytes.LastIndexByte(b.src[:start], '\n')+1 : start]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

// Fix returns the fix. It returns false if there is no fix that is safe: it was
// abandoned, it changes nothing, its edits overlap, or the outcome does not
// parse, lacks a comment or has an import without use.
func (b *Builder) Fix(message string) (analysis.SuggestedFix, bool) {
	if b.reason == "" {
		b.sortEdits()
		b.check()
	}
	if b.reason != "" {
		return analysis.SuggestedFix{}, false
	}
	fix := analysis.SuggestedFix{Message: message}
	for _, e := range b.edits {
		fix.TextEdits = append(fix.TextEdits, analysis.TextEdit{
			Pos:     b.tok.Pos(e.start),
			End:     b.tok.Pos(e.end),
			NewText: []byte(e.text),
		})
	}
	return fix, true
}

// replace records an edit of what lies between pos and end.
func (b *Builder) replace(pos, end token.Pos, text string) {
	if start, stop, ok := b.offsets(pos, end); ok {
		b.edits = append(b.edits, edit{start: start, end: stop, text: b.lineEnds(text)})
	}
}

// offsets returns the byte offsets of pos and end. It abandons the fix if they
// are no range of the file, or if a line directive says that the text comes
// from elsewhere, as it does in what cgo and generators make.
func (b *Builder) offsets(pos, end token.Pos) (start, stop int, ok bool) {
	if b.reason != "" {
		return 0, 0, false
	}
	base := token.Pos(b.tok.Base())
	if pos < base || end < pos || end > base+token.Pos(b.tok.Size()) {
		b.Abandon("a position lies outside the file")
		return 0, 0, false
	}
	if b.tok.PositionFor(pos, true) != b.tok.PositionFor(pos, false) {
		b.Abandon("a line directive maps the text to another place")
		return 0, 0, false
	}
	return b.tok.Offset(pos), b.tok.Offset(end), true
}

// line returns the number of the line that pos is on.
func (b *Builder) line(pos token.Pos) int {
	return b.tok.PositionFor(pos, false).Line
}

// lineEnds gives text the line ends of the file.
func (b *Builder) lineEnds(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if b.crlf {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return text
}

// sortEdits puts the edits into the order of the file. Imports that are added
// at one place are in alphabetical order, whatever the order of the calls, and
// stay edits of their own: hosts that merge two fixes compare edit by edit.
func (b *Builder) sortEdits() {
	slices.SortStableFunc(b.edits, func(x, y edit) int {
		if c := cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(x.end, y.end)); c != 0 {
			return c
		}
		if x.isImport && y.isImport {
			return cmp.Compare(x.text, y.text)
		}
		return 0
	})
}

// check abandons the fix if the sorted edits do not lead to a sound file.
func (b *Builder) check() {
	var out []byte
	done := 0
	for _, e := range b.edits {
		if e.start < done {
			b.Abandon("edits overlap")
			return
		}
		out = append(out, b.src[done:e.start]...)
		out = append(out, e.text...)
		done = e.end
	}
	out = append(out, b.src[done:]...)
	if bytes.Equal(out, b.src) {
		b.Abandon("nothing changes")
		return
	}
	fixed, err := parser.ParseFile(token.NewFileSet(), "", out, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		b.Abandon(fmt.Sprintf("the outcome does not parse: %v", err))
		return
	}
	b.checkComments(fixed)
	b.checkImports(fixed)
}

// checkComments abandons the fix if fixed lacks a comment of the file.
func (b *Builder) checkComments(fixed *ast.File) {
	kept := make(map[string]int)
	for _, group := range fixed.Comments {
		for _, c := range group.List {
			kept[c.Text]++
		}
	}
	for _, group := range b.file.Comments {
		for _, c := range group.List {
			if kept[c.Text]--; kept[c.Text] < 0 {
				b.Abandon("a comment would be lost")
			}
		}
	}
}

// checkImports abandons the fix if fixed does not use an import of the file or
// of the fix.
func (b *Builder) checkImports(fixed *ast.File) {
	used := make(map[string]bool)
	ast.Inspect(fixed, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				used[id.Name] = true
			}
		}
		return true
	})
	for _, spec := range b.file.Imports {
		pkgName := b.pass.TypesInfo.PkgNameOf(spec)
		if pkgName == nil || pkgName.Name() == "." || pkgName.Name() == "_" || pkgName.Imported().Path() == "C" {
			continue // not used by its name
		}
		if spec == b.drop {
			if used[pkgName.Name()] {
				b.Abandon(fmt.Sprintf("import %s is of use still", spec.Path.Value))
			}
			continue
		}
		if !used[pkgName.Name()] {
			b.Abandon(fmt.Sprintf("import %s would be without use", spec.Path.Value))
		}
	}
	for path, names := range b.added {
		for _, name := range names {
			if !used[name] {
				b.Abandon(fmt.Sprintf("import %q would be without use", path))
			}
		}
	}
}

// isSpace reports whether text is nothing but white space.
func isSpace(text []byte) bool {
	return len(bytes.TrimSpace(text)) == 0
}
