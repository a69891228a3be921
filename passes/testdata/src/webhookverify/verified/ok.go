// Package verified holds receivers that verify.
package verified

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/google/go-github/v75/github"
	"github.com/plutov/paypal/v4"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
	"github.com/stripe/stripe-go/v85/webhook"
)

var queue = make(chan []byte)

type server struct {
	secret []byte
	tokens map[string]bool
}

func newServer(secret string, tokens map[string]bool) *server {
	return &server{secret: []byte(secret), tokens: tokens}
}

func (s *server) gitHub(w http.ResponseWriter, r *http.Request) {
	payload, err := github.ValidatePayload(r, s.secret)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	event, err := github.ParseWebHook(github.WebHookType(r), payload)
	if err == nil {
		log.Print(event)
		queue <- payload
	}
}

func (s *server) gitLab(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Gitlab-Token") != string(s.secret) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if r.Header.Get("X-Gitlab-Event") == "Push Hook" {
		body, _ := io.ReadAll(r.Body)
		queue <- body
	}
}

func (s *server) byHelper(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.check(r.Header, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if r.Header.Get("X-GitHub-Event") == "push" {
		queue <- body
	}
}

var errNoSecret = errors.New("no secret")

func (s *server) check(header http.Header, body []byte) error {
	if len(s.secret) == 0 {
		return errNoSecret
	}
	mac := hmac.New(sha256.New, s.secret)
	mac.Write(body)
	if !hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(header.Get("X-Hub-Signature-256"))) {
		return errors.New("forged")
	}
	return nil
}

func (s *server) refusesWithoutSecret(w http.ResponseWriter, r *http.Request) {
	if len(s.secret) == 0 {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	body, _ := io.ReadAll(r.Body)
	if s.check(r.Header, body) == nil && r.Header.Get("X-GitHub-Event") == "push" {
		queue <- body
	}
}

func (s *server) inList(w http.ResponseWriter, r *http.Request) {
	if !s.tokens[r.URL.Query().Get("token")] {
		return
	}
	if r.Header.Get("X-Event-Key") == "repo:push" {
		body, _ := io.ReadAll(r.Body)
		queue <- body
	}
}

// What kind of event it is says the service, and isn't a signature.
func (s *server) bitbucket(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Event-Key") == "" {
		queue <- nil
		return
	}
	body, _ := io.ReadAll(r.Body)
	if s.check(r.Header, body) == nil {
		queue <- body
	}
}

func stripePaid(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	secret := os.Getenv("STRIPE_SECRET")
	if secret == "" {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	event, err := webhook.ConstructEvent(body, r.Header.Get("Stripe-Signature"), secret)
	if err != nil {
		return
	}
	queue <- []byte(event.ID)
}

func payPal(client *paypal.Client, w http.ResponseWriter, r *http.Request) {
	answer, err := client.VerifyWebhookSignature(r.Context(), r, r.Header.Get("Paypal-Transmission-Id"))
	if err != nil || answer.VerificationStatus != "SUCCESS" {
		return
	}
	body, _ := io.ReadAll(r.Body)
	queue <- body
}

func slackEvents(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	verifier, err := slack.NewSecretsVerifier(r.Header, mustSecret())
	if err != nil {
		return
	}
	if _, err := verifier.Write(body); err != nil {
		return
	}
	if err := verifier.Ensure(); err != nil {
		return
	}
	event, err := slackevents.ParseEvent(json.RawMessage(body), slackevents.OptionNoVerifyToken())
	if err == nil && event.Type != "" {
		queue <- body
	}
}

func slackByHand(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	stamp := r.Header.Get("X-Slack-Request-Timestamp")
	sent, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil || time.Since(time.Unix(sent, 0)) > 5*time.Minute {
		return
	}
	mac := hmac.New(sha256.New, []byte(mustSecret()))
	io.WriteString(mac, "v0:"+stamp+":"+string(body))
	if hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("X-Slack-Signature"))) {
		queue <- body
	}
}

func mustSecret() string {
	if secret := os.Getenv("SLACK_SECRET"); secret != "" {
		return secret
	}
	panic("SLACK_SECRET isn't set")
}

func discord(key ed25519.PublicKey, w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	signature, _ := hex.DecodeString(r.Header.Get("X-Signature-Ed25519"))
	if ed25519.Verify(key, append([]byte(r.Header.Get("X-Signature-Timestamp")), body...), signature) {
		queue <- body
	}
}

// It is the handshake that is answered here, and nothing else.
func subscribed(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.URL.Query().Get("hub.verify_token")), []byte(mustSecret())) == 1 {
		io.WriteString(w, r.URL.Query().Get("hub.challenge"))
		queue <- nil
	}
}

// An optional default is no verification.
func (s *server) name(secret string) string {
	if secret == "" {
		return "default"
	}
	return secret
}
