package sessioncookie

import (
	"crypto/rand"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
)

// What isn't worth anything.
func preferences(w http.ResponseWriter, theme, user string, in bool) {
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: theme})
	http.SetCookie(w, &http.Cookie{Name: "lang", Value: theme})
	http.SetCookie(w, &http.Cookie{Name: "user", Value: user})
	http.SetCookie(w, &http.Cookie{Name: "login", Value: user})
	http.SetCookie(w, &http.Cookie{Name: "session_lang", Value: theme})
	http.SetCookie(w, &http.Cookie{Name: "auth_provider", Value: theme})
	http.SetCookie(w, &http.Cookie{Name: "token_type", Value: theme})
	http.SetCookie(w, &http.Cookie{Name: "flash_session", Value: theme})
	http.SetCookie(w, &http.Cookie{Name: "auth", Value: strconv.FormatBool(in)})
	http.SetCookie(w, &http.Cookie{Name: os.Getenv("NAME"), Value: theme})
	http.SetCookie(w, &http.Cookie{Value: theme})
	http.SetCookie(w, &http.Cookie{Name: "client_id", Value: rand.Text()})
}

// The comment says what the session is for.
func measured(w http.ResponseWriter, id string) {
	// This contains no information about the user, it is there to measure how good the search is.
	http.SetCookie(w, &http.Cookie{
		Name:  "session",
		Value: id,
	})
}

// Scripts send these back in a header.
func forgery(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "csrf_token", Value: rand.Text()})
	http.SetCookie(w, &http.Cookie{Name: "XSRF-TOKEN", Value: rand.Text()})
}

func constants(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "started"})
	http.SetCookie(w, &http.Cookie{Name: "session"})
}

func logOut(w http.ResponseWriter, old string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: old, MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: old, Expires: time.Unix(0, 0)})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: old, Expires: time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: old, Expires: time.Now().Add(-time.Hour)})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: old, Expires: time.Now().AddDate(0, 0, -1)})
	cookie := &http.Cookie{Name: "session", Value: old}
	cookie.MaxAge = -1
	http.SetCookie(w, cookie)
}

func clearSession(w http.ResponseWriter, old string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: old})
}

func othersInGin(c *gin.Context, token string, secure bool) {
	c.SetCookie("session", "", -1, "/", "", false, false)
	c.SetCookie("session", token, -1, "/", "", false, false)
	c.SetCookie("theme", token, 3600, "/", "", false, false)
	c.SetCookie("session", token, 3600, "/", "", secure, true)
	c.SetCookie("session", token, 3600, "/", "", true, true) // middleware may have told gin of SameSite
}

func othersInFiber(c *fiber.Ctx, token string) {
	c.Cookie(&fiber.Cookie{Name: "session", Value: token, HTTPOnly: true, Secure: true})
	c.Cookie(&fiber.Cookie{Name: "theme", Value: token})
}
