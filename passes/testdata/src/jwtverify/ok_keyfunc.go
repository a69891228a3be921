package jwtverify

import (
	"crypto/rsa"
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

// golang-jwt refuses a key of one kind for an algorithm of another.
func oneKind(text string, key *rsa.PublicKey) (*jwt.Token, error) {
	return jwt.Parse(text, func(*jwt.Token) (any, error) { return key, nil })
}

type keys struct{ secret, public []byte }

// verify has a secret beside the public key.
func (k *keys) verify(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		if _, ok := token.Method.(*jwt.SigningMethodHMAC); ok {
			return k.secret, nil
		}
		return jwt.ParseRSAPublicKeyFromPEM(k.public)
	})
}

type pinned struct{ key []byte }

func (p *pinned) verify(text string) (*jwt.Token, error) {
	return jwt.Parse(text, p.keyOf, jwt.WithValidMethods([]string{"RS256"}))
}

func (p *pinned) keyOf(token *jwt.Token) (any, error) {
	if len(p.key) == 0 {
		return nil, errors.New("no key")
	}
	if _, ok := token.Method.(*jwt.SigningMethodHMAC); ok {
		return p.key, nil
	}
	return jwt.ParseRSAPublicKeyFromPEM(p.key)
}

// configured is told which algorithm its key is for.
type configured struct {
	key []byte
	alg string
}

func (c *configured) verify(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(*jwt.Token) (any, error) {
		if c.alg == "HS256" {
			return c.key, nil
		}
		return jwt.ParseRSAPublicKeyFromPEM(c.key)
	})
}
