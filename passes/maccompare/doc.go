// Package maccompare defines the rule that finds secrets compared in a time that
// tells how much of them was right.
//
// # Analyzer maccompare
//
// maccompare: a signature or a secret is compared in a time that tells how much of it is right
//
// What a client sends is compared with ==, !=, a switch, bytes.Equal, bytes.Compare, strings.Compare, strings.EqualFold, reflect.DeepEqual or
// slices.Equal, and the other side is
//
//   - mac: a message authentication code that the program computes for it (crypto/hmac)
//   - secret: a password, key or token of the program's own, which the client presents in a header, a query, a form or a body
//
// # Bad
//
//	func hook(w http.ResponseWriter, r *http.Request) {
//		if r.Header.Get("X-Gitlab-Token") != os.Getenv("GITLAB_TOKEN") {
//			http.Error(w, "forbidden", http.StatusForbidden)
//			return
//		}
//		go deploy()
//	}
//
//	func deploy() {}
//
// A signature:
//
//	func genuine(body []byte, signature string) bool {
//		mac := hmac.New(sha256.New, []byte(os.Getenv("SECRET")))
//		mac.Write(body)
//		return hex.EncodeToString(mac.Sum(nil)) == signature
//	}
//
//	func hook(w http.ResponseWriter, r *http.Request) {
//		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
//		if err != nil || !genuine(body, r.Header.Get("X-Signature")) {
//			http.Error(w, "forbidden", http.StatusForbidden)
//		}
//	}
//
// # Good
//
//	func hook(w http.ResponseWriter, r *http.Request) {
//		if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Gitlab-Token")), []byte(os.Getenv("GITLAB_TOKEN"))) != 1 {
//			http.Error(w, "forbidden", http.StatusForbidden)
//			return
//		}
//		go deploy()
//	}
//
//	func deploy() {}
//
// A signature:
//
//	func genuine(body []byte, signature string) bool {
//		mac := hmac.New(sha256.New, []byte(os.Getenv("SECRET")))
//		mac.Write(body)
//		return hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(signature))
//	}
//
//	func hook(w http.ResponseWriter, r *http.Request) {
//		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
//		if err != nil || !genuine(body, r.Header.Get("X-Signature")) {
//			http.Error(w, "forbidden", http.StatusForbidden)
//		}
//	}
//
// # Why
//
// These comparisons end at the first byte that differs. Whoever may ask often enough, and measures how long the answers take, learns byte by
// byte what the right text is. It takes many requests, from near by, but nobody sees it happen. Packages crypto/hmac and crypto/subtle have
// comparisons that take as long for any text of the same length.
//
// # Fix safety
//
// The fix writes hmac.Equal or subtle.ConstantTimeCompare in the place of an operator or of bytes.Equal, which decide the same. There is none
// for the other functions, and for a switch.
//
// # Known limits
//
// Both sides have to be understood: where the received text came from, and that the other is a MAC or, by what is done with it or by its name, a secret.
// Secrets that are looked for in a map or a list are left alone, and so are a state, a nonce or a mark against CSRF, cookies, and what two clients sent.
//
// # Options
//
//   - -maccompare.tests: report findings in tests, test helpers and examples too
package maccompare
