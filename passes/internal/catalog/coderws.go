package catalog

// coderWebsocket describes github.com/coder/websocket, whose Dial bounds the
// handshake by its context and by the Timeout of the HTTPClient in its options
// (dial.go, cloneWithDefaults).
var coderWebsocket = Library{
	Path: "github.com/coder/websocket",
	Funcs: []Func{
		{Name: "github.com/coder/websocket.Dial", Role: Send, Context: Arg0, Client: Arg2, Bound: Unbounded, Fallback: "http.DefaultClient"},
	},
	Types: []Type{
		{Name: "github.com/coder/websocket.DialOptions", Kind: Client, Via: []string{"HTTPClient"}, Zero: Unbounded},
	},
}
