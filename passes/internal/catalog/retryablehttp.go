package catalog

// retryablehttp describes github.com/hashicorp/go-retryablehttp.
//
// Each attempt goes through HTTPClient, which is cleanhttp.DefaultPooledClient
// unless it is set, and has no timeout. A Timeout belongs there: on the client
// that StandardClient returns it would end all attempts together.
var retryablehttp = Library{
	Path: "github.com/hashicorp/go-retryablehttp",
	Funcs: []Func{
		{Name: "github.com/hashicorp/go-retryablehttp.NewClient", Role: Build, Bound: Unbounded},
		{Name: "(*github.com/hashicorp/go-retryablehttp.Client).StandardClient", Role: Build, Client: Recv},

		{Name: "github.com/hashicorp/go-retryablehttp.Get", Role: Send, Bound: Unbounded, Fallback: "retryablehttp.NewClient"},
		{Name: "github.com/hashicorp/go-retryablehttp.Head", Role: Send, Bound: Unbounded, Fallback: "retryablehttp.NewClient"},
		{Name: "github.com/hashicorp/go-retryablehttp.Post", Role: Send, Bound: Unbounded, Fallback: "retryablehttp.NewClient"},
		{Name: "github.com/hashicorp/go-retryablehttp.PostForm", Role: Send, Bound: Unbounded, Fallback: "retryablehttp.NewClient"},
		{Name: "(*github.com/hashicorp/go-retryablehttp.Client).Get", Role: Send, Client: Recv},
		{Name: "(*github.com/hashicorp/go-retryablehttp.Client).Head", Role: Send, Client: Recv},
		{Name: "(*github.com/hashicorp/go-retryablehttp.Client).Post", Role: Send, Client: Recv},
		{Name: "(*github.com/hashicorp/go-retryablehttp.Client).PostForm", Role: Send, Client: Recv},
		{Name: "(*github.com/hashicorp/go-retryablehttp.Client).Do", Role: Send, Client: Recv, Request: Arg0},
		{Name: "(*github.com/hashicorp/go-retryablehttp.RoundTripper).RoundTrip", Role: Send, Client: Recv, Request: Arg0},

		// Unlike DefaultBackoff and RateLimitLinearJitterBackoff it doesn't look at Retry-After (client.go).
		{Name: "github.com/hashicorp/go-retryablehttp.LinearJitterBackoff", Role: Delay},

		{Name: "github.com/hashicorp/go-retryablehttp.NewRequest", Role: NewRequest, Bound: Unbounded},
		{Name: "github.com/hashicorp/go-retryablehttp.NewRequestWithContext", Role: NewRequest, Context: Arg0},
		{Name: "(*github.com/hashicorp/go-retryablehttp.Request).WithContext", Role: NewRequest, Context: Arg0},
		{Name: "github.com/hashicorp/go-retryablehttp.FromRequest", Role: NewRequest, Request: Arg0},
	},
	Types: []Type{
		{Name: "github.com/hashicorp/go-retryablehttp.Client", Kind: Client, Via: []string{"HTTPClient"}, Zero: Unbounded},
		{Name: "github.com/hashicorp/go-retryablehttp.RoundTripper", Kind: Transport, Via: []string{"Client"}, Zero: Unbounded},
		// It embeds the http.Request that is sent. A literal without one can't be sent.
		{Name: "github.com/hashicorp/go-retryablehttp.Request", Kind: Request, Via: []string{"Request"}},
	},
}
