// Package badacross has another package read its tokens.
package badacross

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"

	"jwtverify/reader"
)

type users interface{ ByEmail(email string) error }

type answer struct{ IDToken string }

func handle(w http.ResponseWriter, r *http.Request, all users) {
	signIn(answer{IDToken: r.FormValue("id_token")}, all)
	signIn(answer{IDToken: obtained()}, all)
}

func obtained() string

func signIn(a answer, all users) {
	claims := reader.Claims(a.IDToken) // want `reader\.Claims reads the claims of a token that comes with the request`
	email, err := claims.GetStr("email")
	if err != nil || all.ByEmail(email) != nil {
		panic("nobody")
	}
}

func user(w http.ResponseWriter, r *http.Request, all users) {
	name, err := reader.User(r.FormValue("token")) // want `reader\.User reads the claims`
	if err != nil || all.ByEmail(name) != nil {
		http.Error(w, "nobody", http.StatusUnauthorized)
	}
}

func issuer(w http.ResponseWriter, r *http.Request, all users) {
	name, err := reader.Issuer(r.FormValue("token"))
	if err != nil || all.ByEmail(name) != nil {
		http.Error(w, "nobody", http.StatusUnauthorized)
	}
}

func verified(w http.ResponseWriter, r *http.Request, all users, key jwt.Keyfunc) {
	name, err := reader.Verified(r.FormValue("token"), key)
	if err != nil || all.ByEmail(name) != nil {
		http.Error(w, "nobody", http.StatusUnauthorized)
	}
}
