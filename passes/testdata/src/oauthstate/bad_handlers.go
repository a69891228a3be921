// Package oauthstate has logins without a word on their state.
package oauthstate

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/sessions"
	"github.com/labstack/echo/v4"
	"golang.org/x/oauth2"
)

const loginState = "login"

var shared = "pseudo-random"

type app struct {
	config *oauth2.Config
	store  sessions.Store
	cookie string
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, a.config.AuthCodeURL("state", oauth2.AccessTypeOffline), http.StatusFound) // want `a\.config\.AuthCodeURL sends the same state for everybody \(a constant\)`
}

func (a *app) loginByName(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, a.config.AuthCodeURL(loginState, oauth2.SetAuthURLParam("prompt", "consent")), http.StatusFound) // want `AuthCodeURL sends the same state for everybody`
}

func (a *app) loginByVariable(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, a.config.AuthCodeURL(shared), http.StatusFound) // want `AuthCodeURL sends the same state for everybody`
}

func (a *app) loginWithout(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, a.config.AuthCodeURL(""), http.StatusFound) // want `a\.config\.AuthCodeURL sends no state`
}

// url is a wrapper: its callers choose the state.
func (a *app) url(state string, opts ...oauth2.AuthCodeOption) string {
	return a.config.AuthCodeURL(state, opts...)
}

func (a *app) loginThrough(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, a.url("fixed"), http.StatusFound) // want `a\.url sends the same state for everybody`
}

func (a *app) callback(w http.ResponseWriter, r *http.Request) {
	code := r.URL.Query().Get("code")
	token, err := a.config.Exchange(r.Context(), code) // want `a\.config\.Exchange takes the code of a login that somebody else may have begun: .* \(nothing in the package reads the state\)`
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	session, err := a.store.Get(r, "session")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	session.Values["user"] = token.AccessToken
	if err := session.Save(r, w); err != nil {
		log.Print(err)
	}
	if _, err := r.Cookie(a.cookie); err != nil {
		log.Print(err)
	}
}

// exchange gets the code from its callers.
func (a *app) exchange(ctx context.Context, code string) (*oauth2.Token, error) {
	if code == "" {
		return nil, errors.New("no code")
	}
	return a.config.Exchange(ctx, code) // want `a\.config\.Exchange takes the code of a login`
}

func (a *app) callbackOfHelper(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	token, err := a.exchange(r.Context(), r.Form.Get("code"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if err := json.NewEncoder(w).Encode(token); err != nil {
		log.Print(err)
	}
}

func (a *app) ginCallback(c *gin.Context) {
	token, err := a.config.Exchange(c, c.Query("code")) // want `a\.config\.Exchange takes the code of a login`
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.JSON(http.StatusOK, token)
}

// provider is called through an interface.
type provider interface {
	exchange(c *gin.Context) (*oauth2.Token, error)
}

type gitHub struct{ config oauth2.Config }

func (g *gitHub) exchange(c *gin.Context) (*oauth2.Token, error) {
	return g.config.Exchange(c, c.Query("code")) // want `g\.config\.Exchange takes the code of a login`
}

func ginLogin(p provider) gin.HandlerFunc {
	return func(c *gin.Context) {
		token, err := p.exchange(c)
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.JSON(http.StatusOK, token)
	}
}

func (a *app) echoCallback(c echo.Context) error {
	token, err := a.config.Exchange(c.Request().Context(), c.QueryParam("code")) // want `a\.config\.Exchange takes the code of a login`
	if err != nil {
		return c.NoContent(http.StatusUnauthorized)
	}
	return c.JSON(http.StatusOK, token)
}

func (a *app) fiberCallback(c *fiber.Ctx) error {
	token, err := a.config.Exchange(c.UserContext(), c.Query("code")) // want `a\.config\.Exchange takes the code of a login`
	if err != nil {
		return c.SendStatus(http.StatusUnauthorized)
	}
	return c.JSON(token)
}

// authorizer is what oauth2.Config is used as.
type authorizer interface {
	AuthCodeURL(state string, opts ...oauth2.AuthCodeOption) string
	Exchange(ctx context.Context, code string, opts ...oauth2.AuthCodeOption) (*oauth2.Token, error)
}

func loginBy(a authorizer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, a.AuthCodeURL("x"), http.StatusFound) // want `a\.AuthCodeURL sends the same state for everybody`
	}
}

func callbackBy(a authorizer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := a.Exchange(r.Context(), r.URL.Query()["code"][0]); err != nil { // want `a\.Exchange takes the code of a login`
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	}
}

// routes has a handler of the callback beside one that hands its request on.
func (a *app) routes(mux *http.ServeMux, other func(r *http.Request)) {
	mux.HandleFunc("/other", func(w http.ResponseWriter, r *http.Request) { other(r) })
	mux.HandleFunc("/callback", func(w http.ResponseWriter, r *http.Request) {
		if _, err := a.config.Exchange(r.Context(), r.FormValue("code")); err != nil { // want `a\.config\.Exchange takes the code of a login`
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	})
}
