package linttest

import (
	"go/ast"
	"testing"
)

func FuzzParseWant(f *testing.F) {
	for _, text := range []string{
		"// want `a` \"b\"", "/* want +2 f:`a` */", "//x // want `a", "// want +", "// want f", "// want 1", "// wanted", "//", "/**/",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, expected, err := parseWant(&ast.Comment{Text: text})
		for _, want := range expected {
			if want.rx == nil {
				t.Errorf("no pattern, error %v", err)
			}
		}
	})
}
