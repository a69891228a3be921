// Package sessions declares what tests need of github.com/gorilla/sessions.
package sessions

import "net/http"

type Session struct {
	Values map[any]any
}

func (s *Session) Save(r *http.Request, w http.ResponseWriter) error { return nil }

type Store interface {
	Get(r *http.Request, name string) (*Session, error)
}
