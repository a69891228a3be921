package catalog

// goGitHub describes github.com/google/go-github, v75 and v89. Without a client
// of the user's it makes one without a timeout (github.go, NewClient).
//
// In v75 NewClient takes an http.Client, in v89 options; and in v89 a request
// carries its context, which in v75 Do takes.
var goGitHub = Library{
	Path:    "github.com/google/go-github",
	Refuses: true,
	Funcs: []Func{
		{Name: "github.com/google/go-github/github.NewClient", Role: Build, Client: Arg0, Bound: Unbounded, Fallback: "http.Client"},
		{Name: "github.com/google/go-github/github.NewClient", Role: Build, Options: Arg0, Bound: Unbounded, Fallback: "http.Client"},
		{Name: "github.com/google/go-github/github.NewEnterpriseClient", Role: Build, Client: Arg2, Bound: Unbounded, Fallback: "http.Client"},
		// The context isn't used.
		{Name: "github.com/google/go-github/github.NewTokenClient", Role: Build, Bound: Unbounded},
		{Name: "github.com/google/go-github/github.NewClientWithEnvProxy", Role: Build, Bound: Unbounded},
		{Name: "(*github.com/google/go-github/github.Client).Clone", Role: Build, Client: Recv, Options: Arg0},
		{Name: "(*github.com/google/go-github/github.Client).Client", Role: Build, Client: Recv},
		{Name: "github.com/google/go-github/github.WithHTTPClient", Role: Option, Client: Arg0},
		{Name: "github.com/google/go-github/github.WithTransport", Role: Option, Client: Arg0},
		{Name: "github.com/google/go-github/github.WithTimeout", Role: Option, Timeout: Arg0},

		{Name: "(*github.com/google/go-github/github.Client).NewRequest", Role: NewRequest, Context: Arg0},
		{Name: "(*github.com/google/go-github/github.Client).NewRequest", Role: NewRequest, Bound: Unbounded},
		{Name: "(*github.com/google/go-github/github.Client).NewFormRequest", Role: NewRequest, Context: Arg0},
		{Name: "(*github.com/google/go-github/github.Client).NewFormRequest", Role: NewRequest, Bound: Unbounded},
		{Name: "(*github.com/google/go-github/github.Client).NewUploadRequest", Role: NewRequest, Context: Arg0},
		{Name: "(*github.com/google/go-github/github.Client).NewUploadRequest", Role: NewRequest, Bound: Unbounded},
		// In v75 the request's own context is replaced by the one given.
		{Name: "(*github.com/google/go-github/github.Client).Do", Role: Send, Client: Recv, Context: Arg0},
		{Name: "(*github.com/google/go-github/github.Client).Do", Role: Send, Client: Recv, Request: Arg0},
		{Name: "(*github.com/google/go-github/github.Client).BareDo", Role: Send, Client: Recv, Context: Arg0},
		{Name: "(*github.com/google/go-github/github.Client).BareDo", Role: Send, Client: Recv, Request: Arg0},

		{Name: "(*github.com/google/go-github/github.BasicAuthTransport).Client", Role: Build, Client: Recv},
		{Name: "(*github.com/google/go-github/github.UnauthenticatedRateLimitedTransport).Client", Role: Build, Client: Recv},
	},
	Types: []Type{
		{Name: "github.com/google/go-github/github.Client", Kind: Client, Fluent: true, ContextSends: true},
		{Name: "github.com/google/go-github/github.*Service", Kind: Client, ContextSends: true},
		{Name: "github.com/google/go-github/github.BasicAuthTransport", Kind: Transport, Via: []string{"Transport"}, Zero: Unbounded},
		{Name: "github.com/google/go-github/github.UnauthenticatedRateLimitedTransport", Kind: Transport, Via: []string{"Transport"}, Zero: Unbounded},
	},
	Secrets: []Secret{
		{Name: "github.com/google/go-github/github.WithAuthToken", Operand: Arg0, Use: Presents, What: "GitHub token"},
		{Name: "(*github.com/google/go-github/github.Client).WithAuthToken", Operand: Arg0, Use: Presents, What: "GitHub token"},
		{Name: "github.com/google/go-github/github.NewTokenClient", Operand: Arg1, Use: Presents, What: "GitHub token"},
		{Name: "github.com/google/go-github/github.BasicAuthTransport.Password", Use: Presents, What: "GitHub password"},
		{Name: "github.com/google/go-github/github.UnauthenticatedRateLimitedTransport.ClientSecret", Use: Presents, What: "OAuth client secret"},
		{Name: "github.com/google/go-github/github.ValidatePayload", Operand: Arg1, Use: Seals, What: "webhook secret"},
		{Name: "github.com/google/go-github/github.ValidatePayloadFromBody", Operand: Arg3, Use: Seals, What: "webhook secret"},
		{Name: "github.com/google/go-github/github.ValidateSignature", Operand: Arg2, Use: Seals, What: "webhook secret"},
	},
}
