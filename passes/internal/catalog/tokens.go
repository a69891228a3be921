package catalog

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A TokenFormat describes credentials that can be told by their text alone.
type TokenFormat struct {
	// Provider is who issues them: "GitHub". It is empty for a format that is nobody's own.
	Provider string
	// What is what a message calls one, behind the provider: "personal access token".
	What string
	// Source is where the format is described.
	Source string
	// Checksum says that a part of the token is a checksum of the rest, which was found to be right.
	Checksum bool
	// Low says that one in a program is often no leak: it is made to be public, soon worthless, useless without something
	// else, or other texts have the same shape.
	Low bool

	// needles are texts one of which is in each token. They are searched for before the pattern.
	needles []string
	// pattern matches a token. What the group that took part holds, or all without one, was drawn at random. Whether
	// the token goes on before or behind the match is looked at by apart.
	pattern func() *regexp.Regexp
	// alone says that little tells the token from other runs of characters: no part of a path, a name or of base64 is one.
	alone bool
	// check looks closer at what pattern has matched: at checksums, and at what is encoded.
	check func(token string) bool
	// decodes says that check decodes what is random, which needs no other look then.
	decodes bool
	// beside says whether the text as a whole makes the token useful.
	beside func(text string) bool
}

// String returns what a message calls a token of the format: "GitHub personal access token".
func (f *TokenFormat) String() string { return strings.TrimSpace(f.Provider + " " + f.What) }

// A Token is a credential in a text, which is text[Start:End]. Of an AWS key it is the ID.
type Token struct {
	Format     *TokenFormat
	Start, End int
}

// TokensIn returns the credentials that a text holds, in their order. None overlaps another.
//
// Documented example values, masked and abbreviated tokens, made-up ones ("ghp_0123456789…"), prefixes without a token
// and regular expressions that match tokens are none.
func TokensIn(text string) []Token {
	if len(text) < shortestToken {
		return nil // nearly always
	}
	var found []Token
	formats := formatsIn(text)
	for i := range tokenFormats {
		if f := &tokenFormats[i]; formats>>i&1 == 1 && (f.beside == nil || f.beside(text)) {
			found = f.appendTo(found, text)
		}
	}
	return withoutOverlaps(found)
}

// shortestToken is the length of the shortest text that is a token: "gldt-" and 20 characters.
const shortestToken = 25

// formatsIn returns the places in tokenFormats of those of which a needle is in a text, as a set of bits.
func formatsIn(text string) uint64 {
	var formats uint64
	table := needles()
	for i := 1; i < len(text); i++ {
		pair := &table[text[i-1]]
		if pair.second[text[i]/64]>>(text[i]%64)&1 == 0 {
			continue // nearly always
		}
		for _, needle := range pair.needles {
			if strings.HasPrefix(text[i-1:], needle.text) {
				formats |= 1 << needle.format
			}
		}
	}
	return formats
}

// needlesFrom are the needles that begin with a byte.
type needlesFrom struct {
	second  [4]uint64 // the bytes that follow it, as a set of bits
	needles []needle
}

type needle struct {
	text   string
	format int
}

// needles returns the needles of all formats by their first bytes.
var needles = sync.OnceValue(func() *[256]needlesFrom {
	var table [256]needlesFrom
	for i := range tokenFormats {
		for _, text := range tokenFormats[i].needles {
			first := &table[text[0]]
			first.needles = append(first.needles, needle{text, i})
			first.second[text[1]/64] |= 1 << (text[1] % 64)
		}
	}
	return &table
})

// appendTo adds the tokens of the format in a text.
func (f *TokenFormat) appendTo(found []Token, text string) []Token {
	for _, loc := range f.pattern().FindAllStringSubmatchIndex(text, -1) {
		start, end := loc[0], loc[1]
		random := text[start:end]
		for group := 2; group < len(loc); group += 2 {
			if loc[group] >= 0 {
				random = text[loc[group]:loc[group+1]]
			}
		}
		if apart(text, start, end, f.alone) && (f.decodes || !invented(random)) && (f.check == nil || f.check(text[start:end])) {
			found = append(found, Token{Format: f, Start: start, End: end})
		}
	}
	return found
}

// apart reports whether a token doesn't go on before or behind text[start:end], and isn't abbreviated there.
func apart(text string, start, end int, alone bool) bool {
	before, after := "_", "_-*"
	if alone {
		before, after = "_-+/.", "_-*+/="
	}
	if start > 0 && (alphanumeric(text[start-1]) || strings.IndexByte(before, text[start-1]) >= 0) {
		return false
	}
	rest := text[end:]
	return rest == "" || !alphanumeric(rest[0]) && strings.IndexByte(after, rest[0]) < 0 &&
		!strings.HasPrefix(rest, "...") && !strings.HasPrefix(rest, "…")
}

func alphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

// withoutOverlaps sorts tokens by their places, and leaves one of those that overlap: the surer one, or the longer, or
// that of the format that comes first.
func withoutOverlaps(found []Token) []Token {
	if len(found) < 2 {
		return found
	}
	slices.SortStableFunc(found, func(a, b Token) int {
		if a.Format.Low != b.Format.Low {
			if b.Format.Low {
				return -1
			}
			return 1
		}
		return (b.End - b.Start) - (a.End - a.Start)
	})
	var kept []Token
	for _, tok := range found {
		if !slices.ContainsFunc(kept, func(k Token) bool { return tok.Start < k.End && k.Start < tok.End }) {
			kept = append(kept, tok)
		}
	}
	slices.SortFunc(kept, func(a, b Token) int { return a.Start - b.Start })
	return kept
}

// AWSKeyID returns where the first AWS access key ID in a text is. It is no secret, but says that an [AWSSecret] in a
// text next to it is one.
func AWSKeyID(text string) (start, end int, ok bool) {
	return firstApart(text, awsKeyID(), func(id string) bool { return true })
}

// AWSSecret returns where the first text of the shape of an AWS secret access key in a text is. Others have the shape,
// such as base64 of 30 bytes; it is a secret where an [AWSKeyID] is next to it.
func AWSSecret(text string) (start, end int, ok bool) {
	return firstApart(text, awsSecret(), func(key string) bool { return cased(key) && strings.ContainsAny(key, "0123456789") })
}

func firstApart(text string, pattern *regexp.Regexp, check func(string) bool) (start, end int, ok bool) {
	if len(text) < 20 {
		return 0, 0, false
	}
	for _, loc := range pattern.FindAllStringIndex(text, -1) {
		if match := text[loc[0]:loc[1]]; apart(text, loc[0], loc[1], true) && !invented(match) && check(match) {
			return loc[0], loc[1], true
		}
	}
	return 0, 0, false
}

var (
	// AKIA is a user's key, ASIA a temporary one; the rest is base32.
	// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
	awsKeyID = lazily(`A[KS]IA[A-Z2-7]{16}`)
	// 40 characters, of base64: https://aws.amazon.com/blogs/security/a-safer-way-to-distribute-aws-credentials-to-ec2/
	awsSecret = lazily(`[A-Za-z0-9/+]{40}`)
)

// lazily returns a function that compiles a pattern at its first call.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
