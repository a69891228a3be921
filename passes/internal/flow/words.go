package flow

import (
	"regexp"
	"strings"
)

// word matches one word of a name in camel case or with underscores.
var word = regexp.MustCompile(`[A-Z]+(?:[^A-Za-z]|$)|[A-Z]?[a-z]+|[A-Z]+`)

// Words returns the words of a name in camel case, or with separators, in lower case.
func Words(name string) []string {
	words := word.FindAllString(name, -1)
	for i, w := range words {
		words[i] = strings.ToLower(strings.TrimRight(w, "_-./0123456789"))
	}
	return words
}
