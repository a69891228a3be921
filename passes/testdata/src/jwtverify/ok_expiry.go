package jwtverify

import (
	"errors"
	"time"

	"github.com/go-jose/go-jose/v4"
	jose2 "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/jwk"
	jwx1 "github.com/lestrrat-go/jwx/jwt"
)

func validated(text string, key any) (string, error) {
	token, err := jose2.ParseSigned(text, []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		return "", err
	}
	var claims jose2.Claims
	if err := token.Claims(key, &claims); err != nil {
		return "", err
	}
	if err := claims.Validate(jose2.Expected{Time: time.Now()}); err != nil {
		return "", err
	}
	return claims.Subject, nil
}

// Claims leaves the rest to its callers.
func Claims(token *jose2.JSONWebToken, key any) (*jose2.Claims, error) {
	claims := new(jose2.Claims)
	if err := token.Claims(key, claims); err != nil {
		return nil, err
	}
	return claims, nil
}

type state struct{ Path string }

// path reads a token that has no end, but is of the program's own.
func path(token *jose2.JSONWebToken, key any) (string, error) {
	var s state
	err := token.Claims(key, &s)
	return s.Path, err
}

func given(token *jose2.JSONWebToken, key any, accept func(*jose2.Claims) error) (string, error) {
	var claims jose2.Claims
	if err := token.Claims(key, &claims); err != nil {
		return "", err
	}
	return claims.Subject, accept(&claims)
}

func validatedByOption(text string, keys jwk.Set) (string, error) {
	token, err := jwx1.ParseString(text, jwx1.WithKeySet(keys), jwx1.WithValidate(true))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func byHand(text string, key jwt.Keyfunc) (string, error) {
	var claims jwt.RegisteredClaims
	if _, err := jwt.ParseWithClaims(text, &claims, key, jwt.WithoutClaimsValidation()); err != nil {
		return "", err
	}
	if claims.ExpiresAt == nil || time.Now().After(claims.ExpiresAt.Add(time.Minute)) {
		return "", errors.New("too old")
	}
	return claims.Subject, nil
}

// refresh takes tokens that have expired: it is there to replace them.
func refresh(text string, key jwt.Keyfunc) (string, error) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(text, &claims, key, jwt.WithoutClaimsValidation())
	return claims.Subject, err
}

func chosen(text string, key jwt.Keyfunc, strict bool) (string, error) {
	var opts []jwt.ParserOption
	if !strict {
		opts = append(opts, jwt.WithoutClaimsValidation())
	}
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(text, &claims, key, opts...)
	return claims.Subject, err
}
