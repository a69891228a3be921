package catalog

// gorillaWebsocket describes github.com/gorilla/websocket. HandshakeTimeout
// bounds the dial and the handshake; DefaultDialer has 45 s, a Dialer literal
// none. What comes after the handshake may wait for ever by design.
var gorillaWebsocket = Library{
	Path: "github.com/gorilla/websocket",
	Funcs: []Func{
		{Name: "(*github.com/gorilla/websocket.Dialer).Dial", Role: Send, Client: Recv, Bound: Bounded, Fallback: "websocket.DefaultDialer"},
		{Name: "(*github.com/gorilla/websocket.Dialer).DialContext", Role: Send, Client: Recv, Context: Arg0, Bound: Bounded, Fallback: "websocket.DefaultDialer"},
	},
	Types: []Type{
		{Name: "github.com/gorilla/websocket.Dialer", Kind: Dialer, Bounds: []string{"HandshakeTimeout"}, Zero: Unbounded},
	},
	Vars: []Var{
		{Name: "github.com/gorilla/websocket.DefaultDialer", Kind: Dialer, Bound: Bounded},
	},
}
