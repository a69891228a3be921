// Package reader reads tokens for others.
package reader

import (
	"github.com/brianvoe/sjwt"
	"github.com/golang-jwt/jwt/v5"
)

func Claims(text string) sjwt.Claims {
	claims, err := sjwt.Parse(text)
	if err != nil {
		panic(err)
	}
	return claims
}

func User(text string) (string, error) {
	var claims jwt.RegisteredClaims
	_, _, err := jwt.NewParser().ParseUnverified(text, &claims)
	return claims.Subject, err
}

func Issuer(text string) (string, error) {
	var claims jwt.RegisteredClaims
	_, _, err := jwt.NewParser().ParseUnverified(text, &claims)
	return claims.Issuer, err
}

func Verified(text string, key jwt.Keyfunc) (string, error) {
	var claims jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(text, &claims); err != nil {
		return "", err
	}
	_, err := jwt.ParseWithClaims(text, &claims, key)
	return claims.Subject, err
}
