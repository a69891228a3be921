package catalog

// oidc describes github.com/coreos/go-oidc v2 and v3, which takes its client from
// the context, as golang.org/x/oauth2 does, else http.DefaultClient.
//
// A key set keeps the context that it is made with for the fetches to come. v3
// takes only values from it, the client among them (coreos/go-oidc#433): a
// deadline there bounds nothing. Verify waits for such a fetch until its own
// context ends.
var oidc = Library{
	Path: "github.com/coreos/go-oidc",
	Funcs: []Func{
		{Name: "github.com/coreos/go-oidc/oidc.ClientContext", Role: NewContext, Context: Arg0, Client: Arg1},
		{Name: "github.com/coreos/go-oidc/oidc.InsecureIssuerURLContext", Role: NewContext, Context: Arg0},
		{Name: "github.com/coreos/go-oidc/oidc.NewProvider", Role: Send, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient"},
		// The client is that of its own context, not the one of NewProvider's.
		{Name: "(*github.com/coreos/go-oidc/oidc.Provider).UserInfo", Role: Send, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "github.com/coreos/go-oidc/oidc.NewRemoteKeySet", Role: Build, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "(*github.com/coreos/go-oidc/oidc.Provider).VerifierContext", Role: Build, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "github.com/coreos/go-oidc/oidc.NewVerifier", Role: Build, Client: Arg1},
		{Name: "(*github.com/coreos/go-oidc/oidc.IDTokenVerifier).Verify", Role: Send, Client: Recv, Context: Arg0},

		{Name: "github.com/coreos/go-oidc.ClientContext", Role: NewContext, Context: Arg0, Client: Arg1},
		{Name: "github.com/coreos/go-oidc.NewProvider", Role: Send, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "(*github.com/coreos/go-oidc.Provider).UserInfo", Role: Send, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient"},
	},
	Types: []Type{
		{Name: "github.com/coreos/go-oidc/oidc.RemoteKeySet", Kind: Client},
		{Name: "github.com/coreos/go-oidc/oidc.IDTokenVerifier", Kind: Client},
	},
}
