// Package oklocal serves the machine that it runs on.
package oklocal

import (
	"fmt"
	"net"
	"net/http"
)

func serve(token string, port int) error {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	return http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	}))
}
