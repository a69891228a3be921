package maccompare

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
)

func constantTime(r *http.Request, key, body []byte) bool {
	return hmac.Equal([]byte(r.Header.Get("X-Signature")), []byte(sign(body, key)))
}

func (s *server) secretInConstantTime(r *http.Request) bool {
	return subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Token")), s.secret) == 1
}

// It is compared in constant time before.
func (s *server) twice(r *http.Request) bool {
	token := r.Header.Get("X-Token")
	return subtle.ConstantTimeCompare([]byte(token), s.secret) == 1 && token == string(s.secret)
}

func (s *server) present(r *http.Request) bool {
	return r.Header.Get("X-Gitlab-Token") != "" && s.cfg.WebhookSecret != ""
}

func lengths(r *http.Request, key, body []byte) bool {
	return len(r.Header.Get("X-Signature")) == len(sign(body, key))
}

func twoOfItsOwn(key, other, body []byte) bool {
	return sign(body, key) == sign(body, other)
}

func checksum(r *http.Request, body []byte) bool {
	sum := sha256.Sum256(body)
	return r.Header.Get("X-Checksum") == hex.EncodeToString(sum[:])
}

func hashes(token string, r *http.Request) bool {
	return sha256.Sum256([]byte(r.Header.Get("X-Token"))) == sha256.Sum256([]byte(token))
}

type entry struct {
	Key   string
	Value []byte
}

// What it was made of is looked up under its MAC: nobody sends that.
func (e *entry) isOf(key, body []byte) bool { return e.Key == sign(body, key) }

// IsCached compares a key of a cache.
func IsCached(cacheKey string, key, body []byte) bool { return cacheKey == sign(body, key) }

type record struct{ TokenHash string }

// A stored digest of what was sent: who sends it doesn't know the digest of a guess.
func (rec *record) matches(r *http.Request, key []byte) bool {
	return rec.TokenHash == sign([]byte(r.Header.Get("X-Token")), key)
}

func (s *server) changed(next config) bool {
	return s.cfg.WebhookSecret != next.WebhookSecret || s.cfg.Password != next.Password
}

func confirmed(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("password") != r.FormValue("confirm_password") {
		w.WriteHeader(http.StatusBadRequest)
	}
}

type registration struct{ Password, PasswordRepeated string }

func registered(r *http.Request) bool {
	var form registration
	_ = json.NewDecoder(r.Body).Decode(&form)
	return form.Password == form.PasswordRepeated
}

// The new password must not be the old one.
func (s *server) sameAsBefore(r *http.Request) bool {
	return r.FormValue("new_password") == s.cfg.Password
}

func (s *server) store(r *http.Request) {
	var next config
	_ = json.NewDecoder(r.Body).Decode(&next)
	if next.Password != s.cfg.Password {
		s.cfg.Password = next.Password
	}
}

func (s *server) updateSettings(r *http.Request) bool {
	var next config
	_ = json.NewDecoder(r.Body).Decode(&next)
	return next.WebhookSecret != s.cfg.WebhookSecret
}

func state(r *http.Request, token string) bool {
	return r.FormValue("state") == token || r.Header.Get("X-CSRF-Token") == token
}

// A signed state is worth nothing to whoever guesses it in another browser.
func signedState(r *http.Request, key []byte) bool {
	return r.URL.Query().Get("state") == sign([]byte(r.RemoteAddr), key)
}

func eventOf(r *http.Request, token string) bool {
	return r.Header.Get("X-GitHub-Event") == token || r.Header.Get("Accept") == token
}

// A header that holds tokens, as RFC 9110 calls the words in it.
func containsToken(header http.Header, name, token string) bool {
	for _, value := range header.Values(name) {
		for part := range strings.SplitSeq(value, ",") {
			if strings.EqualFold(strings.TrimSpace(part), token) {
				return true
			}
		}
	}
	return false
}

func upgrades(r *http.Request) bool { return containsToken(r.Header, "Connection", "upgrade") }

func (s *server) user(r *http.Request) bool {
	user, _, _ := r.BasicAuth()
	return user == os.Getenv("ADMIN_USER")
}

const documented = "example"

func constant(r *http.Request) bool { return r.Header.Get("X-Token") == documented }

var fixed = "example"

type demo struct{ token string }

func newDemo() *demo { return &demo{token: fixed} }

func (d *demo) constant(r *http.Request) bool { return r.Header.Get("X-Token") == d.token }

func (s *server) path(r *http.Request) bool { return r.URL.Path == "/hook/"+s.cfg.WebhookSecret }

func (s *server) cookie(r *http.Request) bool {
	c, err := r.Cookie("session")
	return err == nil && c.Value == s.cfg.WebhookSecret
}

// A response is compared with what was sent.
func (s *server) echoed(resp *http.Response) bool {
	return resp.Header.Get("X-Token") == s.cfg.WebhookSecret
}

func remembered(tokens map[string]string, r *http.Request) bool {
	return tokens[r.FormValue("user")] == fmt.Sprint(len(tokens))
}

type user struct{ recoveryToken, loginToken string }

type users interface {
	ByEitherToken(token string) (*user, error)
}

// Who has the token is known by then: the comparison tells which of the two it is.
func magicLink(all users, w http.ResponseWriter, r *http.Request) {
	token := r.FormValue("token")
	u, err := all.ByEitherToken(token)
	if err != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	if u.recoveryToken == token {
		fmt.Fprintln(w, "set a new password")
	}
}
