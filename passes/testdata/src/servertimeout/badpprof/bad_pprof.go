// Package badpprof serves more than profiles.
package badpprof

import (
	"net/http"
	"net/http/pprof"
)

func defaultMux(addr string, index http.HandlerFunc) error {
	http.HandleFunc("/", index)
	return http.ListenAndServe(addr, nil) // want `http.ListenAndServe`
}

func muxOfItsOwn(addr string, index http.HandlerFunc) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/", index)
	return http.ListenAndServe(addr, mux) // want `http.ListenAndServe`
}

func handlerWithoutProfiles(addr string, h http.Handler) error {
	return http.ListenAndServe(addr, h) // want `http.ListenAndServe`
}

func profilesOnTheUsualPort() {
	go http.ListenAndServe(":6060", nil)
}
