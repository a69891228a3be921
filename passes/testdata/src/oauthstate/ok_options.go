package oauthstate

import (
	"net/http"

	"golang.org/x/oauth2"
)

func loginOf(config *oauth2.Config, opts []oauth2.AuthCodeOption) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, config.AuthCodeURL("state", append(opts, oauth2.AccessTypeOffline)...), http.StatusFound)
	}
}

func loginWith(config *oauth2.Config, opt oauth2.AuthCodeOption) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, config.AuthCodeURL("state", opt), http.StatusFound)
	}
}
