// Package baddot imports net/http with a dot.
package baddot

import . "net/http"

func dotImport(mux Handler) error {
	return ListenAndServe(":8080", mux) // want `ListenAndServe`
}

func literal(mux Handler) error {
	srv := &Server{Handler: mux} // want `srv.ListenAndServe`
	return srv.ListenAndServe()
}
