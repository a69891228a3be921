package catalog

import (
	"regexp"
	"strings"
	"unicode"
)

// secretWords end the names of credentials; secretPairs do so as two words.
var secretWords = map[string]bool{
	"password": true, "passwd": true, "pwd": true, "pass": true, "passphrase": true, "secret": true, "token": true,
	"apikey": true, "authtoken": true, "accesstoken": true, "secretkey": true, "accesskey": true, "privatekey": true, "authkey": true, "psk": true,
}

var secretPairs = map[string]bool{
	"api key": true, "access key": true, "secret key": true, "private key": true, "signing key": true, "encryption key": true, "auth key": true, "jwt key": true,
	"session key": true, "master key": true, "shared key": true, "account key": true, "storage key": true, "hmac key": true, "subscription key": true,
}

// harmless are words before the last that make a token or key something else: a place in a list, a name, a protection against forgery.
var harmless = map[string]bool{
	"page": true, "next": true, "continuation": true, "sync": true, "cursor": true, "csrf": true, "xsrf": true, "push": true, "device": true, "public": true,
	"idempotency": true, "client": true, "resume": true, "start": true, "pagination": true, "max": true, "stop": true, "eos": true, "bos": true, "pad": true, "skip": true, "list": true, "delta": true, "has": true, "is": true, "use": true, "no": true, "require": true, "show": true, "forgot": true, "reset": true, "change": true,
}

// NamesSecret reports whether a setting, a variable, a field or a parameter of that name holds a credential. The last words of a name
// decide: "api_token" does, "token_url" and "page_token" don't.
func NamesSecret(name string) bool {
	words := nameWords(name)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	before := ""
	if len(words) > 1 {
		before = words[len(words)-2]
	}
	switch {
	case last == "key":
		return secretPairs[before+" "+last]
	case before == "client" && last != "token":
	case harmless[before]:
		return false
	}
	return secretWords[last]
}

// nameWords splits a name into its words, in lower case: "clientSecret" is "client", "secret".
func nameWords(name string) []string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if unicode.IsUpper(r) && i > 0 && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]) && unicode.IsUpper(runes[i-1])) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.FieldsFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) })
}

var secretHeaders = regexp.MustCompile(`(?i)^(authorization|proxy-authorization|x-authorization|(.+-)?api-?key|(.+-)?api-?token|private-token|(.+-)?(auth|access|security|vault|session|secret|refresh|user|job|deploy|app|bot)-(token|key|secret)|x-token|x-secret|x-auth|token|apikey|x-access-token|x-goog-api-key|ocp-apim-subscription-key)$`)

// SecretHeader reports whether a header of that name carries a credential.
func SecretHeader(name string) bool { return secretHeaders.MatchString(name) }
