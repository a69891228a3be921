package linttest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

func TestDropBodies(t *testing.T) {
	const source = `package p

import (
	"fmt"
	"math/rand/v2"
	"os"
	str "strings"
)

var Names = str.Fields("a b")

func F() { fmt.Println(rand.Int()) }
func G[T any](v T) T { return v }
func H(*os.File) { str.ToUpper("") }
func init() { H(nil) }
`
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	dropBodies(file)
	for _, decl := range file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok && (fn.Body != nil) != (fn.Name.Name == "G" || fn.Name.Name == "init") {
			t.Errorf("%s: the body is there: %t", fn.Name.Name, fn.Body != nil)
		}
	}
	var names []string
	for _, spec := range file.Imports {
		name := ""
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names = append(names, name)
	}
	if len(names) != 4 || names[0] != "_" || names[1] != "_" || names[2] != "" || names[3] != "str" {
		t.Errorf("imports are named %q, want _, _, none and str", names)
	}
}
