// Package securecookie declares what tests need of github.com/gorilla/securecookie.
package securecookie

type SecureCookie struct{}

func New(hashKey, blockKey []byte) *SecureCookie { return nil }

func (s *SecureCookie) Encode(name string, value interface{}) (string, error) { return "", nil }
