package flow

import (
	"go/constant"
	"go/types"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"
)

// Words splits a name, a path or a text into its words, in lower case: "GetHTTPToken/v1" is
// "get", "http", "token", "v", "1".
func Words(text string) []string {
	var words []string
	runes := []rune(text)
	begin := 0
	for i := 0; i <= len(runes); i++ {
		if i < len(runes) && i > begin && !parts(runes, i) {
			continue
		}
		if begin < i && unicode.IsOneOf([]*unicode.RangeTable{unicode.Letter, unicode.Digit}, runes[begin]) {
			words = append(words, strings.ToLower(string(runes[begin:i])))
		}
		begin = i
	}
	return words
}

// parts reports whether a word ends before a place in a text.
func parts(runes []rune, i int) bool {
	before, at := runes[i-1], runes[i]
	switch {
	case unicode.IsUpper(at) && unicode.IsUpper(before):
		return i+1 < len(runes) && unicode.IsLower(runes[i+1]) // "HTTP|Token"
	case unicode.IsUpper(at):
		return true
	}
	return unicode.IsLetter(before) != unicode.IsLetter(at) || unicode.IsDigit(before) != unicode.IsDigit(at)
}

// TypeWord names a type, or what it points to, as its users write it: "http.Client".
func TypeWord(t types.Type) string {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	return types.TypeString(t, (*types.Package).Name)
}

// ConstString returns the text that a constant is.
func ConstString(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}
