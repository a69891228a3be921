package catalog

// restyV1 describes gopkg.in/resty.v1, a client of which has no timeout until
// SetTimeout. The package's own functions work on resty.DefaultClient, which
// any package may set up: they have no rows.
var restyV1 = Library{
	Path: "gopkg.in/resty",
	Funcs: []Func{
		{Name: "gopkg.in/resty.New", Role: Build, Bound: Unbounded},
		{Name: "gopkg.in/resty.NewWithClient", Role: Build, Client: Arg0},
		{Name: "(*gopkg.in/resty.Client).SetTimeout", Role: Set, Client: Recv, Timeout: Arg0},
		{Name: "(*gopkg.in/resty.Client).SetTransport", Role: Set, Client: Recv},
		// It hands out the http.Client inside, whose Timeout may be set then.
		{Name: "(*gopkg.in/resty.Client).GetClient", Role: Set, Client: Recv},
		{Name: "(*gopkg.in/resty.Client).R", Role: NewRequest, Client: Recv, Bound: Unbounded},
		{Name: "(*gopkg.in/resty.Client).NewRequest", Role: NewRequest, Client: Recv, Bound: Unbounded},
		{Name: "(*gopkg.in/resty.Request).SetContext", Role: Set, Client: Recv, Context: Arg0},
		{Name: "(*gopkg.in/resty.Request).Context", Role: NewContext, Request: Recv},
		{Name: "(*gopkg.in/resty.Request).Get", Role: Send, Request: Recv},
		{Name: "(*gopkg.in/resty.Request).Head", Role: Send, Request: Recv},
		{Name: "(*gopkg.in/resty.Request).Post", Role: Send, Request: Recv},
		{Name: "(*gopkg.in/resty.Request).Put", Role: Send, Request: Recv},
		{Name: "(*gopkg.in/resty.Request).Delete", Role: Send, Request: Recv},
		{Name: "(*gopkg.in/resty.Request).Options", Role: Send, Request: Recv},
		{Name: "(*gopkg.in/resty.Request).Patch", Role: Send, Request: Recv},
		{Name: "(*gopkg.in/resty.Request).Execute", Role: Send, Request: Recv},
	},
	Types: []Type{
		{Name: "gopkg.in/resty.Client", Kind: Client, Fluent: true},
		{Name: "gopkg.in/resty.Request", Kind: Request, Fluent: true},
	},
	Secrets: []Secret{
		{Name: "(*gopkg.in/resty.Client).SetAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "(*gopkg.in/resty.Client).SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*gopkg.in/resty.Client).SetHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		{Name: "(*gopkg.in/resty.Request).SetAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "(*gopkg.in/resty.Request).SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*gopkg.in/resty.Request).SetHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		{Name: "gopkg.in/resty.SetAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "gopkg.in/resty.SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "gopkg.in/resty.SetHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
	},
}
