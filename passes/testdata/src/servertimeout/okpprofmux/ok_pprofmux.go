// Package okpprofmux serves profiles with a mux of its own.
package okpprofmux

import (
	"net/http"
	"net/http/pprof"
)

func profiles(addr string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	srv := &http.Server{Addr: addr, Handler: mux}
	return srv.ListenAndServe()
}

func registersWithDefaultMux() {
	http.HandleFunc("/debug/pprof/trace", pprof.Trace)
	go http.ListenAndServe(":8081", nil)
}
