package catalog

// netHTTP describes net/http as of Go 1.26.
//
// No default of net/http bounds a whole request: golang/go#24138 asks for one,
// which would break streaming.
//
// httputil.ReverseProxy has no row: a proxy can't know how long an answer may
// take, and passes on the deadline of the request that it got. Nor have the
// clients of httptest, whose server runs in the same process.
var netHTTP = Library{
	Path: "net/http",
	Funcs: []Func{
		{Name: "net/http.Get", Role: Send, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "net/http.Head", Role: Send, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "net/http.Post", Role: Send, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "net/http.PostForm", Role: Send, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "(*net/http.Client).Get", Role: Send, Client: Recv},
		{Name: "(*net/http.Client).Head", Role: Send, Client: Recv},
		{Name: "(*net/http.Client).Post", Role: Send, Client: Recv},
		{Name: "(*net/http.Client).PostForm", Role: Send, Client: Recv},
		{Name: "(*net/http.Client).Do", Role: Send, Client: Recv, Request: Arg0},
		{Name: "(*net/http.Transport).RoundTrip", Role: Send, Client: Recv, Request: Arg0},
		{Name: "(net/http.RoundTripper).RoundTrip", Role: Send, Client: Recv, Request: Arg0},
		{Name: "(*net/http.Transport).Clone", Role: Build, Client: Recv},

		{Name: "net/http.NewRequest", Role: NewRequest, Bound: Unbounded},
		{Name: "net/http.NewRequestWithContext", Role: NewRequest, Context: Arg0},
		{Name: "(*net/http.Request).WithContext", Role: NewRequest, Context: Arg0},
		{Name: "(*net/http.Request).Clone", Role: NewRequest, Context: Arg0},
		{Name: "(*net/http.Request).Context", Role: NewContext, Request: Recv},

		{Name: "net/http.ListenAndServe", Role: Serve, Bound: Unbounded},
		{Name: "net/http.ListenAndServeTLS", Role: Serve, Bound: Unbounded},
		{Name: "net/http.Serve", Role: Serve, Bound: Unbounded},
		{Name: "net/http.ServeTLS", Role: Serve, Bound: Unbounded},
	},
	Types: []Type{
		{Name: "net/http.Client", Kind: Client, Bounds: []string{"Timeout"}, Via: []string{"Transport"}, Zero: Unbounded},
		// ResponseHeaderTimeout leaves the body unbounded, which streaming
		// clients want; it counts as a bound.
		{Name: "net/http.Transport", Kind: Transport, Bounds: []string{"ResponseHeaderTimeout"}, Zero: Unbounded},
		{Name: "net/http.Request", Kind: Request, Bounds: []string{"Cancel"}, Zero: Unbounded},
		// ReadTimeout covers the header as well (securego/gosec#823).
		{Name: "net/http.Server", Kind: Server, Bounds: []string{"ReadHeaderTimeout", "ReadTimeout"}, Zero: Unbounded},
	},
	Reveals: []Reveal{
		{Name: "(*net/http.Request).BasicAuth", Result: 1, What: "password"},
		{Name: "(net/http.Header).Get", Key: Arg0, What: "credential"},
		{Name: "net/http/httputil.DumpRequest", Request: Arg0, What: "request"},
		{Name: "net/http/httputil.DumpRequestOut", Request: Arg0, What: "request"},
	},
	Vars: []Var{
		{Name: "net/http.DefaultClient", Kind: Client, Bound: Unbounded},
		// Dial 30 s, TLS handshake 10 s, but no limit on the wait for the answer.
		{Name: "net/http.DefaultTransport", Kind: Transport, Bound: Unbounded},
	},
	Secrets: []Secret{
		{Name: "(*net/http.Request).SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(net/http.Header).Set", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		{Name: "(net/http.Header).Add", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
	},
}
