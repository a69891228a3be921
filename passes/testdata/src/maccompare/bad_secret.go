package maccompare

import (
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
)

var adminToken = flag.String("token", "", "what administrators present")

type config struct {
	WebhookSecret string
	APIKeys       []string
	Password      string
}

type server struct {
	cfg    config
	secret []byte
}

func newServer(cfg config, secret []byte) *server { return &server{cfg: cfg, secret: secret} }

var _ = newServer(config{}, []byte(os.Getenv("SECRET")))

func (s *server) gitLab(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Gitlab-Token") != s.cfg.WebhookSecret { // want `^r\.Header\.Get takes longer to compare the more of it is right, so that whoever sends it can guess the webhook secret byte by byte \(!=\)$`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func (s *server) bytes(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Gitlab-Token") == string(s.secret) { // want `can guess the secret byte by byte \(==\)$`
		w.WriteHeader(http.StatusOK)
	}
}

func environment(w http.ResponseWriter, r *http.Request) {
	if token := r.URL.Query().Get("token"); token != os.Getenv("HOOK_TOKEN") { // want `^token takes longer`
		w.WriteHeader(http.StatusUnauthorized)
	}
	if r.FormValue("key") != *adminToken { // want `can guess the admin token`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// Bearer lets in who presents the token.
func Bearer(token string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer "+token { // want `can guess the token`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) cut(w http.ResponseWriter, r *http.Request) {
	given, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	for _, key := range s.cfg.APIKeys {
		if given == key { // want `^given takes longer`
			w.WriteHeader(http.StatusOK)
		}
	}
}

func (s *server) basic(w http.ResponseWriter, r *http.Request) {
	user, password, ok := r.BasicAuth()
	if !ok || user != "admin" || password != s.cfg.Password { // want `^password takes longer`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

type login struct {
	User, Password string
}

func (s *server) login(w http.ResponseWriter, r *http.Request) {
	var form login
	if err := json.NewDecoder(r.Body).Decode(&form); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if form.Password == s.cfg.Password { // want `^form\.Password takes longer`
		w.WriteHeader(http.StatusOK)
	}
}

func (s *server) framework(c *gin.Context) {
	if c.GetHeader("X-Api-Key") != s.cfg.Password { // want `^c\.GetHeader takes longer`
		panic("refused")
	}
}

type channel interface {
	StringConfigForKey(key, fallback string) string
}

type receivePayload struct {
	ChatID string `json:"chat_id"`
	Secret string `json:"secret"`
}

func receive(c channel, w http.ResponseWriter, r *http.Request, payload *receivePayload) {
	secret := c.StringConfigForKey("secret", "")
	if payload.Secret != secret { // want `^payload\.Secret takes longer`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

type settings interface{ WebhookToken() string }

func getter(s settings, r *http.Request) bool {
	switch r.Header.Get("X-Token") {
	case s.WebhookToken(): // want `can guess the webhook token`
		return true
	}
	return false
}

// Configer is what packages of settings have.
type Configer interface{ String(key string) string }

func setting(c Configer, r *http.Request) bool {
	return r.PostFormValue("password") == c.String("web_password") // want `can guess the web password`
}

var pool = sync.Pool{New: func() any { return new(receivePayload) }}

func pooled(s settings, r *http.Request) bool {
	event := pool.Get().(*receivePayload)
	defer pool.Put(event)
	if err := json.NewDecoder(r.Body).Decode(event); err != nil {
		return false
	}
	return event.Secret == s.WebhookToken() // want `^event\.Secret takes longer`
}
