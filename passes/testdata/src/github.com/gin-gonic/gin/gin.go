// Package gin declares what tests need of github.com/gin-gonic/gin.
package gin

import (
	"net/http"
	"time"
)

type H map[string]any

type HandlerFunc func(*Context)

type Context struct {
	Request *http.Request
}

func (c *Context) Deadline() (deadline time.Time, ok bool) { return deadline, false }

func (c *Context) Done() <-chan struct{} { return nil }

func (c *Context) Err() error { return nil }

func (c *Context) Value(key any) any { return nil }

func (c *Context) Query(key string) (value string) { return "" }

func (c *Context) GetQuery(key string) (string, bool) { return "", false }

func (c *Context) GetHeader(key string) string { return "" }

func (c *Context) Cookie(name string) (string, error) { return "", nil }

func (c *Context) SetCookie(name, value string, maxAge int, path, domain string, secure, httpOnly bool) {
}

func (c *Context) BindJSON(obj any) error { return nil }

func (c *Context) ShouldBindQuery(obj any) error { return nil }

func (c *Context) Redirect(code int, location string) {}

func (c *Context) JSON(code int, obj any) {}

func (c *Context) String(code int, format string, values ...any) {}

func (c *Context) AbortWithStatus(code int) {}

func (c *Context) Set(key string, value any) {}

func (c *Context) GetString(key string) (s string) { return "" }

func (c *Context) Next() {}

func (c *Context) GetRawData() ([]byte, error) { return nil, nil }

func (c *Context) ShouldBindJSON(obj any) error { return nil }

type RouterGroup struct{}

func (group *RouterGroup) Use(middleware ...HandlerFunc) {}

func (group *RouterGroup) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup {
	return group
}

func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) {}

func (group *RouterGroup) POST(relativePath string, handlers ...HandlerFunc) {}

type Engine struct {
	RouterGroup
}

func Default() *Engine { return nil }

type Accounts map[string]string

func BasicAuth(accounts Accounts) HandlerFunc { return nil }

func Logger() HandlerFunc { return nil }
