package jwtverify

import (
	"github.com/go-jose/go-jose/v4"
	jose2 "github.com/go-jose/go-jose/v4/jwt"
	"github.com/lestrrat-go/jwx/jwa"
	"github.com/lestrrat-go/jwx/jwk"
	jwx1 "github.com/lestrrat-go/jwx/jwt"
)

func subjectByJose(text string, key any) (string, error) {
	token, err := jose2.ParseSigned(text, []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		return "", err
	}
	var claims jose2.Claims
	if err := token.Claims(key, &claims); err != nil { // want `token\.Claims checks the signature only: tokens are accepted for ever, long after they expired \(nothing calls Validate or looks at exp\)`
		return "", err
	}
	return claims.Subject, nil
}

func subjectByJWX1(text string, keys jwk.Set) (string, error) {
	token, err := jwx1.ParseString(text, jwx1.WithKeySet(keys)) // want `jwx1\.ParseString checks the signature only`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func subjectByKey(text string, key any) (string, error) {
	token, err := jwx1.ParseString(text, jwx1.WithVerify(jwa.RS256, key)) // want `jwx1\.ParseString checks the signature only`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}
