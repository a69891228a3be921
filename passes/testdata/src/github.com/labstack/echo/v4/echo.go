// Package echo declares what tests need of github.com/labstack/echo/v4.
package echo

import "net/http"

type HandlerFunc func(c Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Context interface {
	Request() *http.Request
	QueryParam(name string) string
	FormValue(name string) string
	Cookie(name string) (*http.Cookie, error)
	SetCookie(cookie *http.Cookie)
	Bind(i any) error
	Set(key string, val any)
	Redirect(code int, url string) error
	JSON(code int, i any) error
	NoContent(code int) error
}
