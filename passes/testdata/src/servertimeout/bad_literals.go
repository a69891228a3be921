package servertimeout

import (
	"crypto/tls"
	"fmt"
	"log"
	"net"
	"net/http"
)

func literalByPointer(mux http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: mux} // want `srv.ListenAndServe \(line 13\) lets a client that never finishes its header hold a connection and its goroutine for ever: this http.Server has neither a ReadHeaderTimeout nor a ReadTimeout`
	return srv.ListenAndServe()
}

func literalByValueOnListener(host string, port int, mux http.Handler) error {
	l, err := net.Listen("tcp", fmt.Sprintf("%v:%v", host, port))
	if err != nil {
		return err
	}
	srv := http.Server{ // want `srv.Serve \(line 24\)`
		Handler: mux, // keep this comment
	}
	return srv.Serve(l)
}

func literalInPlace(mux http.Handler) error {
	return (&http.Server{Addr: ":8080", Handler: mux}).ListenAndServeTLS("cert.pem", "key.pem") // want `ListenAndServeTLS \(line 28\)`
}

func emptyLiteralWithFieldsSetLater(mux http.Handler) error {
	srv := &http.Server{} // want `srv.ServeTLS`
	srv.Addr = ":8443"
	srv.Handler = mux
	srv.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS13}
	l, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		return err
	}
	return srv.ServeTLS(l, "", "")
}

func onlyWriteAndIdleLimits(mux http.Handler) error {
	srv := &http.Server{ // want `srv.ListenAndServe`
		Addr:           ":8080",
		Handler:        http.TimeoutHandler(mux, 1e9, "late"),
		WriteTimeout:   1e9,
		IdleTimeout:    1e9,
		MaxHeaderBytes: 1 << 16,
	}
	return srv.ListenAndServe()
}

func newServer(mux http.Handler) error {
	srv := new(http.Server) // want `srv.ListenAndServe`
	srv.Handler = mux
	return srv.ListenAndServe()
}

func declaredServer(mux http.Handler) error {
	var srv http.Server // want `srv.ListenAndServe`
	srv.Handler = mux
	return srv.ListenAndServe()
}

func declaredThenAssigned(mux http.Handler) error {
	var srv http.Server
	srv = http.Server{Handler: mux} // want `srv.ListenAndServe`
	return srv.ListenAndServe()
}

func servedByGoroutine(mux http.Handler) *http.Server {
	srv := &http.Server{Addr: ":8080", Handler: mux} // want `srv.ListenAndServe`
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Print(err)
		}
	}()
	return srv
}

func servedByMethodValue(group interface{ Go(func() error) }, mux http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: mux} // want `srv.ListenAndServe \(line 84\)`
	group.Go(srv.ListenAndServe)
}

func servedTwiceIsOneFinding(mux http.Handler, secure bool) error {
	srv := &http.Server{Addr: ":8080", Handler: mux} // want `srv.ListenAndServeTLS`
	if secure {
		return srv.ListenAndServeTLS("cert.pem", "key.pem")
	}
	return srv.ListenAndServe()
}

func defaultWhereNoneIsGiven(srv *http.Server) error {
	if srv == nil {
		srv = &http.Server{Addr: ":8080"} // want `srv.ListenAndServe`
	}
	return srv.ListenAndServe()
}

func DefaultForUsers(srv *http.Server) error { return defaultWhereNoneIsGiven(srv) }

func oneOfTwoLiterals(mux http.Handler, secure bool) error {
	var srv *http.Server
	if secure {
		srv = &http.Server{Addr: ":8443", ReadHeaderTimeout: 1e9}
	} else {
		srv = &http.Server{Addr: ":8080"} // want `srv.ListenAndServe`
	}
	return srv.ListenAndServe()
}
