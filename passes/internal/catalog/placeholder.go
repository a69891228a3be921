package catalog

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// stands are words in what stands for a credential until somebody fills it in.
var stands = map[string]bool{
	"changeme": true, "placeholder": true, "example": true, "sample": true, "dummy": true, "fake": true, "test": true, "testing": true, "redacted": true,
	"masked": true, "hidden": true, "your": true, "insert": true, "replace": true, "todo": true, "tbd": true, "none": true, "null": true, "nil": true,
	"undefined": true, "unset": true, "unknown": true, "foo": true, "bar": true, "foobar": true, "anonymous": true, "mock": true, "xxx": true, "xxxx": true, "unused": true, "demo": true, "empty": true, "invalid": true, "optional": true, "noop": true, "ignored": true,
}

var bracketed = regexp.MustCompile(`^\s*(<.*>|\$\{.*\}|\{\{.*\}\}|\$\(.*\)|\[.*\]|%[a-z])\s*$|\$\{|\{\{|<[a-zA-Z_ -]+>`)

// Placeholder reports whether a text stands for a credential and is none: a word for it ("changeme", "your token"), brackets ("<token>", "${TOKEN}"), or
// a mask ("****"). Weak passwords ("secret", "admin") are credentials.
func Placeholder(text string) bool {
	trimmed := strings.TrimSpace(text)
	if trimmed == "" || bracketed.MatchString(trimmed) || repeats(trimmed) || trimmed == "x-oauth-basic" || trimmed == "x-access-token" {
		return true
	}
	if strings.HasPrefix(strings.ToLower(trimmed), "change-me") || strings.HasPrefix(strings.ToLower(trimmed), "change_me") || strings.HasPrefix(strings.ToLower(trimmed), "change me") {
		return true
	}
	return slices.ContainsFunc(nameWords(trimmed), func(w string) bool { return stands[w] })
}

// repeats reports whether a text has no letters or digits, or one character only.
func repeats(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) ||
		strings.Trim(strings.ToLower(text), strings.ToLower(text[:1])) == "" && len(text) > 2
}
