// Package baddropped reads the state and compares it with nothing.
package baddropped

import (
	"log"
	"net/http"

	"golang.org/x/oauth2"
)

func callback(config *oauth2.Config) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		state := r.FormValue("state")
		if state == "" {
			http.Error(w, "no state", http.StatusBadRequest)
			return
		}
		log.Printf("login with state %s", state)
		if _, err := config.Exchange(r.Context(), r.FormValue("code")); err != nil { // want `config\.Exchange takes the code of a login that somebody else may have begun: .* \(the state in line 13 is compared with nothing\)`
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		http.Redirect(w, r, "/home/"+state, http.StatusFound)
	}
}
