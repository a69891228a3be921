// Package badoptions keeps sessions.
package badoptions

import (
	"net/http"

	ginsessions "github.com/gin-contrib/sessions"
	"github.com/gorilla/sessions"
)

func newStore(key []byte) sessions.Store {
	store := sessions.NewCookieStore(key)
	// want +1 `^the session cookie is sent over plain http, and scripts of the page can read it: whoever gets hold of it is logged in \(no HttpOnly, no Secure, no SameSite\)$`
	store.Options = &sessions.Options{
		Path:   "/",
		MaxAge: 3600,
	}
	return store
}

var literal = &sessions.CookieStore{
	Options: &sessions.Options{HttpOnly: true, SameSite: http.SameSiteLaxMode}, // want `^the session cookie is sent over plain http: .*\(no Secure\)$`
}

func save(session *sessions.Session) {
	session.Options = &sessions.Options{HttpOnly: false, Secure: true, SameSite: http.SameSiteNoneMode} // want `^the session cookie can be read by scripts`
}

func inGin(store ginsessions.Store, session ginsessions.Session) {
	store.Options(ginsessions.Options{Path: "/", MaxAge: 86400})                                                   // want `^the session cookie is sent over plain http, and scripts`
	session.Options(ginsessions.Options{Path: "/", HttpOnly: true, Secure: false, SameSite: http.SameSiteLaxMode}) // want `^the session cookie is sent over plain http: `
}
