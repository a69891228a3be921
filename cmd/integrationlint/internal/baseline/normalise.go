package baseline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/ast"
	"go/scanner"
	"go/token"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// normalise returns the tokens of a range of a source such that layout, comments and the names of local variables make no
// difference: what is local to the declaration is numbered in the order of appearance. Of a range that holds
// nothing but comments, their text is what is returned. A name alone says little: what it is an operand of counts then.
func normalise(src *finding.Source, decl ast.Decl, g finding.Range) string {
	text, start := src.Text(g)
	if token.IsIdentifier(string(text)) {
		if n := parent(src, decl, start, len(text)); n != nil {
			text, start = src.Node(n)
		}
	}
	local := localNames(decl)
	keys := fieldKeys(src, decl)
	number := map[string]string{}
	var words, comments []string
	previous := token.ILLEGAL
	for t := range tokens(text) {
		word := t.tok.String()
		switch {
		case t.tok == token.COMMENT:
			comments = append(comments, strings.Fields(t.lit)...)
			continue
		case t.tok == token.SEMICOLON:
			continue // or a line's end
		case t.tok == token.IDENT && local[t.lit] && previous != token.PERIOD && !keys[start+t.offset]:
			if number[t.lit] == "" {
				number[t.lit] = fmt.Sprintf("$%d", len(number)+1)
			}
			word = number[t.lit]
		case t.tok.IsLiteral():
			word = t.lit
		case closes(t.tok) && previous == token.COMMA:
			words = words[:len(words)-1] // gofmt wants it where a line ends
		}
		words = append(words, word)
		previous = t.tok
	}
	if len(words) == 0 {
		words = comments
	}
	return strings.Join(words, " ")
}

// parent returns the smallest piece of syntax that holds more than the size bytes from an offset on, or nil if it may be as
// large as a block.
func parent(src *finding.Source, decl ast.Decl, offset, size int) (found ast.Node) {
	visit(decl, func(n ast.Node) {
		if text, start := src.Node(n); start <= offset && offset+size <= start+len(text) && len(text) > size {
			found = n
		}
	})
	switch found.(type) {
	case ast.Expr, *ast.AssignStmt, *ast.ReturnStmt, *ast.SendStmt, *ast.IncDecStmt, *ast.ValueSpec:
		return found
	}
	return nil
}

func closes(tok token.Token) bool {
	return tok == token.RPAREN || tok == token.RBRACK || tok == token.RBRACE
}

// A lexeme is a token of a text, with its literal text and its offset.
type lexeme struct {
	tok    token.Token
	lit    string
	offset int
}

// tokens yields the tokens of a text. What is no Go yields what go/scanner makes of it.
func tokens(text []byte) func(yield func(lexeme) bool) {
	return func(yield func(lexeme) bool) {
		var s scanner.Scanner
		file := token.NewFileSet().AddFile("", -1, len(text))
		s.Init(file, text, nil, scanner.ScanComments)
		for {
			pos, tok, lit := s.Scan()
			if tok == token.EOF || !yield(lexeme{tok, lit, file.Offset(pos)}) {
				return
			}
		}
	}
}

// localNames returns the names that a declaration declares within functions, and those of parameters and receivers.
func localNames(decl ast.Decl) map[string]bool {
	names := map[string]bool{}
	add := func(exprs ...ast.Expr) {
		for _, e := range exprs {
			if id, ok := e.(*ast.Ident); ok && id.Name != "_" {
				names[id.Name] = true
			}
		}
	}
	visit(decl, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			addFields(add, n.Recv)
		case *ast.FuncType:
			addFields(add, n.TypeParams, n.Params, n.Results)
		case *ast.DeclStmt:
			addSpecs(add, n.Decl)
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				add(n.Lhs...)
			}
		case *ast.RangeStmt:
			if n.Tok == token.DEFINE {
				add(n.Key, n.Value)
			}
		case *ast.LabeledStmt:
			add(n.Label)
		}
	})
	return names
}

func addFields(add func(...ast.Expr), lists ...*ast.FieldList) {
	for _, list := range lists {
		if list == nil {
			continue
		}
		for _, field := range list.List {
			for _, name := range field.Names {
				add(name)
			}
		}
	}
}

func addSpecs(add func(...ast.Expr), decl ast.Decl) {
	gen, ok := decl.(*ast.GenDecl)
	if !ok {
		return // a parser that recovers leaves an ast.BadDecl
	}
	for _, spec := range gen.Specs {
		switch spec := spec.(type) {
		case *ast.ValueSpec:
			for _, name := range spec.Names {
				add(name)
			}
		case *ast.TypeSpec:
			add(spec.Name)
		}
	}
}

// fieldKeys returns the offsets of the keys of composite literals that may be names of fields, which a local variable
// of the same name has nothing to do with.
func fieldKeys(src *finding.Source, decl ast.Decl) map[int]bool {
	keys := map[int]bool{}
	visit(decl, func(n ast.Node) {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return
		}
		for _, element := range lit.Elts {
			if pair, ok := element.(*ast.KeyValueExpr); ok {
				if key, ok := pair.Key.(*ast.Ident); ok {
					keys[src.Offset(key.Pos())] = true
				}
			}
		}
	})
	return keys
}

// visit calls each for every node of a declaration, which may be nil.
func visit(decl ast.Decl, each func(ast.Node)) {
	if decl == nil {
		return
	}
	for n := range ast.Preorder(decl) {
		each(n)
	}
}
