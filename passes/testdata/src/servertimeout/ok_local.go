package servertimeout

import (
	"context"
	"crypto/tls"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strconv"

	"servertimeout/elsewhere"
)

const loopback = "127.0.0.1"

func onLocalhost(mux http.Handler) error {
	srv := &http.Server{Addr: "localhost:8080", Handler: mux}
	return srv.ListenAndServe()
}

func onLoopbackOfIPv6(mux http.Handler) error {
	srv := &http.Server{Handler: mux}
	srv.Addr = "[::1]:8080"
	return srv.ListenAndServe()
}

func onLoopbackConstant(port string) error {
	srv := &http.Server{Addr: loopback + ":" + port}
	return srv.ListenAndServe()
}

func onFormattedLoopback(port int) error {
	srv := &http.Server{Addr: fmt.Sprintf("127.0.0.1:%d", port)}
	return srv.ListenAndServe()
}

func onFormattedHost(port int) error {
	srv := &http.Server{Addr: fmt.Sprintf("%s:%d", loopback, port)}
	return srv.ListenAndServe()
}

func onJoinedHost(port int) error {
	srv := &http.Server{Addr: net.JoinHostPort(loopback, strconv.Itoa(port))}
	return srv.ListenAndServe()
}

func onParameterOfLocalCallers() error { return localServer("localhost:8080") }

func localServer(addr string) error {
	srv := &http.Server{Addr: addr}
	return srv.ListenAndServe()
}

func onLoopbackListener(mux http.Handler) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	srv := http.Server{Handler: mux}
	return srv.Serve(l)
}

func onListenerOfResolvedLoopback(mux http.Handler) error {
	addr, err := net.ResolveTCPAddr("tcp", "localhost:0")
	if err != nil {
		return err
	}
	l, err := net.ListenTCP("tcp", addr)
	if err != nil {
		return err
	}
	return (&http.Server{Handler: mux}).Serve(l)
}

func onListenerOfLoopbackIP(port int) error {
	l, err := net.ListenTCP("tcp", &net.TCPAddr{IP: net.ParseIP("127.0.0.1"), Port: port})
	if err != nil {
		return err
	}
	return (&http.Server{}).Serve(l)
}

func onListenerOfLoopbackBytes(port int) error {
	l, err := net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: port})
	if err != nil {
		return err
	}
	return (&http.Server{}).Serve(l)
}

func onNetipLoopback(port uint16, mux http.Handler) error {
	addr := netip.AddrPortFrom(netip.MustParseAddr("127.0.0.1"), port)
	return http.ListenAndServe(addr.String(), mux)
}

func onLocalhostOfAnotherPackage(port uint16, mux http.Handler) error {
	addr := netip.AddrPortFrom(elsewhere.IPv4Localhost(), port)
	return http.ListenAndServe(addr.String(), mux)
}

func onUnixSocket(path string, mux http.Handler) error {
	l, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: mux}
	return srv.Serve(l)
}

func onUnixSocketWithContext(ctx context.Context, path string) error {
	var config net.ListenConfig
	l, err := config.Listen(ctx, "unix", path)
	if err != nil {
		return err
	}
	return (&http.Server{}).Serve(l)
}

func onUnixListener(addr *net.UnixAddr) error {
	l, err := net.ListenUnix("unix", addr)
	if err != nil {
		return err
	}
	return (&http.Server{}).Serve(l)
}

type logged struct{ net.Listener }

func onWrappedUnixSocket(path string) error {
	l, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	return http.Serve(logged{l}, nil)
}

// The listener has no other one below it: it may be memory.
type memory struct{ conns chan net.Conn }

func (m *memory) Accept() (net.Conn, error) { return <-m.conns, nil }
func (m *memory) Close() error              { return nil }
func (m *memory) Addr() net.Addr            { return nil }

func inMemory() error { return http.Serve(&memory{conns: make(chan net.Conn)}, nil) }

func onListenerOfAnotherLibrary(session io.ReadWriteCloser) error {
	return http.Serve(elsewhere.NewTunnel(session), nil)
}

func onPipeOfAnotherLibrary() error {
	l, err := elsewhere.ListenPipe(`\\.\pipe\docker`)
	if err != nil {
		return err
	}
	return http.Serve(l, nil)
}

func onUnixSocketWithTLS(path string, config *tls.Config) error {
	l, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	if config != nil {
		l = tls.NewListener(l, config)
	}
	go func() { _ = http.Serve(l, nil) }()
	return http.Serve(l, nil)
}

func helperOnLoopback(mux http.Handler) error {
	return http.ListenAndServe("localhost:8080", mux)
}

func helperOnUnixSocket(path string, mux http.Handler) error {
	l, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	return http.Serve(l, mux)
}

// Where the listener comes from is not known: it may be a tunnel, a socket of this machine or memory.

func onListenerOfUnknownFunction(listen func() (net.Listener, error)) error {
	l, err := listen()
	if err != nil {
		return err
	}
	srv := http.Server{}
	return srv.Serve(l)
}

func onListenerOfAnotherPackage(config *tls.Config) error {
	l, err := elsewhere.Listen()
	if err != nil {
		return err
	}
	if config != nil {
		l = tls.NewListener(l, config)
	}
	srv := http.Server{}
	go srv.Serve(l)
	return nil
}

func onTCPListenerOfAnotherPackage() error {
	return (&http.Server{}).Serve(elsewhere.ListenTCP())
}

func ServedOnListenerOfUsers(l net.Listener) error {
	srv := &http.Server{}
	return srv.Serve(l)
}

type connections <-chan net.Conn

func (c connections) Accept() (net.Conn, error) { return <-c, nil }
func (c connections) Close() error              { return nil }
func (c connections) Addr() net.Addr            { return nil }

func onListenerInMemory(c connections) error { return http.Serve(c, nil) }

type fileServer struct{ listener net.Listener }

func newFileServer() (*fileServer, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	return &fileServer{listener: l}, err
}

func (s *fileServer) serve(h http.Handler) error { return http.Serve(s.listener, h) }

// Only who asks for it is reached from elsewhere.

var (
	byFlag   = flag.String("listen", "localhost:8080", "address")
	byVar    string
	settings struct{ listen string }
)

func init() {
	flag.StringVar(&byVar, "admin", "127.0.0.1:8081", "address")
	flag.StringVar(&settings.listen, "status", "[::1]:8082", "address")
}

func onFlag() error { return http.ListenAndServe(*byFlag, nil) }

func onVariableOfFlag() error { return http.ListenAndServe(byVar, nil) }

func onFieldOfFlag() error { return http.ListenAndServe(settings.listen, nil) }

func onListenerOfFlag() error {
	l, err := net.Listen("tcp", *byFlag)
	if err != nil {
		return err
	}
	return http.Serve(l, nil)
}
