package jwtverify

import (
	"errors"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/brianvoe/sjwt"
	"github.com/golang-jwt/jwt/v5"
)

// expires looks at a token of the program's own.
func expires() (time.Time, error) {
	var claims jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(os.Getenv("TOKEN"), &claims); err != nil || claims.ExpiresAt == nil {
		return time.Time{}, errors.New("no token")
	}
	return claims.ExpiresAt.Time, nil
}

type account struct{ email string }

// ofAnswer reads the token that the provider answered with.
func ofAnswer(answer struct{ IDToken string }, all users) (account, error) {
	claims, err := sjwt.Parse(answer.IDToken)
	if err != nil {
		return account{}, err
	}
	email, err := claims.GetStr("email")
	if err != nil {
		return account{}, err
	}
	return account{email}, all.ByEmail(email)
}

// verifiedLater looks at the issuer to know the key.
func verifiedLater(w http.ResponseWriter, r *http.Request, keys map[string]jwt.Keyfunc, all users) {
	text := r.FormValue("token")
	var claims jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(text, &claims); err != nil {
		http.Error(w, "no token", http.StatusUnauthorized)
		return
	}
	if _, err := jwt.ParseWithClaims(text, &claims, keys[claims.Issuer]); err != nil || all.ByEmail(claims.Subject) != nil {
		http.Error(w, "no token", http.StatusUnauthorized)
	}
}

type introspection interface{ Active(token string) bool }

// asksOthers has somebody else look at the token.
func asksOthers(w http.ResponseWriter, r *http.Request, in introspection, all users) {
	text := r.FormValue("token")
	if !in.Active(text) {
		http.Error(w, "no token", http.StatusUnauthorized)
		return
	}
	claims, err := sjwt.Parse(text)
	if err != nil {
		return
	}
	if email, err := claims.GetStr("email"); err != nil || all.ByEmail(email) != nil {
		http.Error(w, "nobody", http.StatusUnauthorized)
	}
}

// sentOn hands the token to the service that looks at it.
func sentOn(w http.ResponseWriter, r *http.Request, client *http.Client, all users) {
	text := r.FormValue("token")
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "https://example.com/me", nil)
	if err != nil {
		return
	}
	authorize(req, text)
	resp, err := client.Do(req)
	if err != nil || resp.StatusCode != http.StatusOK {
		http.Error(w, "no token", http.StatusUnauthorized)
		return
	}
	claims, err := sjwt.Parse(text)
	if err != nil {
		return
	}
	if email, err := claims.GetStr("email"); err != nil || all.ByEmail(email) != nil {
		http.Error(w, "nobody", http.StatusUnauthorized)
	}
}

func authorize(req *http.Request, token string) { req.Header.Set("Authorization", "Bearer "+token) }

// logged is for the log only, and route for a choice that a verifying service stands behind.
func logged(w http.ResponseWriter, r *http.Request, tenants map[string]http.Handler) {
	claims, err := sjwt.Parse(r.FormValue("token"))
	if err != nil {
		return
	}
	subject, err := claims.GetStr("sub")
	log.Printf("request of %s: %v", subject, err)
	tenant, err := claims.GetStr("tenant")
	if h := tenants[tenant]; err == nil && h != nil {
		h.ServeHTTP(w, r)
	}
}

// after stands behind a middleware that has verified the header.
func after(w http.ResponseWriter, r *http.Request, all users) {
	text := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	claims, err := sjwt.Parse(text)
	if err != nil {
		return
	}
	if email, err := claims.GetStr("email"); err != nil || all.ByEmail(email) != nil {
		http.Error(w, "nobody", http.StatusUnauthorized)
	}
}

// fresh looks at nothing but the time.
func fresh(r *http.Request) bool {
	claims, err := sjwt.Parse(r.FormValue("token"))
	if err != nil {
		return false
	}
	exp, err := claims.GetExpiresAt()
	return err == nil && exp > time.Now().Unix()
}
