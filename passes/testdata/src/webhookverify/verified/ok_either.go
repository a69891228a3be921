package verified

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
)

var errInvalid = errors.New("invalid signature")

// verifyEither takes the signature in the header, or the secret itself in the body, but not neither.
func verifyEither(r *http.Request, body []byte, key string) error {
	secret := r.FormValue("secret")
	signature := r.Header.Get("X-Gitea-Signature")
	if signature == "" && secret == "" {
		return errInvalid
	}
	if signature == "" && secret != "" && !hmac.Equal([]byte(secret), []byte(key)) {
		return errInvalid
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write(body)
	if signature != "" && !hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(signature)) {
		return errInvalid
	}
	return nil
}

func receiveEither(key string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if verifyEither(r, body, key) == nil {
			go pay(string(body))
		}
	}
}
