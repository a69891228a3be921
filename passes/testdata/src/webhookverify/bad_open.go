package webhookverify

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"os"

	"github.com/google/go-github/v75/github"
)

type hooks struct{ secret string }

func newHooks(secret string) *hooks { return &hooks{secret} }

func (h *hooks) authorized(r *http.Request) bool {
	if h.secret == "" { // want `authorized takes what anybody sends for genuine when secret is empty: it is verified only where there is one`
		return true
	}
	return subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Hook-Secret")), []byte(h.secret)) == 1
}

func (h *hooks) verify(body []byte, signature string) error {
	if len(h.secret) == 0 { // want `verify takes what anybody sends for genuine when secret is empty`
		return nil
	}
	if !hmac.Equal([]byte(signature), sum(body, h.secret)) {
		return errors.New("forged")
	}
	return nil
}

func sum(body []byte, secret string) []byte {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	return []byte("sha256=" + hex.EncodeToString(mac.Sum(nil)))
}

func (h *hooks) inline(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if h.secret != "" { // want `inline takes what anybody sends for genuine when secret is empty`
		if !hmac.Equal([]byte(r.Header.Get("X-Hub-Signature-256")), sum(body, h.secret)) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	queue <- body
}

func unsigned(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	signature := r.Header.Get("X-Hub-Signature-256")
	if signature != "" && !hmac.Equal([]byte(signature), sum(body, mustSecret())) { // want `unsigned takes what anybody sends for genuine when the X-Hub-Signature-256 header is empty`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	queue <- body
}

func mustSecret() string {
	secret := os.Getenv("HOOK_SECRET")
	if secret == "" {
		panic("HOOK_SECRET isn't set")
	}
	return secret
}

func withoutSecret(w http.ResponseWriter, r *http.Request) { // want `withoutSecret does what anybody on the Internet says in the name of GitHub`
	payload, err := github.ValidatePayload(r, nil)
	if err == nil {
		queue <- payload
	}
}

func unset(w http.ResponseWriter, r *http.Request) {
	payload, err := github.ValidatePayload(r, []byte(os.Getenv("GITHUB_SECRET"))) // want `if GITHUB_SECRET isn't set, anybody can sign a request, with the empty key: nothing looks whether there is one`
	if err == nil {
		queue <- payload
	}
}

func unsetKey(w http.ResponseWriter, r *http.Request) {
	mac := hmac.New(sha256.New, []byte(os.Getenv("SHOP_SECRET"))) // want `if SHOP_SECRET isn't set, anybody can sign a request`
	body, _ := io.ReadAll(r.Body)
	mac.Write(body)
	if hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("X-Shopify-Hmac-Sha256"))) {
		queue <- body
	}
}

// What kind of event it is shows nothing of who sent it.
func (h *hooks) kind(r *http.Request, body []byte) error {
	if r.Header.Get("X-Event-Key") != "repo:push" {
		return errors.New("unknown")
	}
	if h.secret == "" { // want `kind takes what anybody sends for genuine when secret is empty`
		return nil
	}
	if !hmac.Equal([]byte(r.Header.Get("X-Hub-Signature")), sum(body, h.secret)) {
		return errors.New("forged")
	}
	return nil
}
