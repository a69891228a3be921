// Package okunknown hands the request to what may check it.
package okunknown

import (
	"net/http"
	"net/url"

	"golang.org/x/oauth2"
)

type checker interface {
	Check(r *http.Request) error
}

func callback(config *oauth2.Config, c checker) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := c.Check(r); err != nil {
			http.Error(w, "login failed", http.StatusBadRequest)
			return
		}
		if _, err := config.Exchange(r.Context(), r.FormValue("code")); err != nil {
			http.Error(w, "login failed", http.StatusUnauthorized)
		}
	}
}

func callbackByQuery(config *oauth2.Config, check func(url.Values) bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !check(r.URL.Query()) {
			http.Error(w, "login failed", http.StatusBadRequest)
			return
		}
		if _, err := config.Exchange(r.Context(), r.FormValue("code")); err != nil {
			http.Error(w, "login failed", http.StatusUnauthorized)
		}
	}
}

// Token is for handlers of other packages, which may have checked the state.
func Token(config *oauth2.Config, r *http.Request) (*oauth2.Token, error) {
	return config.Exchange(r.Context(), r.FormValue("code"))
}

// TokenOf gets the code from them.
func TokenOf(config *oauth2.Config, r *http.Request, code string) (*oauth2.Token, error) {
	return config.Exchange(r.Context(), code)
}

// fromBody is called by a program in the browser, which may have checked the state.
func fromBody(config *oauth2.Config) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := config.Exchange(r.Context(), r.PostFormValue("code")); err != nil {
			http.Error(w, "login failed", http.StatusUnauthorized)
		}
	}
}
