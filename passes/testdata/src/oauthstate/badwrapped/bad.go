// Package badwrapped uses a wrapper of another package.
package badwrapped

import (
	"net/http"

	"oauthstate/wrapper"
)

func login(c *wrapper.Client) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, c.LoginURL("consent", "login"), http.StatusFound) // want `c\.LoginURL sends the same state for everybody`
	}
}

func bound(c *wrapper.Client, verifier string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, c.BoundURL("login", verifier), http.StatusFound)
	}
}
