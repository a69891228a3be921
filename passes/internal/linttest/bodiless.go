package linttest

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// parseForLoad parses a file for the loader. What the functions of the standard library do is for the catalog to say, which no analyzer looks up in their
// sources: without their bodies a test takes a fraction of the time.
func parseForLoad(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
	file, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err == nil && strings.HasPrefix(name, filepath.Join(build.Default.GOROOT, "src")+string(filepath.Separator)) {
		dropBodies(file)
	}
	return file, err
}

// dropBodies removes what functions do, and the names of the imports that only they use.
func dropBodies(file *ast.File) {
	for _, decl := range file.Decls {
		// The type checker wants those of generic functions.
		if fn, ok := decl.(*ast.FuncDecl); ok && fn.Type.TypeParams == nil && (fn.Recv != nil || fn.Name.Name != "init") {
			fn.Body = nil
		}
	}
	used := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				used[id.Name] = true
			}
		}
		return true
	})
	for _, spec := range file.Imports {
		if !used[importName(spec)] {
			spec.Name = ast.NewIdent("_")
		}
	}
}

// importName returns the name by which a file of the standard library knows a package.
func importName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	p, _ := strconv.Unquote(spec.Path.Value)
	if base := path.Base(p); len(base) < 2 || base[0] != 'v' || base[1] < '0' || base[1] > '9' {
		return base
	}
	return path.Base(path.Dir(p))
}
