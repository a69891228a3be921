// Package oknonce binds its logins by the nonce of OpenID Connect, in a way of its own.
package oknonce

import (
	"net/http"

	"golang.org/x/oauth2"
)

func login(config *oauth2.Config, nonce string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, config.AuthCodeURL("state", oauth2.SetAuthURLParam("nonce", nonce)), http.StatusFound)
	}
}

func callback(config *oauth2.Config, begin func(*oauth2.Token) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, err := config.Exchange(r.Context(), r.FormValue("code"))
		if err != nil || begin(token) != nil {
			http.Error(w, "login failed", http.StatusUnauthorized)
		}
	}
}
