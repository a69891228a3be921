package catalog

// resty describes github.com/go-resty/resty v2 (and v1 by its older path).
//
// A client has no timeout until SetTimeout (resty.go, createClient). A request
// belongs to the client whose R made it.
var resty = Library{
	Path: "github.com/go-resty/resty",
	Funcs: []Func{
		{Name: "github.com/go-resty/resty.New", Role: Build, Bound: Unbounded},
		{Name: "github.com/go-resty/resty.NewWithLocalAddr", Role: Build, Bound: Unbounded},
		{Name: "github.com/go-resty/resty.NewWithClient", Role: Build, Client: Arg0},
		{Name: "(*github.com/go-resty/resty.Client).SetTimeout", Role: Set, Client: Recv, Timeout: Arg0},
		{Name: "(*github.com/go-resty/resty.Client).SetTransport", Role: Set, Client: Recv},
		// It hands out the http.Client inside, whose Timeout may be set then.
		{Name: "(*github.com/go-resty/resty.Client).GetClient", Role: Set, Client: Recv},
		{Name: "(*github.com/go-resty/resty.Client).R", Role: NewRequest, Client: Recv, Bound: Unbounded},
		{Name: "(*github.com/go-resty/resty.Client).NewRequest", Role: NewRequest, Client: Recv, Bound: Unbounded},
		{Name: "(*github.com/go-resty/resty.Request).SetContext", Role: Set, Client: Recv, Context: Arg0},
		{Name: "(*github.com/go-resty/resty.Request).Context", Role: NewContext, Request: Recv},
		{Name: "(*github.com/go-resty/resty.Request).Get", Role: Send, Request: Recv},
		{Name: "(*github.com/go-resty/resty.Request).Head", Role: Send, Request: Recv},
		{Name: "(*github.com/go-resty/resty.Request).Post", Role: Send, Request: Recv},
		{Name: "(*github.com/go-resty/resty.Request).Put", Role: Send, Request: Recv},
		{Name: "(*github.com/go-resty/resty.Request).Delete", Role: Send, Request: Recv},
		{Name: "(*github.com/go-resty/resty.Request).Options", Role: Send, Request: Recv},
		{Name: "(*github.com/go-resty/resty.Request).Patch", Role: Send, Request: Recv},
		{Name: "(*github.com/go-resty/resty.Request).Send", Role: Send, Request: Recv},
		{Name: "(*github.com/go-resty/resty.Request).Execute", Role: Send, Request: Recv},
	},
	Types: []Type{
		{Name: "github.com/go-resty/resty.Client", Kind: Client, Fluent: true},
		{Name: "github.com/go-resty/resty.Request", Kind: Request, Fluent: true},
	},
	Secrets: []Secret{
		{Name: "(*github.com/go-resty/resty.Client).SetAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "(*github.com/go-resty/resty.Client).SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*github.com/go-resty/resty.Client).SetHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		{Name: "(*github.com/go-resty/resty.Client).SetDigestAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*github.com/go-resty/resty.Request).SetAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "(*github.com/go-resty/resty.Request).SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*github.com/go-resty/resty.Request).SetHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		{Name: "(*github.com/go-resty/resty.Request).SetDigestAuth", Operand: Arg1, Use: Presents, What: "password"},
	},
}
