package jwtverify

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/brianvoe/sjwt"
	"github.com/gin-gonic/gin"
	"github.com/go-jose/go-jose/v4"
	jose2 "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
	jwx1 "github.com/lestrrat-go/jwx/jwt"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
)

type users interface{ ByEmail(email string) error }

// signIn believes the token in the form.
func signIn(w http.ResponseWriter, r *http.Request, all users) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(r.FormValue("id_token"), claims); err != nil { // want `jwt\.NewParser\(\)\.ParseUnverified reads the claims of a token that comes with the request, and nobody checks its signature: whoever sends one can claim to be anybody`
		http.Error(w, "no token", http.StatusBadRequest)
		return
	}
	email, _ := claims["email"].(string)
	if err := all.ByEmail(email); err != nil {
		http.Error(w, "nobody", http.StatusUnauthorized)
	}
}

type payload struct {
	IDToken string `json:"idToken"`
	Origin  string `json:"origin"`
}

// signInByJSON believes the token in the body.
func signInByJSON(w http.ResponseWriter, r *http.Request, all users) {
	var p payload
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
		http.Error(w, "no token", http.StatusBadRequest)
		return
	}
	claims, err := sjwt.Parse(p.IDToken) // want `sjwt\.Parse reads the claims of a token that comes with the request`
	if err != nil {
		http.Error(w, "no token", http.StatusBadRequest)
		return
	}
	email, err := claims.GetStr("email")
	if err != nil || all.ByEmail(email) != nil {
		http.Error(w, "nobody", http.StatusUnauthorized)
	}
}

// signInByGin hands the token to a function that returns who it is.
func signInByGin(c *gin.Context, all users) {
	var p payload
	if err := c.BindJSON(&p); err != nil {
		return
	}
	if email := emailIn(p.IDToken); all.ByEmail(email) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func emailIn(text string) string {
	claims, err := sjwt.Parse(text) // want `sjwt\.Parse reads the claims`
	if err != nil {
		return ""
	}
	email, err := claims.GetStr("email")
	if err != nil {
		return ""
	}
	return email
}

type contextKey struct{}

// authenticate is a middleware: nothing before it looks at the token.
func authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		var claims jwt.RegisteredClaims
		if _, _, err := new(jwt.Parser).ParseUnverified(text, &claims); err != nil { // want `ParseUnverified reads the claims`
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), contextKey{}, claims.Subject)))
	})
}

func authenticateEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token, _, err := jwt.NewParser().ParseUnverified(c.Request().Header.Get("X-Token"), jwt.MapClaims{}) // want `ParseUnverified reads the claims`
		if err != nil {
			return c.NoContent(http.StatusUnauthorized)
		}
		c.Set("claims", token.Claims)
		return next(c)
	}
}

func authenticateGin(c *gin.Context) {
	cookie, err := c.Cookie("session")
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	token, err := jwx.ParseInsecure([]byte(cookie)) // want `jwx\.ParseInsecure reads the claims`
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("user", token.Subject())
	c.Next()
}

// role lets in whoever says that he may.
func role(w http.ResponseWriter, r *http.Request) {
	token, err := jwx.ParseString(r.URL.Query().Get("token"), jwx.WithVerify(false)) // want `jwx\.ParseString reads the claims`
	if err != nil {
		http.Error(w, "no token", http.StatusUnauthorized)
		return
	}
	if role, _ := token.Get("role"); role != "admin" {
		http.Error(w, "no", http.StatusForbidden)
	}
}

// withoutKey gives the first version of jwx no key.
func withoutKey(w http.ResponseWriter, r *http.Request, all users) {
	token, err := jwx1.ParseString(r.FormValue("token")) // want `jwx1\.ParseString reads the claims`
	if err != nil || all.ByEmail(token.Subject()) != nil {
		http.Error(w, "no token", http.StatusUnauthorized)
	}
}

func withJose(w http.ResponseWriter, r *http.Request, all users) {
	token, err := jose2.ParseSigned(r.FormValue("token"), []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		http.Error(w, "no token", http.StatusUnauthorized)
		return
	}
	var claims jose2.Claims
	if err := token.UnsafeClaimsWithoutVerification(&claims); err != nil || all.ByEmail(claims.Subject) != nil { // want `token\.UnsafeClaimsWithoutVerification reads the claims`
		http.Error(w, "nobody", http.StatusUnauthorized)
	}
}
