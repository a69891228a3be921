package finding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// WithFingerprints returns the findings with their fingerprints. A fingerprint is
// made of the rule, the package, the declaration around the finding, the text of its line without
// white space, and how many equal ones come before it in the package. So it survives lines that move,
// reformatting, and a renamed or moved file; it changes with the code of the line itself.
//
// The order of the findings doesn't matter. A file that can't be read leaves its part out.
func WithFingerprints(fs []Finding, read Reader) []Finding {
	sources := Sources(read)
	order := make([]int, len(fs))
	for i := range fs {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(fs[i].Start.Compare(fs[j].Start), cmp.Compare(fs[i].Message, fs[j].Message))
	})
	seen := map[string]int{}
	printed := slices.Clone(fs)
	for _, i := range order {
		f := &printed[i]
		src := sources(f.Start.File)
		declaration, _ := src.Declaration(f.Start.Line)
		key := strings.Join([]string{f.Rule, f.Package, declaration, src.line(f.Start.Line)}, "\x00")
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
		seen[key]++
		f.Fingerprint = hex.EncodeToString(sum[:16])
	}
	return printed
}

// A Source is the text and, as far as it parses, the syntax of a file. That of a file that can't be read is empty.
type Source struct {
	data []byte
	// starts are the offsets at which the lines begin.
	starts []int
	fset   *token.FileSet
	file   *ast.File
}

// Sources returns a function that returns the source of a file, and reads each file once only.
func Sources(read Reader) func(file string) *Source {
	sources := map[string]*Source{}
	return func(file string) *Source {
		s, ok := sources[file]
		if !ok {
			s = readSource(file, read)
			sources[file] = s
		}
		return s
	}
}

func readSource(name string, read Reader) *Source {
	data, err := read(name)
	if err != nil {
		return &Source{}
	}
	s := &Source{data: data, starts: []int{0}, fset: token.NewFileSet()}
	for i, c := range data {
		if c == '\n' {
			s.starts = append(s.starts, i+1)
		}
	}
	if strings.HasSuffix(name, ".go") {
		s.file, _ = parser.ParseFile(s.fset, name, data, parser.SkipObjectResolution) // what parses is enough
	}
	return s
}

// line returns the text of a line, each run of white space as one space.
func (s *Source) line(n int) string {
	text, _ := s.Text(Range{Start: Position{Line: n, Column: 1}})
	return strings.Join(strings.Fields(string(text)), " ")
}

// Text returns the text of a range of the file, and the offset at which it begins. A range without an extent stands for the rest of
// its line; one that doesn't begin in the file has no text.
func (s *Source) Text(g Range) (text []byte, offset int) {
	start, rest := s.offsets(g.Start)
	end, _ := s.offsets(g.End)
	if end <= start {
		end = rest
	}
	return s.data[start:end], start
}

// offsets returns the offsets of a position and of the next line; both are 0 if the position isn't in the file.
func (s *Source) offsets(p Position) (at, next int) {
	if p.Line < 1 || p.Line > len(s.starts) {
		return 0, 0
	}
	next = len(s.data)
	if p.Line < len(s.starts) {
		next = s.starts[p.Line]
	}
	return min(s.starts[p.Line-1]+max(p.Column-1, 0), next), next
}

// Declaration returns the name and the syntax of the top-level declaration that a line belongs to, "" and nil if there is none. The
// name of a method is RECEIVER.METHOD.
func (s *Source) Declaration(line int) (name string, decl ast.Decl) {
	if s.file == nil {
		return "", nil
	}
	for _, decl := range s.file.Decls {
		if line < s.lineOf(decl.Pos()) || line > s.lineOf(decl.End()) {
			continue
		}
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			return funcName(decl), decl
		case *ast.GenDecl:
			return s.specName(decl, line), decl
		}
	}
	return "", nil
}

// Node returns the text of a piece of the file's syntax, and the offset at which it begins.
func (s *Source) Node(n ast.Node) (text []byte, offset int) {
	offset = s.Offset(n.Pos())
	return s.data[offset:max(offset, min(s.Offset(n.End()), len(s.data)))], offset
}

// Offset returns the offset of a position in the file's syntax.
func (s *Source) Offset(pos token.Pos) int { return s.fset.PositionFor(pos, false).Offset }

func (s *Source) lineOf(pos token.Pos) int { return s.fset.PositionFor(pos, false).Line }

func funcName(decl *ast.FuncDecl) string {
	if decl.Recv == nil || len(decl.Recv.List) == 0 {
		return decl.Name.Name
	}
	recv := decl.Recv.List[0].Type
	for {
		switch t := recv.(type) {
		case *ast.StarExpr:
			recv = t.X
		case *ast.IndexExpr:
			recv = t.X
		case *ast.IndexListExpr:
			recv = t.X
		case *ast.Ident:
			return t.Name + "." + decl.Name.Name
		default:
			return decl.Name.Name
		}
	}
}

func (s *Source) specName(decl *ast.GenDecl, n int) string {
	for _, spec := range decl.Specs {
		if n > s.lineOf(spec.End()) {
			continue
		}
		switch spec := spec.(type) {
		case *ast.ValueSpec:
			return spec.Names[0].Name
		case *ast.TypeSpec:
			return spec.Name.Name
		}
	}
	return ""
}

// lineDirective matches a comment that makes the compiler report other positions.
var lineDirective = regexp.MustCompile(`(?m)^//line |/\*line `)

// WithSafeFixes returns the findings without the fixes that can't be trusted: edits in
// another file than the finding's, outside the file, or in a file whose positions are not its own
// (cgo and line directives let the analyzers see generated text, whose offsets mean nothing here).
func WithSafeFixes(fs []Finding, read Reader) []Finding {
	size := map[string]int{} // -1 where no fix can be trusted
	return update(fs, func(f *Finding) {
		if f.Fix == nil {
			return
		}
		file := f.Start.File
		n, ok := size[file]
		if !ok {
			n = editableSize(file, read)
			size[file] = n
		}
		for _, e := range f.Fix.Edits {
			if e.File != file || e.Start < 0 || e.Start > e.End || e.End > n {
				f.Fix = nil
				return
			}
		}
		if len(f.Fix.Edits) == 0 {
			f.Fix = nil
		}
	})
}

// editableSize returns the size of a file whose offsets are what they seem, otherwise -1.
func editableSize(name string, read Reader) int {
	data, err := read(name)
	if err != nil || lineDirective.Match(data) {
		return -1
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ImportsOnly)
	if err != nil {
		return -1
	}
	for _, spec := range file.Imports {
		if spec.Path.Value == `"C"` {
			return -1
		}
	}
	return len(data)
}
