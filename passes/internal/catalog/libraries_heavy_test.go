//go:build heavy

package catalog

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// libraryModule requires the real libraries; loading it downloads them.
const libraryModule = "testdata/libraries"

// unserved are the libraries with rows that can't be required everywhere; their
// rows were read off the source of the version that they name.
var unserved = map[string]bool{
	"github.com/amimof/huego":          true,
	"github.com/collinux/gohue":        true,
	"github.com/gin-contrib/size":      true,
	"github.com/imroc/req":             true,
	"github.com/palantir/go-githubapp": true,
	"github.com/stefanwichmann/go.hue": true,
}

// unservedInbound is the number of rows of beego: its v1 requires a version of redigo that isn't one, and its v2 can't be required everywhere.
const unservedInbound = 20

func loadLibraries(t *testing.T) []*packages.Package {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(libraryModule, "libraries.go"), nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	paths := []string{"golang.org/x/net/context"}
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	for lib := range Libraries() {
		for _, row := range rowNames(lib) {
			if path := packagePath(lib, row); Std(path) {
				paths = append(paths, path)
			}
		}
	}
	for name := range webhookNames {
		if path := inboundPackage(name); Std(path) {
			paths = append(paths, path)
		}
	}
	paths = append(paths, "net/http", "crypto/rand") // rows on cookies
	return loadDeclarations(t, paths)
}

// loadDeclarations loads packages, and all that they import, from source and without what functions do, which is much
// faster than to compile them.
func loadDeclarations(t *testing.T, paths []string) []*packages.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadAllSyntax,
		Dir:  libraryModule,
		ParseFile: func(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
			file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
			if err != nil {
				return nil, err
			}
			for _, decl := range file.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
					fn.Body = &ast.BlockStmt{List: []ast.Stmt{&ast.ForStmt{Body: &ast.BlockStmt{}}}} // which needs no return
				}
			}
			return file, nil
		},
	}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			if !strings.HasSuffix(err.Msg, "and not used") { // as its imports are now
				t.Fatalf("%s: %v", pkg.PkgPath, err)
			}
		}
	}
	return pkgs
}

// TestLibraries checks each row against the library itself, and the stubs as well.
func TestLibraries(t *testing.T) {
	set := packageSet{}
	pkgs := loadLibraries(t)
	for _, pkg := range pkgs {
		set.add(pkg.Types)
	}
	for lib := range Libraries() {
		for _, row := range rowNames(lib) {
			if len(set[packagePath(lib, row)]) == 0 && !unserved[lib.Path] {
				t.Errorf("%s: its package isn't in %s", row, libraryModule)
			}
		}
		for _, err := range set.unresolved(lib) {
			t.Error(err)
		}
	}
	errs, resolved := set.unresolvedInbound()
	for _, err := range errs {
		t.Error(err)
	}
	if resolved < len(inbound)-unservedInbound {
		t.Errorf("only %d of %d rows of what reads requests were resolved", resolved, len(inbound))
	}
	for _, err := range set.unresolvedWebhooks(unserved) {
		t.Error(err)
	}
	wrong, absent := set.unresolvedFlows()
	for _, row := range wrong {
		t.Errorf("%s doesn't have the row's operands", row)
	}
	for _, row := range absent {
		t.Errorf("%s: its package isn't in %s", row, libraryModule)
	}
	for _, err := range set.unresolvedCookies() {
		t.Error(err)
	}
	byPath := map[string]*types.Package{}
	for _, pkg := range pkgs {
		byPath[pkg.PkgPath] = pkg.Types
	}
	compared := 0
	for _, stub := range loadStubs(t) {
		if pkg := byPath[stub.PkgPath]; pkg != nil {
			compared++
			for _, err := range strangers(stub.Types, pkg) {
				t.Errorf("stub of %s: %v", stub.PkgPath, err)
			}
		}
	}
	if compared < 15 {
		t.Errorf("only %d stubs were compared with their libraries", compared)
	}
}

// strangers returns what a stub declares otherwise than its library.
func strangers(stub, pkg *types.Package) []error {
	var errs []error
	compare := func(name string, mine, theirs types.Object) {
		if theirs == nil {
			errs = append(errs, fmt.Errorf("the library has no %s", name))
			return
		}
		if m, l := shape(mine), shape(theirs); m != l {
			errs = append(errs, fmt.Errorf("%s is %s, in the library %s", name, m, l))
		}
	}
	for _, name := range stub.Scope().Names() {
		obj := stub.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		compare(name, obj, pkg.Scope().Lookup(name))
		theirs, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		for mine := range members(obj) {
			found, _, _ := types.LookupFieldOrMethod(theirs.Type(), true, pkg, mine.Name())
			compare(name+"."+mine.Name(), mine, found)
		}
	}
	return errs
}

// members iterates over the exported fields and methods that a type declares.
func members(obj types.Object) func(func(types.Object) bool) {
	return func(yield func(types.Object) bool) {
		named, ok := obj.Type().(*types.Named)
		if _, isType := obj.(*types.TypeName); !ok || !isType {
			return
		}
		var all []types.Object
		for method := range named.Methods() {
			all = append(all, method)
		}
		switch under := named.Underlying().(type) {
		case *types.Struct:
			for field := range under.Fields() {
				all = append(all, field)
			}
		case *types.Interface:
			for method := range under.ExplicitMethods() {
				all = append(all, method)
			}
		}
		for _, member := range all {
			if member.Exported() && !yield(member) {
				return
			}
		}
	}
}

// shape describes an object up to the names of parameters and unexported types.
func shape(obj types.Object) string {
	switch obj := obj.(type) {
	case *types.Func:
		sig := obj.Signature()
		return "func" + typeString(types.NewSignatureType(nil, nil, nil, unnamed(sig.Params()), unnamed(sig.Results()), sig.Variadic()))
	case *types.Var:
		return "of type " + typeString(obj.Type())
	case *types.TypeName:
		return "a type"
	}
	return fmt.Sprintf("a %T", obj)
}

func unnamed(vars *types.Tuple) *types.Tuple {
	var bare []*types.Var
	for v := range vars.Variables() {
		bare = append(bare, types.NewParam(v.Pos(), v.Pkg(), "", v.Type()))
	}
	return types.NewTuple(bare...)
}

func typeString(t types.Type) string {
	if obj := typeNameOf(t); obj != nil && obj.Pkg() != nil && (!obj.Exported() || strings.Contains(obj.Pkg().Path(), "/internal")) {
		return "unexported"
	}
	return strings.ReplaceAll(types.TypeString(t, nil), "interface{}", "any")
}

// TestDefaults runs the tests of the library module: the defaults that rows state.
func TestDefaults(t *testing.T) {
	cmd := exec.Command("go", "test", "./...")
	cmd.Dir = libraryModule
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go test in %s: %v\n%s", libraryModule, err, out)
	}
}
