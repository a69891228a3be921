// Package okonce keeps the states of the logins that were begun.
package okonce

import (
	"net/http"
	"sync"

	"golang.org/x/oauth2"
)

type app struct {
	config *oauth2.Config
	begun  sync.Map
}

func (a *app) callback(w http.ResponseWriter, r *http.Request) {
	if _, ok := a.begun.LoadAndDelete(r.FormValue("state")); !ok {
		http.Error(w, "login failed", http.StatusBadRequest)
		return
	}
	if _, err := a.config.Exchange(r.Context(), r.FormValue("code")); err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
	}
}
