package hardcodedsecret

import (
	"crypto/hmac"
	"crypto/sha256"
)

func far() []byte { return hmac.New(sha256.New, []byte(farKey)).Sum(nil) }
