package environment

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"net/http"
)

var sealSecret = []byte("hunter40") // want `sealSecret is the HMAC key`

const constantKey = "hunter41" // want `constantKey is the HMAC key`

func keys() {
	fmt.Println(hmac.New(sha256.New, sealSecret), hmac.New(sha256.New, []byte(constantKey)))
}

func headers(req *http.Request) {
	req.Header.Set("X-Api-Key", "hunter42")            // want `this constant is the credential`
	req.Header.Set("Authorization", "Bearer hunter43") // want `this constant is the credential`
	req.SetBasicAuth("me", "hunter44")                 // want `this constant is the password`
}
