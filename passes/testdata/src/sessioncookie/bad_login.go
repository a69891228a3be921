// Package sessioncookie logs users in.
package sessioncookie

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	"github.com/gorilla/securecookie"
	"golang.org/x/oauth2"
)

func plain(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want `^cookie session is sent over plain http, and scripts of the page can read it: whoever gets hold of it is logged in \(no HttpOnly, no Secure, no SameSite\)$`
}

func noHTTPOnly(w http.ResponseWriter, token string) {
	// want +1 `^cookie auth_token can be read by scripts of the page: whoever gets hold of it is logged in \(no HttpOnly\)$`
	http.SetCookie(w, &http.Cookie{
		Name:     "auth_token",
		Value:    token,
		Path:     "/", // of all pages
		Secure:   true,
		SameSite: http.SameSiteStrictMode,
	})
}

func noSecure(w http.ResponseWriter, token string) {
	// want +1 `^cookie sid is sent over plain http: whoever gets hold of it is logged in \(no Secure\)$`
	cookie := http.Cookie{
		Name:     "sid",
		Value:    token,
		Secure:   false,
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	}
	http.SetCookie(w, &cookie)
}

func noSameSite(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "jwt", Value: token, Secure: true, HttpOnly: true}) // want `^cookie jwt may be sent with requests that other sites make: whether it is depends on the browser \(no SameSite\)$`
}

func anySite(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "JSESSIONID", Value: token, HttpOnly: true, SameSite: http.SameSiteNoneMode}) // want `^cookie JSESSIONID is refused by browsers, or sent over plain http by old ones: .* \(no Secure\)$`
}

func assigned(w http.ResponseWriter, token string) {
	cookie := new(http.Cookie) // want `^cookie refresh_token is sent over plain http: .*no Secure, no SameSite`
	cookie.Name = "refresh_token"
	cookie.Value = token
	cookie.HttpOnly = true
	http.SetCookie(w, cookie)
}

func filled(w http.ResponseWriter, token string) {
	cookie := &http.Cookie{} // want `^cookie access-token is sent over plain http: .*no Secure`
	cookie.Name = "access-token"
	cookie.Value = token
	cookie.HttpOnly = true
	cookie.SameSite = http.SameSiteLaxMode
	http.SetCookie(w, cookie)
}

func later(w http.ResponseWriter, token string) {
	cookie := &http.Cookie{Name: "session_token", Value: token, HttpOnly: true, SameSite: http.SameSiteLaxMode} // want `cookie session_token is sent over plain http`
	cookie.Secure = false
	http.SetCookie(w, cookie)
}

func header(w http.ResponseWriter, token string) {
	cookie := http.Cookie{Name: "session", Value: token, HttpOnly: true, SameSite: http.SameSiteLaxMode} // want `cookie session is sent over plain http`
	w.Header().Add("Set-Cookie", cookie.String())
}

// The name says nothing, the value does.
func signed(w http.ResponseWriter, token *jwt.Token, key []byte) error {
	text, err := token.SignedString(key)
	if err != nil {
		return err
	}
	http.SetCookie(w, &http.Cookie{Name: os.Getenv("COOKIE"), Value: text, SameSite: http.SameSiteLaxMode}) // want `^the cookie with the JWT is sent over plain http, and scripts`
	http.SetCookie(w, &http.Cookie{Name: "my-app", Value: "v1." + text, HttpOnly: true, Secure: true})      // want `^cookie my-app may be sent`
	return nil
}

func sealed(w http.ResponseWriter, s *securecookie.SecureCookie, user string) {
	if text, err := s.Encode("app", user); err == nil {
		http.SetCookie(w, &http.Cookie{Name: "app", Value: text, SameSite: http.SameSiteLaxMode}) // want `^cookie app is sent over plain http, and scripts`
	}
}

func newState() string {
	b := make([]byte, 16)
	rand.Read(b)
	return base64.URLEncoding.EncodeToString(b)
}

func begin(w http.ResponseWriter, r *http.Request, config *oauth2.Config) {
	state := newState()
	// want +1 `^cookie oauth_state is sent over plain http, and scripts of the page can read it: whoever gets hold of it can take part in the login \(no HttpOnly, no Secure, no SameSite\)$`
	http.SetCookie(w, &http.Cookie{Name: "oauth_state", Value: state, Expires: time.Now().Add(10 * time.Minute)})
	http.Redirect(w, r, config.AuthCodeURL(state), http.StatusFound)
}

// A state that somebody else has made.
func forward(w http.ResponseWriter, state string) {
	http.SetCookie(w, &http.Cookie{Name: "oidc_state", Value: state, HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want `^cookie oidc_state is sent over plain http: whoever gets hold of it can take part in the login \(no Secure\)$`
}

func random(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "login", Value: uuid.New().String(), HttpOnly: true, Secure: true})                      // want `^cookie login may be sent`
	http.SetCookie(w, &http.Cookie{Name: "nonce", Value: rand.Text(), Secure: true, SameSite: http.SameSiteLaxMode, MaxAge: 600}) // want `^cookie nonce can be read by scripts of the page: whoever gets hold of it can take part in the login`
	var key [32]byte
	rand.Read(key[:])
	http.SetCookie(w, &http.Cookie{Name: "state", Value: hex.EncodeToString(key[:]), Secure: true, SameSite: http.SameSiteLaxMode}) // want `^cookie state can be read by scripts`
}

// Whoever is handed a copy can't change the cookie.
func shown(w http.ResponseWriter, token string, show func(http.Cookie)) {
	cookie := http.Cookie{Name: "session", Value: token, HttpOnly: true, SameSite: http.SameSiteLaxMode} // want `^cookie session is sent over plain http`
	show(cookie)
	http.SetCookie(w, &cookie)
}

func prefixed(w http.ResponseWriter, app, token string) {
	http.SetCookie(w, &http.Cookie{Name: app + "_session", Value: token, HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want `^cookie session is sent over plain http`
}
