// Package okpprof serves nothing but profiles with the default mux.
package okpprof

import (
	"net/http"
	_ "net/http/pprof"
)

func profiles() {
	go http.ListenAndServe(":6060", nil)
}

func profilesAtAnyAddress(addr string) {
	go http.ListenAndServe(addr, nil)
}

func profilesWithServer(addr string) error {
	srv := &http.Server{Addr: addr}
	return srv.ListenAndServe()
}

func profilesWithNamedMux(addr string) error {
	return http.ListenAndServe(addr, http.DefaultServeMux)
}
