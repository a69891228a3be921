// Package oauthstate defines the rule that finds OAuth logins which anybody can forge.
//
// # Analyzer oauthstate
//
// oauthstate: nothing ties an OAuth callback to the browser that the login began in
//
// The state of an authorization request (golang.org/x/oauth2, Config.AuthCodeURL, or a function of one's own that hands it on) is empty, or a
// constant or package variable, which is the same for everybody.
//
// Or the handler of the callback hands the code of the request to Config.Exchange, and nothing in the package looks at its state, or compares it
// with anything.
//
// That a client without a secret doesn't use PKCE is an advisory.
//
// # Bad
//
//	package login
//
//	import (
//		"net/http"
//
//		"golang.org/x/oauth2"
//	)
//
//	func serve(mux *http.ServeMux, config *oauth2.Config, begin func(http.ResponseWriter, *oauth2.Token)) {
//		mux.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
//			http.Redirect(w, r, config.AuthCodeURL("state"), http.StatusFound)
//		})
//		mux.HandleFunc("/callback", func(w http.ResponseWriter, r *http.Request) {
//			token, err := config.Exchange(r.Context(), r.FormValue("code"))
//			if err != nil {
//				http.Error(w, "login failed", http.StatusUnauthorized)
//				return
//			}
//			begin(w, token)
//		})
//	}
//
// # Good
//
//	package login
//
//	import (
//		"crypto/rand"
//		"net/http"
//
//		"golang.org/x/oauth2"
//	)
//
//	func serve(mux *http.ServeMux, config *oauth2.Config, begin func(http.ResponseWriter, *oauth2.Token)) {
//		mux.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
//			state := rand.Text()
//			http.SetCookie(w, &http.Cookie{Name: "login", Value: state, MaxAge: 600, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
//			http.Redirect(w, r, config.AuthCodeURL(state), http.StatusFound)
//		})
//		mux.HandleFunc("/callback", func(w http.ResponseWriter, r *http.Request) {
//			state, err := r.Cookie("login")
//			if err != nil || state.Value == "" || state.Value != r.FormValue("state") {
//				http.Error(w, "login failed", http.StatusBadRequest)
//				return
//			}
//			token, err := config.Exchange(r.Context(), r.FormValue("code"))
//			if err != nil {
//				http.Error(w, "login failed", http.StatusUnauthorized)
//				return
//			}
//			begin(w, token)
//		})
//	}
//
// # Why
//
// The callback is a plain link. An attacker begins a login with an account of his own, keeps the link that would finish it, and gets a user to
// follow it: the user is logged in as the attacker, or has the attacker's account linked to her own, through which he then logs in as her. The state
// is there to tell such a link: a value that only the browser which began the login knows (RFC 6749, section 10.12; RFC 9700, section 4.7).
// PKCE and the nonce of OpenID Connect do the same where they are kept in the browser's session.
//
// The code of a client without a secret is as good as a token to whoever intercepts it, unless PKCE ties it to the program that asked for
// it (RFC 7636; RFC 8252, section 6).
//
// # Fix safety
//
// There is no fix: where the state is kept is a decision.
//
// # Known limits
//
// A package is left alone that uses PKCE or a nonce, in whatever way, asks the user for the code, or hands a request, or its query, to code that isn't
// known. A state that is compared with anything but the empty text counts as checked. A code that comes in the body of a request is left alone: the
// program in the browser that sends it may have checked the state.
//
// # Options
//
//   - -oauthstate.tests: report findings in tests, test helpers and examples too
package oauthstate
