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
