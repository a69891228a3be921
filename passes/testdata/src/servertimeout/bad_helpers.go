package servertimeout

import (
	"crypto/tls"
	"log"
	"net"
	"net/http"
)

func helper(mux http.Handler) error {
	return http.ListenAndServe(":8080", mux) // want `http.ListenAndServe lets a client that never finishes its header hold a connection and its goroutine for ever: its server has no ReadHeaderTimeout, and the call has no place for one`
}

func helperWithDefaultMux() {
	log.Fatal(http.ListenAndServe(":8080", nil)) // want `http.ListenAndServe`
}

func helperInGoroutine(addr string, mux http.Handler) {
	go http.ListenAndServe(addr, mux) // want `http.ListenAndServe`
}

func helperInCondition(addr string) {
	if err := http.ListenAndServe(addr, nil); err != nil { // want `http.ListenAndServe`
		log.Fatal(err)
	}
}

func helperWithHandlerInPlace() error {
	return http.ListenAndServe( // want `http.ListenAndServe`
		":8080", // all interfaces
		http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(http.StatusNoContent) // nothing to say
		}),
	)
}

func helperTLS(cert, key string, mux http.Handler) error {
	return http.ListenAndServeTLS(":8443", cert, key, mux) // want `http.ListenAndServeTLS`
}

func helperTLSWithDefaultMux() error {
	return http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", nil) // want `http.ListenAndServeTLS`
}

func helperOnListener(mux http.Handler) error {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	return http.Serve(l, mux) // want `http.Serve`
}

func helperOnListenerWithDefaultMux() error {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	return http.Serve(l, nil) // want `http.Serve`
}

func helperOnWrappedListener(config *tls.Config, mux http.Handler) error {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	return http.Serve(tls.NewListener(l, config), mux) // want `http.Serve`
}

func helpersOnListener(mux http.Handler) error {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	if mux == nil {
		return helperTLSOnListenerWithDefaultMux(l)
	}
	return helperTLSOnListener(l, mux)
}

func helperTLSOnListener(l net.Listener, mux http.Handler) error {
	return http.ServeTLS(l, mux, "cert.pem", "key.pem") // want `http.ServeTLS`
}

func helperTLSOnListenerWithDefaultMux(l net.Listener) error {
	return http.ServeTLS(l, nil, "cert.pem", "key.pem") // want `http.ServeTLS`
}

// The body of a function runs later, so that no order changes.
func helperOnCallWithFunction() error {
	return http.Serve(listener(), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {})) // want `http.Serve`
}

// No fix: a channel would be read before the call.
func helperWithReceiveAsArgument(handlers chan http.Handler) error {
	return http.Serve(listener(), <-handlers) // want `http.Serve`
}

// No fix: it would make the calls of the arguments in another order.
func helperWithCallsAsArguments() error {
	return http.Serve(listener(), http.NewServeMux()) // want `http.Serve`
}

func listener() net.Listener {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		panic(err)
	}
	return l
}

// No fix: there are no arguments to take apart.
func helperWithResultsOfOneCall() error {
	return http.ListenAndServe(where()) // want `http.ListenAndServe`
}

func where() (addr string, h http.Handler) { return ":8080", nil }

// No fix: the comment would be lost.
func helperWithCommentBeforeNil() error {
	return http.ListenAndServe(":8080" /* the default mux */, nil) // want `http.ListenAndServe`
}
