package sessioncookie

import (
	"net/http"
	"time"
)

const sessionCookie = "session_id"

// send is a helper that some call with what is worth something.
func send(w http.ResponseWriter, name, value string, maxAge int) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, MaxAge: maxAge, SameSite: http.SameSiteLaxMode}) // want `^cookie session_id is sent over plain http, and scripts`
}

func start(w http.ResponseWriter, id, theme string) {
	send(w, "theme", theme, 3600)
	send(w, sessionCookie, "", -1)
	send(w, sessionCookie, id, 3600)
}

// newCookie is completed by those who call it, or isn't.
func newCookie(value string, secure bool) *http.Cookie {
	return &http.Cookie{ // want `^cookie session_id is sent over plain http: `
		Name:     sessionCookie,
		Value:    value,
		Path:     "/",
		Expires:  time.Now().AddDate(0, 1, 0),
		HttpOnly: true,
		Secure:   secure,
		SameSite: http.SameSiteLaxMode,
	}
}

func restart(w http.ResponseWriter, id string) {
	http.SetCookie(w, newCookie(id, false))
}

func sendAll(w http.ResponseWriter, cookies ...*http.Cookie) {
	for _, cookie := range cookies {
		http.SetCookie(w, cookie)
	}
}

// put is a helper that is handed the cookie.
func put(w http.ResponseWriter, cookie *http.Cookie) {
	cookie.SameSite = http.SameSiteLaxMode
	http.SetCookie(w, cookie)
}

func login(w http.ResponseWriter, id string) {
	put(w, &http.Cookie{Name: sessionCookie, Value: id, HttpOnly: true}) // want `^cookie session_id is sent over plain http: .* \(no Secure\)$`
}

func closure(w http.ResponseWriter, id string) {
	cookie := &http.Cookie{Name: sessionCookie, Value: id, HttpOnly: true} // want `^cookie session_id is sent over plain http: .* \(no Secure\)$`
	defer func() {
		cookie.SameSite = http.SameSiteLaxMode
		http.SetCookie(w, cookie)
	}()
}
