package catalog

// xNet describes golang.org/x/net. Its context package forwards to the
// standard one; ctxhttp replaces the context of the request that it is given.
var xNet = Library{
	Path: "golang.org/x/net",
	Funcs: []Func{
		{Name: "golang.org/x/net/context.Background", Role: NewContext, Bound: Unbounded},
		{Name: "golang.org/x/net/context.TODO", Role: NewContext, Bound: Unbounded},
		{Name: "golang.org/x/net/context.WithTimeout", Role: NewContext, Bound: Bounded},
		{Name: "golang.org/x/net/context.WithDeadline", Role: NewContext, Bound: Bounded},
		{Name: "golang.org/x/net/context.WithCancel", Role: NewContext, Context: Arg0},
		{Name: "golang.org/x/net/context.WithValue", Role: NewContext, Context: Arg0},

		{Name: "golang.org/x/net/context/ctxhttp.Do", Role: Send, Context: Arg0, Client: Arg1, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "golang.org/x/net/context/ctxhttp.Get", Role: Send, Context: Arg0, Client: Arg1, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "golang.org/x/net/context/ctxhttp.Head", Role: Send, Context: Arg0, Client: Arg1, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "golang.org/x/net/context/ctxhttp.Post", Role: Send, Context: Arg0, Client: Arg1, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "golang.org/x/net/context/ctxhttp.PostForm", Role: Send, Context: Arg0, Client: Arg1, Bound: Unbounded, Fallback: "http.DefaultClient"},

		// The handshake waits for the answer; Config.Dialer bounds only the connect
		// and TLS.
		{Name: "golang.org/x/net/websocket.Dial", Role: Send, Bound: Unbounded},
		{Name: "golang.org/x/net/websocket.DialConfig", Role: Send, Bound: Unbounded},
		{Name: "(*golang.org/x/net/websocket.Config).DialContext", Role: Send, Context: Arg0, Bound: Unbounded},
	},
}
