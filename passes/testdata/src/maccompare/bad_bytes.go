package maccompare

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
)

func ofBytes(r *http.Request, key, body []byte) bool {
	sent, err := hex.DecodeString(r.Header.Get("X-Signature"))
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	return bytes.Equal(sent, mac.Sum(nil)) // want `^sent takes longer .* \(bytes\.Equal\)$`
}
