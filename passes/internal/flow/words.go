package flow

import (
	"strings"
	"unicode"
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
