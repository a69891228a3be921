// Package fiber declares what tests need of github.com/gofiber/fiber/v2.
package fiber

import "context"

type Ctx struct{}

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
