package catalog

import (
	"slices"
	"strings"
)

// Placeholder reports whether a text stands for a secret and isn't one: it is empty, a template with something to fill
// in, a mask, or made of words such as "changeme".
//
// Words decide, not parts of words: "latest" has no "test" in it. A weak secret is no placeholder: "secret", "password",
// "admin", "123456" and "my-super-secret-key" open what is locked with them. Who asks about a key that this program itself
// signs or encrypts with should not ask at all: "change-me-in-production" works there as well as any other.
func Placeholder(text string) bool {
	text = strings.TrimSpace(text)
	return template().MatchString(text) || masked(text) || placeholderWords(text)
}

// template matches a text that is filled in before it is used: ${NAME}, {{ .Name }}, $(command), <your token>, the verbs of
// fmt; and all of it where it is [NAME], {name}, $NAME, %NAME% or @NAME@, which in a longer text may be anything.
var template = lazily(`\$\{|\{\{|\$\(|<[A-Za-z][\w .:/-]*>|%(?:\[\d+\])?[-+# 0]*[svqdxXtT](?:[^A-Za-z0-9]|$)` +
	`|^\[[^\[\]]*\]$|^\{[\w .-]*\}$|^\$[A-Za-z_]\w*$|^%\w+%$|^@\w+@$`)

// masked reports whether a text has nothing to show: no letters and digits, one of them all the time, or a part that is
// struck out or left out.
//
// A digit all the time is a mask only if it is 0. "111111" and "888888" are among the most used passwords.
func masked(text string) bool {
	plain := strings.Map(func(r rune) rune {
		if r < 0x80 && !alphanumeric(byte(r)) {
			return -1
		}
		return r
	}, text)
	switch {
	case strings.Trim(plain, "•●…") == "", struckOut().MatchString(text):
		return true
	case strings.Trim(plain, plain[:1]) != "", len(plain) == 1 && plain != "x" && plain != "X":
		return false
	}
	return plain[0] < '1' || plain[0] > '9'
}

var struckOut = lazily(`\*{3}|x{4}|X{4}|…|\.\.\.|•{3}|●{3}`)

// Words that make a text a placeholder, whatever the others are.
var placeholders = wordSet(`
	changeme changeit changethis placeholder example examples sample dummy fake mock mocked redacted masked censored
	test tests testing todo tbd fixme xxx replaceme foobar your yours notreal notasecret`)

// Words that make a text a placeholder where all others are such words too, or nouns.
//
// "guest", "default", "demo", "public" and "root" are none: they are what many a server accepts.
var fillers = wordSet(`
	none null nil undefined unset unknown empty blank missing na foo bar baz qux anonymous hidden here unused ignored omitted
	removed string true false secrethere`)

// Words that a filler may be with: "foo-secret", "no key here".
var fillerNouns = wordSet(`a an the some any no not my secret secrets password pass passwd token key api apikey access auth value goes go is set in`)

// Texts that are placeholders only as they are.
//
// What a service issues isn't called "token". A person may well have chosen "secret" or "password".
var placeholderTexts = wordSet(`
	token apikey api-key api_key access-token access_token accesstoken auth-token auth_token authtoken bearer-token bearer basic
	pass passwd nopass nopassword no-password user username n/a x -- x-oauth-basic x-access-token x-token-auth oauth2 oauth2accesstoken gitlab-ci-token __token__ _json_key`)

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(text) {
		set[word] = true
	}
	return set
}

// nouns are what placeholders stand for.
var nouns = []string{"key", "apikey", "token", "secret", "password", "passwd", "pass", "pwd", "value"}

func placeholderWords(text string) bool {
	if placeholderTexts[strings.ToLower(text)] || strings.Contains(text, "EXAMPLE") { // AKIAIOSFODNN7EXAMPLE
		return true
	}
	words := lettersOf(text)
	if len(words) == 0 {
		return false
	}
	return slices.ContainsFunc(words, stands) || instructs(words) || fills(words) && digitsIn(text) <= 4
}

// stands reports whether a word makes a text a placeholder, with or without a noun that is written as one word
// with it: "dummykey", "yourpassword".
func stands(word string) bool {
	if placeholders[word] {
		return true
	}
	for _, noun := range nouns {
		if front, ok := strings.CutSuffix(word, noun); ok && placeholders[front] {
			return true
		}
	}
	return false
}

// instructs reports whether words tell what to do about the text: "change-me", "insert-token", "put the key here", or what
// it isn't: "not-a-real-key".
func instructs(words []string) bool {
	first, last := words[0], words[len(words)-1]
	if len(words) > 1 && (first == "insert" || first == "replace" || last == "here" && slices.ContainsFunc(words, isNoun)) {
		return true
	}
	for i, word := range words[1:] {
		if (words[i] == "change" || words[i] == "replace") && changed[word] || word == "real" && slices.Contains(words[:i+1], "not") {
			return true
		}
	}
	return false
}

// What stands behind "change" where that is an instruction.
var changed = wordSet("me this it in with before for to")

func isNoun(word string) bool {
	return slices.Contains(nouns, word)
}

// fills reports whether all words are fillers, or nouns next to one.
func fills(words []string) bool {
	filled := false
	for _, word := range words {
		switch {
		case fillers[word]:
			filled = true
		case !fillerNouns[word]:
			return false
		}
	}
	return filled
}

func digitsIn(text string) int {
	n := 0
	for i := range len(text) {
		if '0' <= text[i] && text[i] <= '9' {
			n++
		}
	}
	return n
}

// lettersOf splits a text into its words, in lower case: "YourAPIKey_2" is "your", "api", "key".
func lettersOf(text string) []string {
	var words []string
	begin := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && i > begin && !wordEnds(text, i) {
			continue
		}
		if begin < i && letter(text[begin]) {
			words = append(words, strings.ToLower(text[begin:i]))
		}
		begin = i
	}
	return words
}

// wordEnds reports whether another word, or none, begins at a place in a text. What isn't ASCII belongs to words.
func wordEnds(text string, i int) bool {
	before, at := text[i-1], text[i]
	if upper(at) && upper(before) {
		return i+1 < len(text) && letter(text[i+1]) && !upper(text[i+1]) && text[i+1:] != "s" // "API|Key", "APIs"
	}
	return upper(at) || letter(before) != letter(at)
}

func letter(c byte) bool { return alphanumeric(c) && c > '9' || c >= 0x80 }

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }
