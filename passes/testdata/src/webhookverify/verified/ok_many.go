package verified

import (
	"crypto/hmac"
	"net/http"
)

// All that is tested twice would make more ways through this than can be walked.
func manyTests(r *http.Request, secret, sum string, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24 string) (n int, err error) {
	signature := r.Header.Get("X-Hub-Signature-256")
	if a1 == "" {
		n++
	}
	if a2 == "" {
		n++
	}
	if a3 == "" {
		n++
	}
	if a4 == "" {
		n++
	}
	if a5 == "" {
		n++
	}
	if a6 == "" {
		n++
	}
	if a7 == "" {
		n++
	}
	if a8 == "" {
		n++
	}
	if a9 == "" {
		n++
	}
	if a10 == "" {
		n++
	}
	if a11 == "" {
		n++
	}
	if a12 == "" {
		n++
	}
	if a13 == "" {
		n++
	}
	if a14 == "" {
		n++
	}
	if a15 == "" {
		n++
	}
	if a16 == "" {
		n++
	}
	if a17 == "" {
		n++
	}
	if a18 == "" {
		n++
	}
	if a19 == "" {
		n++
	}
	if a20 == "" {
		n++
	}
	if a21 == "" {
		n++
	}
	if a22 == "" {
		n++
	}
	if a23 == "" {
		n++
	}
	if a24 == "" {
		n++
	}
	if a1 == "" {
		n++
	}
	if a2 == "" {
		n++
	}
	if a3 == "" {
		n++
	}
	if a4 == "" {
		n++
	}
	if a5 == "" {
		n++
	}
	if a6 == "" {
		n++
	}
	if a7 == "" {
		n++
	}
	if a8 == "" {
		n++
	}
	if a9 == "" {
		n++
	}
	if a10 == "" {
		n++
	}
	if a11 == "" {
		n++
	}
	if a12 == "" {
		n++
	}
	if a13 == "" {
		n++
	}
	if a14 == "" {
		n++
	}
	if a15 == "" {
		n++
	}
	if a16 == "" {
		n++
	}
	if a17 == "" {
		n++
	}
	if a18 == "" {
		n++
	}
	if a19 == "" {
		n++
	}
	if a20 == "" {
		n++
	}
	if a21 == "" {
		n++
	}
	if a22 == "" {
		n++
	}
	if a23 == "" {
		n++
	}
	if a24 == "" {
		n++
	}
	if signature == "" {
		return n, errInvalid
	}
	if !hmac.Equal([]byte(sum), []byte(signature)) {
		return n, errInvalid
	}
	return n, nil
}
