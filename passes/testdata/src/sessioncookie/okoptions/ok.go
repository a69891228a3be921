// Package okoptions keeps sessions.
package okoptions

import (
	"net/http"

	ginsessions "github.com/gin-contrib/sessions"
	"github.com/gorilla/sessions"
)

func newStore(key []byte, https bool) sessions.Store {
	store := sessions.NewCookieStore(key)
	store.Options = &sessions.Options{Path: "/", MaxAge: 3600, SameSite: http.SameSiteLaxMode}
	store.Options.HttpOnly = true
	store.Options.Secure = https
	return store
}

func end(session *sessions.Session) {
	session.Options = &sessions.Options{MaxAge: -1}
}

func inGin(store ginsessions.Store, https bool) {
	store.Options(ginsessions.Options{Path: "/", HttpOnly: true, Secure: https, SameSite: http.SameSiteLaxMode})
}

func endInGin(session ginsessions.Session) {
	session.Options(ginsessions.Options{MaxAge: -1})
}
