package jwtverify

import "github.com/golang-jwt/jwt/v5"

func acceptsNone(text string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		if token.Method.Alg() == "none" {
			return jwt.UnsafeAllowNoneSignatureType, nil // want `the key function in acceptsNone accepts tokens without a signature: anyone can write one for whomever they like \(jwt\.UnsafeAllowNoneSignatureType\)`
		}
		return key, nil
	})
}

func makesNone(user string) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"sub": user})
	return token.SignedString(jwt.UnsafeAllowNoneSignatureType) // want `token\.SignedString makes a token without a signature, which anyone can write`
}
