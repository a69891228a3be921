package fix

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"strings"
)

// AddField adds "key: value" as the last element of a struct literal. It
// abandons the fix if lit has positional elements or already sets key, if its
// type has no such field that the package can set, or if value is no
// expression.
func (b *Builder) AddField(lit *ast.CompositeLit, key, value string) {
	if !b.canSet(lit, key) {
		return
	}
	formatted, err := formatExpr(value)
	if err != nil {
		b.Abandon(fmt.Sprintf("%q is not an expression: %v", value, err))
		return
	}
	field := key + ": " + formatted
	start, end, ok := b.offsets(lit.Lbrace, lit.Rbrace)
	if !ok {
		return
	}
	lineStart := bytes.LastIndexByte(b.src[:end], '\n') + 1
	if isSpace(b.src[lineStart:end]) {
		// The brace stands on a line of its own, so the last element, if
		// there is one, has its comma.
		indent := string(b.src[lineStart:end])
		b.replace(lit.Rbrace, lit.Rbrace, "\t"+field+",\n"+indent)
	} else {
		pos := lit.Lbrace + token.Pos(len(bytes.TrimRight(b.src[start:end], " \t\r\n")))
		b.replace(pos, pos, b.separator(lit)+field)
	}
	b.grown[lit]++
}

// formatExpr returns the expression src as gofmt writes it.
func formatExpr(src string) (string, error) {
	if _, err := parser.ParseExpr(src); err != nil {
		return "", err
	}
	formatted, err := format.Source([]byte(src))
	return strings.TrimSpace(string(formatted)), err
}

// canSet reports whether key can be added to lit, and abandons the fix if not.
func (b *Builder) canSet(lit *ast.CompositeLit, key string) bool {
	if !hasField(b.pass.TypesInfo.TypeOf(lit), key, b.pass.Pkg) {
		b.Abandon(fmt.Sprintf("the literal's type has no field %s to set", key))
		return false
	}
	for _, elt := range lit.Elts {
		pair, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			b.Abandon("the literal has positional elements")
			return false
		}
		if id, ok := pair.Key.(*ast.Ident); ok && id.Name == key {
			b.Abandon(fmt.Sprintf("the literal sets %s already", key))
			return false
		}
	}
	return true
}

// separator returns what must stand between the last element and a further one
// on the same line.
func (b *Builder) separator(lit *ast.CompositeLit) string {
	if b.grown[lit] > 0 {
		return ", "
	}
	if len(lit.Elts) == 0 {
		return ""
	}
	start, end, ok := b.offsets(lit.Elts[len(lit.Elts)-1].End(), lit.Rbrace)
	if !ok {
		return ""
	}
	if hasComma(b.src[start:end]) {
		return " "
	}
	return ", "
}

// hasComma reports whether there is a comma in src outside comments.
func hasComma(src []byte) bool {
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile("", -1, len(src)), src, nil, 0)
	for {
		switch _, tok, _ := s.Scan(); tok {
		case token.COMMA:
			return true
		case token.EOF:
			return false
		}
	}
}

// hasField reports whether t, or what it points to, is a struct with a field of
// the given name that pkg can set.
func hasField(t types.Type, name string, pkg *types.Package) bool {
	if t == nil {
		return false
	}
	// The type of an element whose &T is elided is recorded as *T.
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range st.Fields() {
		if field.Name() == name {
			return field.Exported() || field.Pkg() == pkg
		}
	}
	return false
}
