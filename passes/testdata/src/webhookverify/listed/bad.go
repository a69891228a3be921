// Package listed has one handler of each kind.
package listed

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
)

var queue = make(chan []byte)

func open(w http.ResponseWriter, r *http.Request) { // want `open does what anybody on the Internet says in the name of GitHub`
	if r.Header.Get("X-GitHub-Event") == "push" { // want `open receives webhooks of GitHub: nothing verifies who sent them`
		body, _ := io.ReadAll(r.Body)
		queue <- body
	}
}

func verified(key []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		mac := hmac.New(sha256.New, key)
		mac.Write(body)
		signature := r.Header.Get("X-Hub-Signature-256") // want `the handler in verified receives webhooks of GitHub: who sent them is looked at`
		if hmac.Equal([]byte("sha256="+hex.EncodeToString(mac.Sum(nil))), []byte(signature)) {
			queue <- body
		}
	}
}

type plugin interface {
	Handle(context.Context, http.Header, []byte) error
}

func dispatched(p plugin) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if r.Header.Get("X-Gitlab-Event") != "" { // want `the handler in dispatched receives webhooks of GitLab: whether anything looks at who sent them isn't known`
			_ = p.Handle(r.Context(), r.Header, body)
		}
	}
}

func openToo() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-GitHub-Event") == "push" { // want `the handler in openToo receives webhooks of GitHub: nothing verifies who sent them` `the handler in openToo does what anybody on the Internet says in the name of GitHub`
			body, _ := io.ReadAll(r.Body)
			queue <- body
		}
	}
}
