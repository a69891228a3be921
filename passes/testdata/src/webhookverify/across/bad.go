// Package across has the handlers.
package across

import (
	"io"
	"net/http"

	"github.com/google/go-github/v75/github"

	"webhookverify/parses"
)

func hook(w http.ResponseWriter, r *http.Request) { // want `hook does what anybody on the Internet says in the name of GitHub`
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	parses.Incoming(body, r)
}

func verified(secret []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := github.ValidatePayload(r, secret)
		if err == nil && len(secret) > 0 {
			parses.Incoming(body, r)
		}
	}
}

func again(w http.ResponseWriter, r *http.Request) {
	if err := parses.Stored(r.URL.Path); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}
