// Package jwt is a stub.
package jwt

type SigningMethod interface{ Alg() string }

type SigningMethodHMAC struct{ Name string }

func (m *SigningMethodHMAC) Alg() string { return m.Name }

var SigningMethodHS256 *SigningMethodHMAC

type Claims interface{ GetIssuer() (string, error) }

type MapClaims map[string]any

func (m MapClaims) GetIssuer() (string, error) { return "", nil }

type Token struct {
	Method SigningMethod
	Claims Claims
	Valid  bool
}

type TokenOption func(*Token)

func NewWithClaims(method SigningMethod, claims Claims, opts ...TokenOption) *Token { return nil }

func (t *Token) SignedString(key any) (string, error) { return "", nil }

type Keyfunc func(*Token) (any, error)

type ParserOption func(*Parser)

type Parser struct{}

func Parse(tokenString string, keyFunc Keyfunc, options ...ParserOption) (*Token, error) {
	return nil, nil
}

func ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc, options ...ParserOption) (*Token, error) {
	return nil, nil
}
