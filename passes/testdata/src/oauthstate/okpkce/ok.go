// Package okpkce binds its logins by PKCE.
package okpkce

import (
	"net/http"

	"golang.org/x/oauth2"
)

func login(config *oauth2.Config, verifier string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, config.AuthCodeURL("state", oauth2.S256ChallengeOption(verifier)), http.StatusFound)
	}
}

func callback(config *oauth2.Config, verifier string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := config.Exchange(r.Context(), r.FormValue("code"), oauth2.VerifierOption(verifier)); err != nil {
			http.Error(w, "login failed", http.StatusUnauthorized)
		}
	}
}
