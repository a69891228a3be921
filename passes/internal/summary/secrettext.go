package summary

import (
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// narrow cuts off what stands around the credential, if the use says that something does.
func (s *Secret) narrow() {
	switch s.Use {
	case catalog.Header:
		s.Text = afterScheme(s.Text)
	case catalog.URL, catalog.DSN:
		s.Text, s.Host = passwordIn(s.Text, s.Use)
	}
}

// schemes are the authentication schemes that may stand before a credential in a header
// (https://www.iana.org/assignments/http-authschemes), and some that services made up.
var schemes = []string{"bearer", "basic", "token", "apikey", "digest", "bot", "key", "genie key", "genieKey", "splunk", "sso-key", "api-key", "token token=", "bearer token"}

// afterScheme returns the credential in a header's value: what follows the scheme that it begins with and, of
// user and password, the password.
func afterScheme(text flow.Text) flow.Text {
	if len(text) == 0 || text[0].Origin.Kind != flow.Constant {
		return text
	}
	if whole, known := text.Known(); known && (strings.HasSuffix(whole, " ") || isScheme(whole)) {
		return nil
	}
	scheme, rest, ok := text.Cut(" ")
	name, known := scheme.Known()
	switch {
	case !ok || !known || !isScheme(name):
		return text
	case strings.EqualFold(name, "basic"):
		if user, password, ok := rest.Cut(":"); ok {
			if sameText(user, password) {
				return nil // a public client, or an account that everybody is meant to use
			}
			return password
		}
	}
	return rest
}

// sameText reports whether two texts are known, and the same.
func sameText(a, b flow.Text) bool {
	x, known := a.Known()
	y, also := b.Known()
	return known && also && x == y
}

func isScheme(name string) bool {
	return slices.ContainsFunc(schemes, func(s string) bool { return strings.EqualFold(s, strings.TrimSpace(name)) })
}

// passwordIn returns the password in a URL or a data source name, and what follows it. What isn't known at all is
// returned as it is: it may hold one.
func passwordIn(text flow.Text, use catalog.Use) (password, rest flow.Text) {
	if len(text) == 1 && text[0].Origin.Kind != flow.Constant {
		return text, nil
	}
	_, after, isURL := text.Cut("://")
	if !isURL {
		after = text
	}
	if use == catalog.DSN && !isURL {
		if _, value, ok := text.Cut("password="); ok {
			password, _, _ = value.Cut(" ")
			return password, text
		}
	}
	user, host, ok := after.CutLast("@")
	if _, _, path := user.Cut("/"); !ok || isURL && path {
		return nil, nil
	}
	_, password, ok = user.Cut(":")
	if !ok || !isURL && use != catalog.DSN {
		return nil, nil
	}
	return password, host
}
