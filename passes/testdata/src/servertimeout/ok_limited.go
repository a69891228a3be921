package servertimeout

import (
	"net/http"
	"time"
)

func limitOfHeader(mux http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	return srv.ListenAndServe()
}

func limitOfWholeRequest(mux http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: mux, ReadTimeout: 5 * time.Second}
	return srv.ListenAndServe()
}

func explicitZeroInLiteral(mux http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 0}
	return srv.ListenAndServe()
}

func explicitZeroAssigned(mux http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: mux}
	srv.ReadTimeout = 0
	return srv.ListenAndServe()
}

func setLater(mux http.Handler) error {
	srv := http.Server{Handler: mux}
	srv.Addr = ":8080"
	srv.ReadHeaderTimeout = time.Second
	return srv.ListenAndServe()
}

func setUnderCondition(limit time.Duration) error {
	srv := &http.Server{Addr: ":8080"}
	if limit > 0 {
		srv.ReadHeaderTimeout = limit
	}
	return srv.ListenAndServe()
}

func setThroughAlias() error {
	srv := &http.Server{Addr: ":8080"}
	same := srv
	same.ReadHeaderTimeout = time.Second
	return srv.ListenAndServe()
}

func setInClosure() error {
	srv := &http.Server{Addr: ":8080"}
	func() { srv.ReadHeaderTimeout = time.Second }()
	return srv.ListenAndServe()
}

func setThroughPointerToField(limit func(*time.Duration)) error {
	srv := &http.Server{Addr: ":8080"}
	limit(&srv.ReadHeaderTimeout)
	return srv.ListenAndServe()
}

func setByFunctionOfThePackage() error {
	srv := &http.Server{Addr: ":8080"}
	harden(srv)
	return srv.ListenAndServe()
}

func harden(srv *http.Server) { srv.ReadHeaderTimeout = time.Second }

func setByCallerOfConstructor() error {
	srv := constructBare()
	srv.ReadHeaderTimeout = time.Second
	return srv.ListenAndServe()
}

func constructBare() *http.Server { return &http.Server{Addr: ":8080"} }

type limited struct {
	srv   *http.Server
	value http.Server
}

func newLimited() *limited {
	l := &limited{srv: &http.Server{Addr: ":8080"}}
	l.srv.ReadHeaderTimeout = time.Second
	l.value.ReadTimeout = time.Second
	return l
}

func (l *limited) run() error {
	go l.value.ListenAndServe()
	return l.srv.ListenAndServe()
}

// setByOption sets the limit of a field through a function that is a value.
func setByOption(options ...func(*optional)) error {
	o := &optional{srv: &http.Server{Addr: ":8080"}}
	for _, option := range options {
		option(o)
	}
	return o.srv.ListenAndServe()
}

type optional struct{ srv *http.Server }

func withLimit(d time.Duration) func(*optional) {
	return func(o *optional) { o.srv.ReadHeaderTimeout = d }
}

func copyOfLimited() error {
	srv := limitedTemplate()
	srv.Addr = ":8080"
	return srv.ListenAndServe()
}

func limitedTemplate() http.Server { return http.Server{ReadHeaderTimeout: time.Second} }

func helperNeverCalled() func(string, http.Handler) error { return http.ListenAndServe }
