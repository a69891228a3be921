package oauthstate

import (
	"crypto/rand"
	"encoding/hex"
	"net/http"

	"golang.org/x/oauth2"
)

type drawn struct {
	config *oauth2.Config
	prefix string
}

func (a *drawn) url(state string) string { return a.config.AuthCodeURL(state) }

func (a *drawn) login(w http.ResponseWriter, r *http.Request) {
	bytes := make([]byte, 16)
	if _, err := rand.Read(bytes); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	state := "login-" + hex.EncodeToString(bytes)
	http.Redirect(w, r, a.url(state), http.StatusFound)
}

func (a *drawn) sometimes(w http.ResponseWriter, r *http.Request) {
	state := "fallback"
	if a.prefix != "" {
		state = a.prefix + rand.Text()
	}
	http.Redirect(w, r, a.config.AuthCodeURL(state), http.StatusFound)
}
