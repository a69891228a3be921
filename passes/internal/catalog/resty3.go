package catalog

// restyV3 describes resty.dev/v3 (v3.0.0-rc.4).
//
// As in v2, a client has no timeout until SetTimeout; that one is a deadline
// on each request's context instead of the http.Client's Timeout, and a request
// may have its own. The client's SetContext bounds nothing, since R takes over
// only its values (client.go, R). SSESource has no rows: it is meant to stream.
var restyV3 = Library{
	Path: "resty.dev",
	Funcs: []Func{
		{Name: "resty.dev.New", Role: Build, Bound: Unbounded},
		{Name: "resty.dev.NewWithDialer", Role: Build, Bound: Unbounded},
		{Name: "resty.dev.NewWithLocalAddr", Role: Build, Bound: Unbounded},
		{Name: "resty.dev.NewWithClient", Role: Build, Client: Arg0},
		{Name: "resty.dev.NewWithTransportSettings", Role: Build, Client: Arg0, Bound: Unbounded},
		{Name: "resty.dev.NewWithDialerAndTransportSettings", Role: Build, Client: Arg1, Bound: Unbounded},
		{Name: "(*resty.dev.Client).SetTimeout", Role: Set, Client: Recv, Timeout: Arg0},
		{Name: "(*resty.dev.Client).SetTransport", Role: Set, Client: Recv},
		// It hands out the http.Client inside, whose Timeout may be set then.
		{Name: "(*resty.dev.Client).Client", Role: Set, Client: Recv},
		{Name: "(*resty.dev.Client).R", Role: NewRequest, Client: Recv, Bound: Unbounded},
		{Name: "(*resty.dev.Client).NewRequest", Role: NewRequest, Client: Recv, Bound: Unbounded},
		{Name: "(*resty.dev.Request).SetContext", Role: Set, Client: Recv, Context: Arg0},
		{Name: "(*resty.dev.Request).SetTimeout", Role: Set, Client: Recv, Timeout: Arg0},
		{Name: "(*resty.dev.Request).WithContext", Role: NewRequest, Client: Recv, Context: Arg0},
		{Name: "(*resty.dev.Request).Clone", Role: NewRequest, Client: Recv, Context: Arg0},
		{Name: "(*resty.dev.Request).Context", Role: NewContext, Request: Recv},
		{Name: "(*resty.dev.Request).Get", Role: Send, Request: Recv},
		{Name: "(*resty.dev.Request).Head", Role: Send, Request: Recv},
		{Name: "(*resty.dev.Request).Post", Role: Send, Request: Recv},
		{Name: "(*resty.dev.Request).Put", Role: Send, Request: Recv},
		{Name: "(*resty.dev.Request).Patch", Role: Send, Request: Recv},
		{Name: "(*resty.dev.Request).Delete", Role: Send, Request: Recv},
		{Name: "(*resty.dev.Request).Options", Role: Send, Request: Recv},
		{Name: "(*resty.dev.Request).Trace", Role: Send, Request: Recv},
		{Name: "(*resty.dev.Request).Query", Role: Send, Request: Recv},
		{Name: "(*resty.dev.Request).Send", Role: Send, Request: Recv},
		{Name: "(*resty.dev.Request).Execute", Role: Send, Request: Recv},
	},
	Types: []Type{
		{Name: "resty.dev.Client", Kind: Client, Fluent: true},
		{Name: "resty.dev.Request", Kind: Request, Bounds: []string{"Timeout"}, Fluent: true},
		{Name: "resty.dev.TransportSettings", Kind: Transport, Bounds: []string{"ResponseHeaderTimeout"}, Zero: Unbounded},
	},
	Secrets: []Secret{
		{Name: "(*resty.dev.Client).SetAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "(*resty.dev.Client).SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*resty.dev.Client).SetHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		{Name: "(*resty.dev.Client).SetDigestAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*resty.dev.Request).SetAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "(*resty.dev.Request).SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*resty.dev.Request).SetHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
	},
}
