package sessioncookie

import (
	"encoding/json"
	"net/http"
	"os"
)

type settings struct{ secure bool }

var secureCookies = false

func complete(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: true, Secure: true, SameSite: http.SameSiteStrictMode})
}

func chosen(w http.ResponseWriter, r *http.Request, s *settings, token string, site http.SameSite) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: true, Secure: s.secure, SameSite: site})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteLaxMode})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: true, Secure: secureCookies, SameSite: http.SameSiteLaxMode})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: true, Secure: os.Getenv("ENV") == "prod", SameSite: http.SameSiteDefaultMode})
}

func setLater(w http.ResponseWriter, r *http.Request, token string) {
	cookie := &http.Cookie{Name: "session", Value: token}
	cookie.HttpOnly = true
	if r.TLS != nil {
		cookie.Secure = true
	}
	cookie.SameSite = http.SameSiteLaxMode
	http.SetCookie(w, cookie)
}

func harden(cookie *http.Cookie) {
	cookie.HttpOnly, cookie.Secure, cookie.SameSite = true, true, http.SameSiteLaxMode
}

func setByHelper(w http.ResponseWriter, token string) {
	cookie := http.Cookie{Name: "session", Value: token}
	harden(&cookie)
	http.SetCookie(w, &cookie)
}

func basic(token string) *http.Cookie {
	return &http.Cookie{Name: "session", Value: token}
}

func setByCaller(w http.ResponseWriter, token string) {
	cookie := basic(token)
	harden(cookie)
	http.SetCookie(w, cookie)
}

func copied(w http.ResponseWriter, token string) {
	cookie := http.Cookie{Name: "session", Value: token}
	better := cookie
	harden(&better)
	http.SetCookie(w, &better)
}

type hardener interface{ harden(*http.Cookie) }

func setByUnknown(w http.ResponseWriter, token string, h hardener, change func(*http.Cookie)) {
	cookie := &http.Cookie{Name: "session", Value: token}
	h.harden(cookie)
	http.SetCookie(w, cookie)

	other := &http.Cookie{Name: "session", Value: token}
	change(other)
	http.SetCookie(w, other)

	decoded := &http.Cookie{Name: "session", Value: token}
	_ = json.Unmarshal([]byte(os.Getenv("COOKIE_ATTRIBUTES")), decoded)
	http.SetCookie(w, decoded)
}

type holder struct{ cookie *http.Cookie }

func kept(w http.ResponseWriter, token string) *holder {
	h := &holder{cookie: &http.Cookie{Name: "session", Value: token}}
	http.SetCookie(w, h.cookie)
	return h
}

func addressed(w http.ResponseWriter, token string, parse func(string, *bool)) {
	cookie := &http.Cookie{Name: "session", Value: token, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	parse(os.Getenv("SECURE"), &cookie.Secure)
	http.SetCookie(w, cookie)
}

func fromElsewhere(w http.ResponseWriter, r *http.Request, given *http.Cookie) {
	http.SetCookie(w, given)
	if cookie, err := r.Cookie("session"); err == nil {
		http.SetCookie(w, cookie)
	}
}

// To a service, cookies go without attributes.
func toService(req *http.Request, token string) {
	req.AddCookie(&http.Cookie{Name: "session", Value: token})
}

func forScripts(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{
		Name:     "session",
		Value:    token,
		HttpOnly: false, // read by the frontend
		Secure:   true,
		SameSite: http.SameSiteLaxMode,
	})
}

func sendSecure(w http.ResponseWriter, value string, secure bool) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: value, HttpOnly: true, Secure: secure, SameSite: http.SameSiteLaxMode})
}

func useSecure(w http.ResponseWriter, value string) { sendSecure(w, value, true) }
