// Package fiber declares what tests need of github.com/gofiber/fiber/v2.
package fiber

import (
	"context"
	"time"
)

type Cookie struct {
	Name        string    `json:"name"`
	Value       string    `json:"value"`
	Path        string    `json:"path"`
	Domain      string    `json:"domain"`
	MaxAge      int       `json:"max_age"`
	Expires     time.Time `json:"expires"`
	Secure      bool      `json:"secure"`
	HTTPOnly    bool      `json:"http_only"`
	SameSite    string    `json:"same_site"`
	SessionOnly bool      `json:"session_only"`
}

type Ctx struct{}

func (c *Ctx) Cookie(cookie *Cookie) {}

func (c *Ctx) UserContext() context.Context { return nil }

func (c *Ctx) Query(key string, defaultValue ...string) string { return "" }

func (c *Ctx) Get(key string, defaultValue ...string) string { return "" }

func (c *Ctx) Cookies(key string, defaultValue ...string) string { return "" }

func (c *Ctx) BodyParser(out any) error { return nil }

func (c *Ctx) Redirect(location string, status ...int) error { return nil }

func (c *Ctx) SendStatus(status int) error { return nil }

func (c *Ctx) JSON(data any, ctype ...string) error { return nil }

func (c *Ctx) Next() error { return nil }

func (c *Ctx) Locals(key any, value ...any) any { return nil }
