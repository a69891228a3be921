// Package elsewhere makes and configures servers for other packages.
package elsewhere

import (
	"io"
	"net"
	"net/http"
	"net/netip"
	"time"
)

type App struct{ Server *http.Server }

func Init(app *App) { app.Server.ReadHeaderTimeout = time.Second }

var Shared *http.Server

func Prepare() { Shared.ReadHeaderTimeout = time.Second }

func New() *http.Server { return &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second} }

func Configure(srv *http.Server) { srv.ReadHeaderTimeout = time.Second }

func Template() http.Server { return http.Server{ReadHeaderTimeout: time.Second} }

func Listen() (net.Listener, error) { return net.Listen("tcp", ":8080") }

func ListenPipe(path string) (net.Listener, error) { return nil, nil }

type Tunnel struct{ net.Listener }

func NewTunnel(session io.ReadWriteCloser) *Tunnel { return nil }

func ListenTCP() *net.TCPListener { return nil }

func IPv4Localhost() netip.Addr { return netip.MustParseAddr("127.0.0.1") }

func Address() string { return ":8080" }
