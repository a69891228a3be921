// Package servertimeout defines the rule that finds HTTP servers which wait
// for the header of a request for ever.
//
// # Analyzer servertimeout
//
// servertimeout: an HTTP server waits without limit for the header of a request
//
// An http.Server stops waiting for a header when its ReadHeaderTimeout is over, or
// its ReadTimeout, which includes the header. Either is enough. The rule follows
// each server that a package makes through variables, fields and functions to
// where it is served, and reports it if neither limit is set on the way. It
// reports http.ListenAndServe, http.Serve and their TLS forms, which make a server without
// limits and take none.
//
// # Bad
//
//	func run(mux http.Handler) error {
//		srv := &http.Server{Addr: ":8080", Handler: mux}
//		return srv.ListenAndServe()
//	}
//
// Nor has the server of the helper a limit.
//
//	func run(mux http.Handler) error {
//		return http.ListenAndServe(":8080", mux)
//	}
//
// # Good
//
//	func run(mux http.Handler) error {
//		srv := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 10 * time.Second}
//		return srv.ListenAndServe()
//	}
//
// # Why
//
// A client that sends a byte of its header now and then, and never the last, holds a
// connection, its file descriptor and a goroutine for as long as it likes. It takes one laptop
// and no bandwidth to hold all that a process may open, and the server then answers
// nobody (the attack is known as Slowloris). It need not be an attack: a phone that loses its network does
// the same. ReadHeaderTimeout doesn't limit bodies or answers, so that uploads, streams and
// WebSockets go on as before.
//
// # Fix safety
//
// The fix adds a ReadHeaderTimeout to the server's literal, or replaces the helper by
// the same method of a server that has one. It ends the connections of clients that take
// longer than that for a header, or for a TLS handshake. Between two requests a connection may lie idle
// as long as before: that is for IdleTimeout.
//
// # Known limits
//
// What is not understood is not reported: a server that is handed to code of another package, or
// to a function that is only known at run time, or that users of the package can get at
// through an exported field, variable or getter before it is served. Nor is a server that the package only makes,
// or only serves. A limit that is set to zero is a decision, and respected.
//
// Servers that only trusted clients can reach are left alone: those on a loopback address, be
// it constant or the default of a flag, or on a unix socket, and those for net/http/pprof alone. A listener
// that comes from elsewhere, and isn't seen to be made by package net or crypto/tls, may be a tunnel or
// memory, and counts as trusted. Servers inside frameworks, such as
// gin's Engine.Run, are not known.
//
// # Options
//
//   - -servertimeout.default: the ReadHeaderTimeout that fixes set (10s)
//   - -servertimeout.tests: report findings in tests, test helpers and examples too
package servertimeout
