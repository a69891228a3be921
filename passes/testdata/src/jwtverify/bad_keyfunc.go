package jwtverify

import (
	"fmt"

	"github.com/golang-jwt/jwt/v5"
)

type verifier struct{ key []byte }

func (v *verifier) verify(text string) (*jwt.Token, error) { return jwt.Parse(text, v.keyOf) }

func (v *verifier) keyOf(token *jwt.Token) (any, error) {
	switch token.Method.(type) {
	case *jwt.SigningMethodRSA:
		key, err := jwt.ParseRSAPublicKeyFromPEM(v.key)
		if err != nil {
			return nil, err
		}
		return key, nil
	case *jwt.SigningMethodHMAC:
		return v.key, nil // want `keyOf returns the text of a public key as the secret of an HMAC: whoever has the public key signs tokens with it \(HS256; line 16 parses the same text\)`
	}
	return nil, fmt.Errorf("unexpected algorithm %s", token.Method.Alg())
}
