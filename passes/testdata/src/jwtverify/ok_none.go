package jwtverify

import "github.com/golang-jwt/jwt/v5"

type settings struct{ unsigned bool }

// keyFor accepts tokens without a signature where somebody asked for it.
func (s settings) keyFor(key []byte) jwt.Keyfunc {
	return func(token *jwt.Token) (any, error) {
		if s.unsigned {
			return jwt.UnsafeAllowNoneSignatureType, nil
		}
		return key, nil
	}
}

func isNone(key any) bool { return key == any(jwt.UnsafeAllowNoneSignatureType) }

// unsignedVerifier is for those who ask for it.
type unsignedVerifier struct{}

func (unsignedVerifier) verify(text string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		if token.Method.Alg() == "none" {
			return jwt.UnsafeAllowNoneSignatureType, nil
		}
		return key, nil
	})
}

// encoded reads what the program has stored as a token.
func encoded(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(*jwt.Token) (any, error) { return jwt.UnsafeAllowNoneSignatureType, nil })
}

// sign signs nothing where there is no key.
func sign(token *jwt.Token, key []byte) (string, error) {
	if len(key) == 0 {
		return token.SignedString(jwt.UnsafeAllowNoneSignatureType)
	}
	return token.SignedString(key)
}
