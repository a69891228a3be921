package sessioncookie

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func inGin(c *gin.Context, token string) {
	c.SetCookie("access_token", token, 3600, "/", "", false, false) // want `^cookie access_token is sent over plain http, and scripts of the page can read it: .*\(no HttpOnly, no Secure\)$`
	c.SetCookie("access_token", token, 3600, "/", "", false, true)  // want `^cookie access_token is sent over plain http: .*\(no Secure\)$`
	c.SetCookie("access_token", token, 3600, "/", "", true, false)  // want `^cookie access_token can be read by scripts`
}

const insecure = false

func inGinWithName(c *gin.Context, token string) {
	c.SetCookie("access_token", token, 3600, "/", "", insecure, true) // want `^cookie access_token is sent over plain http`
}

func inEcho(c echo.Context, token string) error {
	c.SetCookie(&http.Cookie{Name: "token", Value: token, HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want `^cookie token is sent over plain http`
	return c.NoContent(http.StatusNoContent)
}

func inFiber(c *fiber.Ctx, token string) error {
	// want +1 `^cookie jwt is sent over plain http, and scripts of the page can read it: .*\(no HttpOnly, no Secure\)$`
	c.Cookie(&fiber.Cookie{
		Name:    "jwt",
		Value:   token,
		Expires: time.Now().Add(24 * time.Hour),
	})
	return c.SendStatus(http.StatusNoContent)
}
