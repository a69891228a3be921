// Package badmethods is for the flag that reports verifications without algorithms.
package badmethods

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

var secret []byte

func sign(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(secret)
}

func verify(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(*jwt.Token) (any, error) { return secret, nil }) // want `jwt\.Parse leaves it to the token by which algorithm it is signed \(no WithValidMethods, and the key function in verify doesn't look at its Method\)`
}

func verifyClaims(text string) (string, error) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(text, &claims, func(*jwt.Token) (any, error) { // want `jwt\.ParseWithClaims leaves it to the token`
		return secret, nil
	})
	return claims.Subject, err
}

func looks(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		if token.Header["alg"] != "HS256" {
			return nil, errors.New("unexpected algorithm")
		}
		return secret, nil
	})
}
