// Package jwt is a stub.
package jwt

import (
	"time"

	"github.com/lestrrat-go/jwx/jwa"
	"github.com/lestrrat-go/jwx/jwk"
)

type Token interface {
	Audience() []string
	Expiration() time.Time
	Subject() string
	Get(string) (any, bool)
}

type Option interface{ Value() any }

type ParseOption interface {
	Option
	parseOption()
}

type ValidateOption interface {
	ParseOption
	validateOption()
}

func Parse(s []byte, options ...ParseOption) (Token, error) { return nil, nil }

func ParseString(s string, options ...ParseOption) (Token, error) { return nil, nil }

func Validate(t Token, options ...ValidateOption) error { return nil }

func WithValidate(b bool) ParseOption { return nil }

func WithAudience(s string) ValidateOption { return nil }

func WithKeySet(set jwk.Set) ParseOption { return nil }

func WithVerify(alg jwa.SignatureAlgorithm, key any) ParseOption { return nil }
