// Package jwt is a stub.
package jwt

import (
	"crypto/ecdsa"
	"crypto/rsa"
	"time"
)

type unsafeNoneMagicConstant string

const UnsafeAllowNoneSignatureType unsafeNoneMagicConstant = "none signing method allowed"

type SigningMethod interface{ Alg() string }

type SigningMethodHMAC struct{ Name string }

func (m *SigningMethodHMAC) Alg() string { return m.Name }

type SigningMethodRSA struct{ Name string }

func (m *SigningMethodRSA) Alg() string { return m.Name }

var (
	SigningMethodHS256 *SigningMethodHMAC
	SigningMethodRS256 *SigningMethodRSA
	SigningMethodNone  *signingMethodNone
)

type signingMethodNone struct{}

func (m *signingMethodNone) Alg() string { return "none" }

type NumericDate struct {
	time.Time
}

type ClaimStrings []string

type Claims interface {
	GetExpirationTime() (*NumericDate, error)
	GetIssuer() (string, error)
	GetSubject() (string, error)
}

type MapClaims map[string]any

func (m MapClaims) GetExpirationTime() (*NumericDate, error) { return nil, nil }

func (m MapClaims) GetIssuer() (string, error) { return "", nil }

func (m MapClaims) GetSubject() (string, error) { return "", nil }

type RegisteredClaims struct {
	Issuer    string
	Subject   string
	Audience  ClaimStrings
	ExpiresAt *NumericDate
	ID        string
}

func (c RegisteredClaims) GetExpirationTime() (*NumericDate, error) { return nil, nil }

func (c RegisteredClaims) GetIssuer() (string, error) { return "", nil }

func (c RegisteredClaims) GetSubject() (string, error) { return "", nil }

type Token struct {
	Raw    string
	Method SigningMethod
	Header map[string]any
	Claims Claims
	Valid  bool
}

type TokenOption func(*Token)

func NewWithClaims(method SigningMethod, claims Claims, opts ...TokenOption) *Token { return nil }

func (t *Token) SignedString(key any) (string, error) { return "", nil }

type Keyfunc func(*Token) (any, error)

type ParserOption func(*Parser)

func WithValidMethods(methods []string) ParserOption { return nil }

func WithoutClaimsValidation() ParserOption { return nil }

func WithExpirationRequired() ParserOption { return nil }

func WithAudience(aud ...string) ParserOption { return nil }

type Parser struct{}

func NewParser(options ...ParserOption) *Parser { return nil }

func (p *Parser) ParseUnverified(tokenString string, claims Claims) (token *Token, parts []string, err error) {
	return nil, nil, nil
}

func (p *Parser) Parse(tokenString string, keyFunc Keyfunc) (*Token, error) { return nil, nil }

func (p *Parser) ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc) (*Token, error) {
	return nil, nil
}

func Parse(tokenString string, keyFunc Keyfunc, options ...ParserOption) (*Token, error) {
	return nil, nil
}

func ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc, options ...ParserOption) (*Token, error) {
	return nil, nil
}

func ParseRSAPublicKeyFromPEM(key []byte) (*rsa.PublicKey, error) { return nil, nil }

func ParseECPublicKeyFromPEM(key []byte) (*ecdsa.PublicKey, error) { return nil, nil }
