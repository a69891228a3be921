package hardcodedsecret

import (
	"crypto/hmac"
	"crypto/sha256"
)

const farKey = "hunter36" // want `farKey is the HMAC key that hmac.New \(far.go:\d+\) gets`

var nearKey = "hunter37" // want `nearKey is the HMAC key that hmac.New \(line \d+\) gets`

func near() []byte { return hmac.New(sha256.New, []byte(nearKey)).Sum(nil) }
