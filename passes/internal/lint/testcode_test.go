package lint

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestIsTestCode(t *testing.T) {
	tests := []struct {
		pkg, file, src string
		want           bool
	}{
		{"example.com/owner/repo/examples/first", "p.go", "package main", true},
		{"example.com/owner/examples", "p.go", "package p", false},
		{"example.com/m/p", "p.go", "package p", false},
		{"example.com/m/internal/testutil", "p.go", "package testutil", true},
		{"example.com/m/examples/first", "p.go", "package main", true},
		{"example.com/m/e2e", "p.go", "package e2e", true},
		{"example.com/m/protest", "p.go", "package protest", false},
		{"example.com/m/iotest", "p.go", "package iotest", true},
		{"example.com/m/proxy-test-server", "p.go", "package main", true},
		{"example.com/m/p_demo", "p.go", "package main", true},
		{"example.com/m/p", "example.go", "package p", true},
		{"example.com/m/p", "mock_client.go", "package p", true},
		{"example.com/m/p", "testimony.go", "package p", false},
		{"example.com/m/p", "p.go", "package p; import _ \"example.com/m/internal/nettest\"", true},
		{"example.com/m/p", "p.go", "package p; import _ \"example.com/other/nettest\"", false},
		{"example.com/examples/p", "p.go", "package p", true},
		{"example.com/m/p", "p.go", "package p; import _ \"testing\"", true},
		{"example.com/m/p", "p.go", "package p; import _ \"net/http/httptest\"", true},
		{"example.com/m/p", "p.go", "package p; import _ \"net/http\"", false},
	}
	for _, test := range tests {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, test.file, test.src, 0)
		if err != nil {
			t.Fatal(err)
		}
		pass := &analysis.Pass{
			Fset:   fset,
			Files:  []*ast.File{file},
			Pkg:    types.NewPackage(test.pkg, "p"),
			Module: &analysis.Module{Path: moduleOf(test.pkg)},
		}
		if got := isTestCode(pass, file); got != test.want {
			t.Errorf("%s of %s (%s): %v, want %v", test.file, test.pkg, test.src, got, test.want)
		}
	}
}

// moduleOf returns the module of a package of the tests: those of example.com/owner are modules themselves.
func moduleOf(pkg string) string {
	if strings.HasPrefix(pkg, "example.com/owner/") {
		return pkg
	}
	return "example.com/m"
}
