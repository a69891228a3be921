package fix

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	pathpkg "path"
	"regexp"
	"strconv"
	"strings"
)

// Import returns the qualifier, with its dot, that denotes the package with the
// given path at position at: "time.", or "stdtime." where time means something
// else, or "" where a dot import makes the package's names visible. It adds the
// import if there is none that serves.
//
// Two fixes in one file that add the same import have identical edits for it,
// which hosts coalesce.
func (b *Builder) Import(path string, at token.Pos) (qualifier string) {
	scope := b.scope(at)
	if scope == nil {
		return ""
	}
	if path == "C" || path == b.pass.Pkg.Path() {
		b.Abandon(fmt.Sprintf("package %q can not be imported here", path))
		return ""
	}
	if qualifier, ok := b.imported(path, scope, at); ok {
		return qualifier
	}
	name, implicit := b.packageName(path)
	for local := range localNames(path, name) {
		if b.names[local] || !isFree(scope, local, at) {
			continue
		}
		b.names[local] = true
		b.added[path] = append(b.added[path], local)
		text := strconv.Quote(path)
		if local != name || !implicit {
			text = local + " " + text
		}
		b.addImport(path, text)
		return local + "."
	}
	panic("unreachable: names never end")
}

// DropImport removes the import of a package that the fix takes the given number of uses of, if these are all that the file has.
// It is called before [Builder.Import].
func (b *Builder) DropImport(path string, taken int) {
	for _, decl := range b.file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.IMPORT {
			return
		}
		for _, s := range gen.Specs {
			spec := s.(*ast.ImportSpec)
			name := b.pass.TypesInfo.PkgNameOf(spec)
			if specPath(spec) != path || name == nil || b.usesOf(name) != taken {
				continue
			}
			b.drop = spec
			if len(gen.Specs) == 1 {
				b.Delete(gen)
			} else {
				b.Delete(spec)
			}
			return
		}
	}
}

// usesOf returns how often the file names an import.
func (b *Builder) usesOf(name *types.PkgName) int {
	n := 0
	for id, obj := range b.pass.TypesInfo.Uses {
		if obj == name && b.file.FileStart <= id.Pos() && id.Pos() <= b.file.FileEnd {
			n++
		}
	}
	return n
}

// imported returns the qualifier of an import of path, by the file or by this
// fix, that serves at position at.
func (b *Builder) imported(path string, scope *types.Scope, at token.Pos) (qualifier string, ok bool) {
	for _, spec := range b.file.Imports {
		pkgName := b.pass.TypesInfo.PkgNameOf(spec)
		if pkgName == nil || pkgName.Imported().Path() != path {
			continue
		}
		if spec.Name != nil && spec.Name.Name == "." {
			if seesAll(scope, pkgName.Imported(), at) {
				return "", true
			}
			continue
		}
		if _, obj := scope.LookupParent(pkgName.Name(), at); obj == pkgName {
			return pkgName.Name() + ".", true
		}
	}
	for _, name := range b.added[path] {
		if isFree(scope, name, at) {
			return name + ".", true
		}
	}
	return "", false
}

// packageName returns the name of the package with the given path, and whether
// an import needs not spell it out.
func (b *Builder) packageName(path string) (name string, implicit bool) {
	last := lastElement(path)
	for _, imp := range b.pass.Pkg.Imports() {
		if imp.Path() == path {
			return imp.Name(), imp.Name() == last
		}
	}
	if token.IsIdentifier(last) {
		return last, isStd(path)
	}
	return "pkg", false
}

// localNames yields the names by which an import of the package may go:
// time, stdtime, time2, time3 and so on.
func localNames(path, name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for candidate := range candidates(name) {
			if !yield(candidate) || candidate == name && isStd(path) && !yield("std"+name) {
				return
			}
		}
	}
}

// isFree reports whether name means nothing at position at.
func isFree(scope *types.Scope, name string, at token.Pos) bool {
	_, obj := scope.LookupParent(name, at)
	return obj == nil && token.IsIdentifier(name)
}

// seesAll reports whether the exported names of pkg, which the file imports by a
// dot, mean the package's objects at position at.
func seesAll(scope *types.Scope, pkg *types.Package, at token.Pos) bool {
	for _, name := range pkg.Scope().Names() {
		if !token.IsExported(name) {
			continue
		}
		if _, obj := scope.LookupParent(name, at); obj != pkg.Scope().Lookup(name) {
			return false
		}
	}
	return true
}

// addImport adds the import spec text: into the first group of imports if there
// is one, else on a line after the last import, else after the package clause.
// The declaration of import "C" is left alone: its comment is C source.
func (b *Builder) addImport(path, text string) {
	var last *ast.GenDecl
	for _, decl := range b.file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.IMPORT {
			break
		}
		blocks := b.blocks(gen)
		if len(blocks) == 0 {
			continue
		}
		if gen.Lparen.IsValid() {
			b.addToGroup(blocks, path, text)
			return
		}
		last = gen
	}
	switch {
	case last == nil:
		b.insertImport(b.packageClauseEnd(), "\n\nimport "+text)
	default:
		b.insertImport(specEnd(last.Specs[0].(*ast.ImportSpec)), "\nimport "+text)
	}
}

// addToGroup adds an import spec to a group that consists of the given blocks.
func (b *Builder) addToGroup(blocks [][]*ast.ImportSpec, path, text string) {
	for _, block := range blocks {
		if hasKind(block, isStd(path)) {
			b.addToBlock(block, path, text)
			return
		}
	}
	// A block of its own: the standard library's first, others last.
	if isStd(path) {
		b.insertImport(specStart(blocks[0][0]), text+"\n\n\t")
		return
	}
	block := blocks[len(blocks)-1]
	b.insertImport(specEnd(block[len(block)-1]), "\n\n\t"+text)
}

// addToBlock adds an import spec where gofmt would sort it to.
func (b *Builder) addToBlock(block []*ast.ImportSpec, path, text string) {
	var before *ast.ImportSpec
	for _, spec := range block {
		if specPath(spec) <= path {
			before = spec
		}
	}
	if before != nil {
		b.insertImport(specEnd(before), "\n\t"+text)
		return
	}
	b.insertImport(specStart(block[0]), text+"\n\t")
}

// insertImport records the edit that adds an import.
func (b *Builder) insertImport(pos token.Pos, text string) {
	if at, _, ok := b.offsets(pos, pos); ok {
		b.edits = append(b.edits, edit{start: at, end: at, text: b.lineEnds(text), isImport: true})
	}
}

// blocks returns the runs of specs, import "C" left out, that no blank line parts.
func (b *Builder) blocks(decl *ast.GenDecl) [][]*ast.ImportSpec {
	var blocks [][]*ast.ImportSpec
	line := 0 // of the end of the spec before
	for _, s := range decl.Specs {
		spec := s.(*ast.ImportSpec)
		if specPath(spec) == "C" {
			continue
		}
		if spec == b.drop {
			line = b.line(specEnd(spec))
			continue
		}
		if n := len(blocks); n == 0 || b.line(specStart(spec)) > line+1 {
			blocks = append(blocks, []*ast.ImportSpec{spec})
		} else {
			blocks[n-1] = append(blocks[n-1], spec)
		}
		line = b.line(specEnd(spec))
	}
	return blocks
}

// packageClauseEnd returns the end of the package clause and of a comment
// beside it, which may be an import comment.
func (b *Builder) packageClauseEnd() token.Pos {
	end := b.file.Name.End()
	for _, group := range b.file.Comments {
		for _, c := range group.List {
			if c.Pos() > end && b.line(c.Pos()) == b.line(b.file.Name.Pos()) {
				end = c.End()
			}
		}
	}
	return end
}

// specStart returns where spec begins with its comment above.
func specStart(spec *ast.ImportSpec) token.Pos {
	if spec.Doc != nil {
		return spec.Doc.Pos()
	}
	return spec.Pos()
}

// specEnd returns where spec ends with its comment beside.
func specEnd(spec *ast.ImportSpec) token.Pos {
	if spec.Comment != nil {
		return spec.Comment.End()
	}
	return spec.End()
}

// specPath returns the path that spec imports.
func specPath(spec *ast.ImportSpec) string {
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return ""
	}
	return path
}

// hasKind reports whether block imports a package of the standard library (std)
// or another one (!std).
func hasKind(block []*ast.ImportSpec, std bool) bool {
	for _, spec := range block {
		if isStd(specPath(spec)) == std {
			return true
		}
	}
	return false
}

// isStd reports whether path looks like one of the standard library.
func isStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// majorVersion matches the last element of a path that stands for a major version.
var majorVersion = regexp.MustCompile(`^v[0-9]+$`)

// lastElement returns the last element of path that is no major version: the
// package's name, if it keeps to the custom.
func lastElement(path string) string {
	dir, last := pathpkg.Split(path)
	if majorVersion.MatchString(last) && dir != "" {
		return pathpkg.Base(dir)
	}
	return last
}
