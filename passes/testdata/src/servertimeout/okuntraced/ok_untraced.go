// Package okuntraced sets the limit of servers that can't be traced.
package okuntraced

import (
	"net/http"
	"time"
)

func servers(named map[string]*http.Server) {
	api := &http.Server{Addr: ":8080"}
	named["api"] = api
	for _, srv := range named {
		srv.ReadHeaderTimeout = time.Second
	}
	go api.ListenAndServe()
}
