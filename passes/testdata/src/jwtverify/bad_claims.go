package jwtverify

import (
	"context"

	jwtgo "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwk"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
)

func subject(text string, key jwt.Keyfunc) (string, error) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(text, &claims, key, jwt.WithoutClaimsValidation()) // want `tokens are accepted for ever, long after they expired or their user was locked out \(WithoutClaimsValidation, and nothing else looks at exp\)`
	return claims.Subject, err
}

func subjectByParser(text string, key jwt.Keyfunc) (string, error) {
	parser := jwt.NewParser(jwt.WithoutClaimsValidation(), jwt.WithValidMethods([]string{"RS256"})) // want `tokens are accepted for ever`
	token, err := parser.Parse(text, key)
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func subjectByLiteral(text string, key jwtgo.Keyfunc) (string, error) {
	parser := &jwtgo.Parser{SkipClaimsValidation: true} // want `tokens are accepted for ever, .* \(SkipClaimsValidation, and nothing else looks at exp\)`
	var claims jwtgo.StandardClaims
	_, err := parser.ParseWithClaims(text, &claims, key)
	return claims.Subject, err
}

func subjectByJWX(ctx context.Context, text string, keys jwk.Set) (string, error) {
	token, err := jwx.ParseString(text, jwx.WithKeySet(keys), jwx.WithValidate(false)) // want `tokens are accepted for ever, .* \(WithValidate\(false\), and nothing else looks at exp\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}
