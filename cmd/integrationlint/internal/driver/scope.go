package driver

import (
	"go/build"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// A scope tells which packages patterns such as ./... and ./cmd name by looking at
// directories alone. Go list knows better, but takes a fifth of the time of go vet when all is cached.
// Where directories don't tell, its methods say so, and go list is asked.
type scope struct {
	roots []scopeRoot
	tags  []string
}

// A scopeRoot is a directory, or a directory with all below it.
type scopeRoot struct {
	dir string
	all bool
}

// newScope returns the scope of the patterns; ok is false if one isn't that simple.
func newScope(cwd, tags string, patterns []string) (s *scope, ok bool) {
	s = &scope{tags: words(tags)}
	for _, p := range patterns {
		slashed := filepath.ToSlash(p)
		dir, all := strings.CutSuffix(slashed, "/...")
		if !isLocal(p) || strings.Contains(dir, "...") {
			return nil, false
		}
		if !filepath.IsAbs(p) {
			dir = filepath.Join(cwd, dir)
		}
		s.roots = append(s.roots, scopeRoot{filepath.Clean(filepath.FromSlash(dir)), all})
	}
	return s, true
}

// packages returns the packages of the scope that have findings, as go list would
// describe them; ok is false if it can't be told.
func (s *scope) packages(fs []finding.Finding) (pkgs map[string]goPackage, ok bool) {
	pkgs = map[string]goPackage{}
	inScope := map[string]*build.Package{} // by directory; nil for those out of scope
	for _, f := range fs {
		dir := filepath.Dir(f.Start.File)
		if !strings.HasSuffix(f.Start.File, ".go") {
			return nil, false // a line directive may name any place
		}
		b, seen := inScope[dir]
		if !seen {
			if s.names(dir) {
				var err error
				if b, err = s.importDir(dir); err != nil {
					return nil, false
				}
			}
			inScope[dir] = b
		}
		if b == nil {
			continue
		}
		path := f.Package
		if slices.Contains(b.XTestGoFiles, filepath.Base(f.Start.File)) {
			path = strings.TrimSuffix(path, "_test")
		}
		pkgs[path] = goPackage{ImportPath: path, Dir: dir, TestGoFiles: b.TestGoFiles, XTestGoFiles: b.XTestGoFiles}
	}
	return pkgs, true
}

// importDir returns the package of a directory, as far as its tests are concerned.
func (s *scope) importDir(dir string) (*build.Package, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	isTest := func(e os.DirEntry) bool { return strings.HasSuffix(e.Name(), "_test.go") }
	if !slices.ContainsFunc(entries, isTest) {
		return &build.Package{}, nil
	}
	ctxt := build.Default
	ctxt.BuildTags = s.tags
	return ctxt.ImportDir(dir, 0)
}

// names reports whether the patterns name the directory's package.
func (s *scope) names(dir string) bool {
	return slices.ContainsFunc(s.roots, func(r scopeRoot) bool {
		return r.names(dir) || r.real().names(realPath(dir))
	})
}

// names reports whether the root names the directory: as go help packages says, wildcards leave out testdata, and
// what begins with "." or "_"; and they end where another module begins.
func (r scopeRoot) names(dir string) bool {
	rel, err := filepath.Rel(r.dir, dir)
	if err != nil || rel == "." {
		return err == nil
	}
	if !r.all {
		return false
	}
	at := r.dir
	for element := range strings.SplitSeq(filepath.ToSlash(rel), "/") {
		if element == "testdata" || element == "vendor" || strings.HasPrefix(element, ".") || strings.HasPrefix(element, "_") {
			return false // ".." too
		}
		at = filepath.Join(at, element)
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			return false
		}
	}
	return true
}

// real returns the root without symbolic links.
func (r scopeRoot) real() scopeRoot { return scopeRoot{realPath(r.dir), r.all} }

func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}
