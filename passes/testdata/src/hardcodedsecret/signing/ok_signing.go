// Package signing takes keys from its users.
package signing

import (
	"crypto/hmac"
	"crypto/sha256"
	"net/http"
)

// DefaultKey is what programs are meant to replace.
var DefaultKey = []byte("a key of the library")

const Fallback = "another key"

var Name = "Ann"

type Signer struct{ Key []byte }

func New(key string) *Signer {
	return &Signer{Key: []byte(key)}
}

func (s *Signer) Sum(message []byte) []byte {
	mac := hmac.New(sha256.New, s.Key)
	mac.Write(message)
	return mac.Sum(nil)
}

func SetHeader(req *http.Request, name, value string) { req.Header.Set(name, value) }

func Authorize(req *http.Request, token string) { req.Header.Set("Authorization", "Bearer "+token) }

// A Member of a club, as a file names it.
type Member struct{ ID, Secret string }

// A File names a member.
type File struct{ Member Member }
