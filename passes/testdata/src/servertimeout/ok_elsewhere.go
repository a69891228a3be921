package servertimeout

import (
	"net/http"
	"time"

	"servertimeout/elsewhere"
)

// NeverServedHere leaves the server to its caller.
func NeverServedHere(h http.Handler) *http.Server {
	return &http.Server{Addr: ":8080", Handler: h}
}

// ServeGiven serves what another package made.
func ServeGiven(srv *http.Server) error { return srv.ListenAndServe() }

func madeByAnotherPackage() error { return elsewhere.New().ListenAndServe() }

func configuredByAnotherPackage() error {
	srv := &http.Server{Addr: ":8080"}
	elsewhere.Configure(srv)
	return srv.ListenAndServe()
}

func configuredByUnknownFunction(configure func(*http.Server)) error {
	srv := &http.Server{Addr: ":8080"}
	configure(srv)
	return srv.ListenAndServe()
}

func configuredThroughInterface(c interface{ Configure(*http.Server) }) error {
	srv := &http.Server{Addr: ":8080"}
	c.Configure(srv)
	return srv.ListenAndServe()
}

func configuredByReflection(decode func(any) error) error {
	srv := &http.Server{Addr: ":8080"}
	if err := decode(srv); err != nil {
		return err
	}
	return srv.ListenAndServe()
}

func keptInFieldOfAnotherPackage(app *elsewhere.App) error {
	app.Server = &http.Server{Addr: ":8080"}
	elsewhere.Init(app)
	return app.Server.ListenAndServe()
}

func keptInVariableOfAnotherPackage() error {
	srv := &http.Server{Addr: ":8080"}
	elsewhere.Shared = srv
	elsewhere.Prepare()
	return srv.ListenAndServe()
}

func copyOfAnotherPackages() error {
	srv := elsewhere.Template()
	srv.Addr = ":8080"
	return srv.ListenAndServe()
}

// Public has a server that its users can configure before they call Run.
type Public struct {
	Server *http.Server
	Value  http.Server
}

func NewPublic() *Public { return &Public{Server: &http.Server{Addr: ":8080"}} }

func (p *Public) Run() error {
	go p.Value.ListenAndServe()
	return p.Server.ListenAndServe()
}

// Embedding has a server with a name of its own, so that users can configure it, too.
type Embedding struct{ *http.Server }

func NewEmbedding() *Embedding { return &Embedding{&http.Server{Addr: ":8080"}} }

func (e *Embedding) Run() error { return e.ListenAndServe() }

// HandedOut lets its users get at the server.
type HandedOut struct{ srv *http.Server }

func NewHandedOut() *HandedOut { return &HandedOut{srv: &http.Server{Addr: ":8080"}} }

func (h *HandedOut) HTTPServer() *http.Server { return h.srv }

func (h *HandedOut) Run() error { return h.srv.ListenAndServe() }

// Shared can be configured by other packages.
var Shared = &http.Server{Addr: ":8080"}

// SharedValue can be, too.
var SharedValue http.Server

func runShared() error {
	go SharedValue.ListenAndServe()
	return Shared.ListenAndServe()
}

// otherServer has the method of a server, but is none.
type otherServer struct{}

func (otherServer) ListenAndServe() error { return nil }

func serveOther() error { return otherServer{}.ListenAndServe() }

func limit(d time.Duration) *http.Server { return &http.Server{ReadHeaderTimeout: d} }
