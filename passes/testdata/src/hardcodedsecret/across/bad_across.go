package across

import (
	"net/http"

	"hardcodedsecret/signing"
)

var signer = signing.New("hunter32") // want `this constant is the HMAC key that signing.New \(line 9\) gets`

var fields = signing.Signer{Key: []byte("hunter33")} // want `this constant is the HMAC key`

var fromVariable = signing.Signer{Key: signing.DefaultKey} // want `signing.DefaultKey is the HMAC key that the assignment in line 13 gets, so whoever reads the source can forge or open what it protects; load it at run time, and change it \(20 characters, "a ke"…\)`

var fromConstant = signing.New(signing.Fallback) // want `a constant is the HMAC key that signing.New \(line 15\) gets`

func request(req *http.Request) {
	signing.SetHeader(req, "User-Agent", signing.Name)
	signing.SetHeader(req, "X-Api-Key", "hunter34") // want `this constant is the credential`
	signing.Authorize(req, "hunter35")              // want `this constant is the credential`
}
