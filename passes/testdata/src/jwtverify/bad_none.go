package jwtverify

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

func accepts(text string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		if token.Method.Alg() == "none" {
			return jwt.UnsafeAllowNoneSignatureType, nil // want `the key function in accepts accepts tokens without a signature: anyone can write one for whomever they like \(jwt\.UnsafeAllowNoneSignatureType\)`
		}
		return key, nil
	})
}

func issue(user string) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"sub": user})
	return token.SignedString(jwt.UnsafeAllowNoneSignatureType) // want `token\.SignedString makes a token without a signature, which anyone can write`
}

// acceptsAnything is given the token of a request.
func acceptsAnything(r *http.Request) (*jwt.Token, error) {
	return jwt.Parse(r.FormValue("token"), func(token *jwt.Token) (any, error) { // want `jwt\.Parse accepts tokens without a signature`
		return jwt.UnsafeAllowNoneSignatureType, nil
	})
}
