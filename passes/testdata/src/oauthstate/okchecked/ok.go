// Package okchecked compares the state.
package okchecked

import (
	"crypto/rand"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/sessions"
	"golang.org/x/oauth2"
)

type app struct {
	config *oauth2.Config
	store  sessions.Store
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	session, err := a.store.Get(r, "login")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	session.Values["state"] = state
	if err := session.Save(r, w); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, a.config.AuthCodeURL(state), http.StatusFound)
}

func (a *app) callback(w http.ResponseWriter, r *http.Request) {
	session, err := a.store.Get(r, "login")
	if err != nil || session.Values["state"] != r.FormValue("state") {
		http.Error(w, "login failed", http.StatusBadRequest)
		return
	}
	if _, err := a.config.Exchange(r.Context(), r.FormValue("code")); err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
	}
}

func (a *app) token(r *http.Request, state string) (*oauth2.Token, error) {
	if r.URL.Query().Get("state") != state {
		return nil, errors.New("another state")
	}
	return a.config.Exchange(r.Context(), r.URL.Query().Get("code"))
}

func (a *app) ginCallback(c *gin.Context) {
	if want, err := c.Cookie("login"); err != nil || want != c.Query("state") {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	if _, err := a.config.Exchange(c, c.Query("code")); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}
