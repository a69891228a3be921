package sessioncookie

import (
	"go/constant"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// A subject is what a message says of a cookie.
type subject struct {
	// name is how the message refers to it.
	name string
	// login says that it belongs to a login that has begun, not to a session.
	login bool
}

// credential returns what a cookie gives access to on a way, or false where that isn't known to be anything.
func (c *checker) credential(k *cookie, w way) (subject, bool) {
	if k.row.Session {
		return subject{name: "the session cookie"}, !c.deletes(k, w)
	}
	names, values := c.texts(c.setting(k, name), w), c.texts(c.setting(k, value), w)
	if !slices.ContainsFunc(values, isVariable) || slices.ContainsFunc(names, isHarmless) || c.deletes(k, w) {
		return subject{}, false
	}
	if what := c.holds(values); what != "" {
		if known := common(names); known != "" {
			return subject{name: "cookie " + known}, true
		}
		return subject{name: "the cookie with the " + what}, true
	}
	known := common(names)
	switch {
	case namesSession(known):
		return subject{name: "cookie " + known}, true
	case loginNames.MatchString(known), mayBegin(known) && c.isRandom(values):
		return subject{name: "cookie " + known, login: true}, true
	}
	return subject{}, false
}

// common returns the name that a cookie has in any case, or "".
func common(names []flow.Text) string {
	found := ""
	for i, text := range names {
		known := nameIn(text)
		if i > 0 && known != found {
			return ""
		}
		found = known
	}
	return found
}

// texts returns what an attribute may be on a way.
func (c *checker) texts(s setting, w way) []flow.Text {
	var all []flow.Text
	for _, v := range s.values {
		all = append(all, c.Summary.TextsAt(v, c.Summary.Within(w))...)
	}
	return all
}

// isVariable reports whether a value is another one for each user, as far as can be told: whether somebody is logged in isn't.
func isVariable(text flow.Text) bool {
	return slices.ContainsFunc(text, func(part flow.Part) bool {
		call, ok := part.Origin.Value.(*ssa.Call)
		if ok {
			fn := flow.CalleeOf(&call.Call)
			return fn == nil || fn.FullName() != "strconv.FormatBool"
		}
		return part.Origin.Kind != flow.Constant
	})
}

// nameIn returns the name that a text is or, behind a prefix that isn't known, ends with, or "".
func nameIn(text flow.Text) string {
	if known, ok := text.Known(); ok {
		return known
	}
	last := text[len(text)-1]
	if last.Origin.Kind != flow.Constant || last.Cut {
		return ""
	}
	return strings.TrimLeft(last.Constant, "_-.:")
}

var (
	sessionWords = []string{"session", "sess", "sid", "jwt", "auth", "authentication", "sso"}
	sessionNames = []string{"remember_me", "rememberme", "remember-me"}
	loginWords   = []string{"login", "state", "nonce", "verifier", "pkce", "oauth", "oidc"}
	loginNames   = regexp.MustCompile(`(?i)(oauth2?|oidc|openid|sso|saml|pkce|auth|login)[_-]?(state|nonce|verifier)$`)
	// What is called so is for scripts to read, or nobody's secret.
	harmlessWords = []string{
		"csrf", "xsrf", "antiforgery", "flash", "theme", "lang", "language", "locale", "consent", "visitor", "anonymous", "anon", "guest",
		"tracking", "analytics", "cart", "preference", "preferences", "prefs", "redirect", "return", "device", "public", "message", "error",
	}
	sessionID = regexp.MustCompile(`(?i)sess(ion)?[_-]?id$`)
)

// namesSession reports whether a cookie with a name holds what a user is logged in by: its last word says so.
func namesSession(name string) bool {
	words := flow.Words(name)
	if len(words) == 0 {
		return false
	}
	return slices.Contains(sessionWords, words[len(words)-1]) || slices.Contains(sessionNames, strings.ToLower(name)) ||
		sessionID.MatchString(name) || catalog.NamesSecret(name)
}

// mayBegin reports whether a cookie with a name, where it is random, ties a login to the browser that it began in.
func mayBegin(name string) bool {
	words := flow.Words(name)
	return len(words) > 0 && slices.Contains(loginWords, words[len(words)-1])
}

func isHarmless(text flow.Text) bool {
	for _, part := range text {
		if slices.ContainsFunc(flow.Words(part.Constant), func(word string) bool { return slices.Contains(harmlessWords, word) }) {
			return true
		}
	}
	return false
}

// holds says which credential a value is or contains, or returns "".
func (c *checker) holds(values []flow.Text) string {
	for _, text := range values {
		for _, part := range text.Unknown() {
			if what := c.Summary.CredentialOf(part); what != "" {
				return what
			}
			if mint := mintOf(part.Origin.Value); mint != nil && mint.What != "" {
				return mint.What
			}
		}
	}
	return ""
}

func mintOf(v ssa.Value) *catalog.Mint {
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	return catalog.MintOf(flow.CalleeOf(&call.Call))
}

// isRandom reports whether a value is random.
func (c *checker) isRandom(values []flow.Text) bool {
	for _, text := range values {
		for _, part := range text.Unknown() {
			if c.isRandomValue(part.Origin.Value, 0) {
				return true
			}
		}
	}
	return false
}

const maxMethods = 2 // methods after each other that spell a value: uuid.New().String()

func (c *checker) isRandomValue(v ssa.Value, depth int) bool {
	if v == nil || mintOf(v) != nil || isFilled(v) {
		return v != nil
	}
	call, ok := v.(*ssa.Call)
	if !ok || depth == maxMethods {
		return false
	}
	fn := flow.CalleeOf(&call.Call)
	if fn == nil || fn.Name() != "String" {
		return false
	}
	for _, o := range c.Summary.Reaching(summary.Operand(&call.Call, catalog.Recv)) {
		if c.isRandomValue(o.Value, depth+1) {
			return true
		}
	}
	return false
}

// isFilled reports whether bytes are filled by a generator of random numbers.
func isFilled(v ssa.Value) bool {
	if v.Referrers() == nil {
		return false
	}
	for _, use := range *v.Referrers() {
		switch use := use.(type) {
		case *ssa.Slice:
			if isFilled(use) {
				return true
			}
		case ssa.CallInstruction:
			fn := flow.CalleeOf(use.Common())
			if fn == nil {
				continue
			}
			switch fn.FullName() {
			case "crypto/rand.Read", "io.ReadFull", "math/rand.Read", "(*math/rand.Rand).Read":
				return true
			}
		}
	}
	return false
}

// deleting are words in the names of functions that take a cookie away.
var deleting = []string{"delete", "clear", "remove", "unset", "expire", "invalidate", "logout", "signout", "revoke", "reset"}

// deletes reports whether a cookie may be there to delete the one that the browser has.
func (c *checker) deletes(k *cookie, w way) bool {
	ages, _ := c.constants(c.setting(k, maxAge), w)
	if slices.ContainsFunc(ages, func(age constant.Value) bool { return age != nil && constant.Sign(age) < 0 }) {
		return true
	}
	if k.call == nil && slices.ContainsFunc(c.setting(k, expires).values, func(v ssa.Value) bool { return c.isPast(v, w) }) {
		return true
	}
	words := flow.Words(flow.Outermost(k.fn).Name())
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(deleting, word) })
}

// isPast reports whether a time is known to be over: time.Unix(0, 0), time.Now().Add(-time.Hour).
func (c *checker) isPast(v ssa.Value, w way) bool {
	for _, o := range c.Summary.ReachingIn(v, w) {
		call, ok := o.Value.(*ssa.Call)
		if !ok {
			continue
		}
		fn := flow.CalleeOf(&call.Call)
		if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "time" {
			continue
		}
		switch fn.Name() {
		case "Unix", "UnixMilli", "Date":
			return isConstant(call.Call.Args[0])
		case "Add", "AddDate":
			return slices.ContainsFunc(call.Call.Args[1:], isNegative)
		}
	}
	return false
}

func isConstant(v ssa.Value) bool {
	_, ok := v.(*ssa.Const)
	return ok
}

func isNegative(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Int && constant.Compare(c.Value, token.LSS, constant.MakeInt64(0))
}
