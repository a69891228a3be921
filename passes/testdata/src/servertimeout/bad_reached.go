package servertimeout

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"

	"servertimeout/elsewhere"
)

func returnedByConstructor() error {
	srv := construct(http.NewServeMux())
	return srv.ListenAndServe()
}

func construct(h http.Handler) *http.Server {
	return &http.Server{ // want `srv.ListenAndServe \(line \d+\)`
		Addr:    ":8080",
		Handler: h,
	}
}

// An exported constructor that the package itself uses.
func NewServer() *http.Server {
	return &http.Server{Addr: ":8080"} // want `NewServer\(\).ListenAndServe`
}

func usesExportedConstructor() error {
	return NewServer().ListenAndServe()
}

func returnedByValue() error {
	srv := constructValue(":8080")
	return srv.ListenAndServe()
}

func constructValue(addr string) http.Server {
	return http.Server{Addr: addr} // want `srv.ListenAndServe`
}

func passedToFunction() error {
	return serve(&http.Server{Addr: ":8080"}) // want `srv.ListenAndServe`
}

func serve(srv *http.Server) error { return srv.ListenAndServe() }

func listensForCallee() error {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	return servedOnListenerOfTheCaller(l)
}

func servedOnListenerOfTheCaller(l net.Listener) error {
	srv := &http.Server{} // want `srv.Serve`
	return srv.Serve(l)
}

// The field by pointer.
type API struct {
	srv *http.Server
}

func NewAPI(h http.Handler) *API {
	return &API{srv: &http.Server{Addr: ":8080", Handler: h}} // want `a.srv.ListenAndServe \(line \d+\)`
}

func (a *API) Run() error { return a.srv.ListenAndServe() }

func (a *API) Shutdown(ctx context.Context) error { return a.srv.Shutdown(ctx) }

// The field by value.
type ValueAPI struct {
	srv http.Server
}

func (a *ValueAPI) Start(h http.Handler) error {
	a.srv = http.Server{Addr: ":8080", Handler: h} // want `a.srv.ListenAndServe`
	return a.srv.ListenAndServe()
}

type literalOfValue struct {
	srv http.Server
}

func newLiteralOfValue() *literalOfValue {
	return &literalOfValue{
		srv: http.Server{Addr: ":8080"}, // want `s.srv.ListenAndServe`
	}
}

func (s *literalOfValue) run() error { return s.srv.ListenAndServe() }

// No literal to edit, so the call is reported.
type fieldsSetOneByOne struct {
	srv http.Server
}

func (s *fieldsSetOneByOne) run() error {
	s.srv.Addr = ":8080"
	return s.srv.ListenAndServe() // want `s.srv.ListenAndServe lets a client that never finishes its header hold a connection and its goroutine for ever: the server has neither a ReadHeaderTimeout nor a ReadTimeout`
}

// An embedded server of a type that other packages can't name.
type embedded struct {
	*http.Server
}

func runEmbedded() error {
	e := embedded{&http.Server{Addr: ":8080"}} // want `e.ListenAndServe`
	return e.ListenAndServe()
}

// An exported field counts as the package's own while one function makes and serves the server.
type Exported struct {
	Server *http.Server
}

func (e *Exported) Start() {
	e.Server = &http.Server{Addr: ":8080"} // want `e.Server.ListenAndServe`
	go e.Server.ListenAndServe()
}

var packageServer = &http.Server{Addr: ":8080"} // want `packageServer.ListenAndServe`

func runPackageServer() error { return packageServer.ListenAndServe() }

var packageValue http.Server // want `packageValue.ListenAndServe`

func runPackageValue() error {
	packageValue.Addr = ":8080"
	return packageValue.ListenAndServe()
}

var reassigned = http.Server{Addr: ":8080"} // want `reassigned.ListenAndServe`

func runReassigned(addr string) error {
	if addr != "" {
		reassigned = http.Server{Addr: addr} // want `reassigned.ListenAndServe`
	}
	return reassigned.ListenAndServe()
}

func assignedTwice(secure bool) error {
	var srv http.Server
	if secure {
		srv = http.Server{Addr: ":8443"} // want `srv.ListenAndServe`
	} else {
		srv = http.Server{Addr: ":8080"} // want `srv.ListenAndServe`
	}
	return srv.ListenAndServe()
}

// No fix: the limit would go with the value that it is in.
func declaredThenEmptied() error {
	var srv http.Server // want `srv.ListenAndServe`
	srv = http.Server{}
	return srv.ListenAndServe()
}

type madeTwice struct {
	srv http.Server
}

func newPlain() *madeTwice {
	return &madeTwice{srv: http.Server{Addr: ":8080"}} // want `m.srv.ListenAndServe`
}

func newSecure() *madeTwice {
	return &madeTwice{srv: http.Server{Addr: ":8443"}} // want `m.srv.ListenAndServe`
}

func (m *madeTwice) run() error { return m.srv.ListenAndServe() }

// The interface hides the server, but only its methods are called.
type runner interface {
	ListenAndServe() error
	Close() error
}

func heldByInterface() error {
	var r runner = &http.Server{Addr: ":8080"} // want `r.ListenAndServe`
	defer r.Close()
	return r.ListenAndServe()
}

func inSlice(mux http.Handler) {
	for _, srv := range []*http.Server{
		{Addr: ":8080", Handler: mux}, // want `srv.ListenAndServe`
		{Addr: ":8081", Handler: mux, ReadTimeout: 1e9},
	} {
		go srv.ListenAndServe()
	}
}

func loopbackOnlySometimes(public bool) error {
	addr := "localhost:8080"
	if public {
		addr = ":8080"
	}
	srv := &http.Server{Addr: addr} // want `srv.ListenAndServe`
	return srv.ListenAndServe()
}

func unixOnlySometimes(path string) error {
	network, addr := "tcp", ":8080"
	if path != "" {
		network, addr = "unix", path
	}
	l, err := net.Listen(network, addr)
	if err != nil {
		return err
	}
	srv := http.Server{} // want `srv.Serve`
	return srv.Serve(l)
}

func onNetworkListenerOfItsOwnType() error {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	srv := http.Server{} // want `srv.Serve`
	return srv.Serve(logged{l})
}

func onFormattedAddress(format, host string) error {
	srv := &http.Server{Addr: fmt.Sprintf(format, host)} // want `srv.ListenAndServe`
	return srv.ListenAndServe()
}

func onFormattedParameter(host string, port int) error {
	srv := &http.Server{Addr: fmt.Sprintf("%s:%d", host, port)} // want `srv.ListenAndServe`
	return srv.ListenAndServe()
}

func onAddressMadeInLoop(parts []string) error {
	addr := os.Getenv("HOST")
	for _, part := range parts {
		addr = addr + part
	}
	srv := &http.Server{Addr: addr} // want `srv.ListenAndServe`
	return srv.ListenAndServe()
}

func onListenerOfIP(port int) error {
	l, err := net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(10, 0, 0, 1), Port: port})
	if err != nil {
		return err
	}
	return (&http.Server{}).Serve(l) // want `Serve`
}

func onAddressOfAnotherPackage() error {
	srv := &http.Server{Addr: elsewhere.Address()} // want `srv.ListenAndServe`
	return srv.ListenAndServe()
}

func onAddressOfUnknownFunction(address func() string) error {
	srv := &http.Server{Addr: address()} // want `srv.ListenAndServe`
	return srv.ListenAndServe()
}

func addressOfTheEnvironment() error {
	srv := &http.Server{Addr: os.Getenv("ADDR")} // want `srv.ListenAndServe`
	return srv.ListenAndServe()
}

var anywhere = flag.String("listen", ":8080", "address")

func onFlagForAnywhere() error {
	return http.ListenAndServe(*anywhere, nil) // want `http.ListenAndServe`
}
