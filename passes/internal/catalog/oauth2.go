package catalog

// oauth2 describes golang.org/x/oauth2, which fetches tokens with the client
// that the context carries under oauth2.HTTPClient, else with http.DefaultClient
// (internal/transport.go, ContextClient).
//
// A client that NewClient makes sends the user's requests; the context's deadline
// doesn't end those, only the fetches of tokens. Up to v0.27 it took over nothing
// but the context client's Transport, and lost its Timeout
// (golang/oauth2#368; the documentation still says so).
//
// DeviceAccessToken has no row: it polls while the user types in a code, and
// sets the code's expiry as its deadline.
var oauth2 = Library{
	Path:    "golang.org/x/oauth2",
	Refuses: true,
	Funcs: []Func{
		{Name: "golang.org/x/oauth2.NewClient", Role: Build, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient", DropsTimeout: true, DropsTimeoutBefore: "v0.28.0"},
		{Name: "(*golang.org/x/oauth2.Config).Client", Role: Build, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient", DropsTimeout: true, DropsTimeoutBefore: "v0.28.0"},
		{Name: "(*golang.org/x/oauth2.Config).Exchange", Role: Send, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "(*golang.org/x/oauth2.Config).PasswordCredentialsToken", Role: Send, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "(*golang.org/x/oauth2.Config).DeviceAuth", Role: Send, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "(*golang.org/x/oauth2.Transport).RoundTrip", Role: Send, Client: Recv, Request: Arg0},

		{Name: "(*golang.org/x/oauth2/clientcredentials.Config).Token", Role: Send, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "(*golang.org/x/oauth2/clientcredentials.Config).Client", Role: Build, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient", DropsTimeout: true, DropsTimeoutBefore: "v0.28.0"},
		{Name: "(*golang.org/x/oauth2/jwt.Config).Client", Role: Build, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient", DropsTimeout: true, DropsTimeoutBefore: "v0.28.0"},
		{Name: "(*golang.org/x/oauth2/jira.Config).Client", Role: Build, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient", DropsTimeout: true, DropsTimeoutBefore: "v0.28.0"},
		{Name: "golang.org/x/oauth2/google.DefaultClient", Role: Build, Context: Arg0, ContextClient: true, Bound: Unbounded, Fallback: "http.DefaultClient", DropsTimeout: true, DropsTimeoutBefore: "v0.28.0"},
		// It takes the context's client for tokens only, contrary to its documentation.
		{Name: "(*golang.org/x/oauth2/google.SDKConfig).Client", Role: Build, Bound: Unbounded, Fallback: "http.DefaultTransport"},
	},
	Types: []Type{
		{Name: "golang.org/x/oauth2.Transport", Kind: Transport, Via: []string{"Base"}, Zero: Unbounded},
	},
	Secrets: []Secret{
		{Name: "golang.org/x/oauth2.Config.ClientSecret", Use: Presents, What: "OAuth client secret"},
		{Name: "golang.org/x/oauth2.Token.AccessToken", Use: Presents, What: "access token"},
		{Name: "golang.org/x/oauth2.Token.RefreshToken", Use: Presents, What: "refresh token"},
		{Name: "(*golang.org/x/oauth2.Config).PasswordCredentialsToken", Operand: Arg2, Use: Presents, What: "password"},
		{Name: "golang.org/x/oauth2/clientcredentials.Config.ClientSecret", Use: Presents, What: "OAuth client secret"},
		{Name: "golang.org/x/oauth2/jwt.Config.PrivateKey", Use: Presents, What: "private key"},
		// The secret of an installed application is in such a text too.
		{Name: "golang.org/x/oauth2/google.ConfigFromJSON", Operand: Arg0, Use: Presents, What: "Google client secret"},
		{Name: "golang.org/x/oauth2/google.JWTConfigFromJSON", Operand: Arg0, Use: Presents, What: "Google service account key"},
		{Name: "golang.org/x/oauth2/google.JWTAccessTokenSourceFromJSON", Operand: Arg0, Use: Presents, What: "Google service account key"},
		{Name: "golang.org/x/oauth2/google.CredentialsFromJSON", Operand: Arg1, Use: Presents, What: "Google credentials"},
		{Name: "golang.org/x/oauth2/google.CredentialsFromJSONWithParams", Operand: Arg1, Use: Presents, What: "Google credentials"},
		{Name: "golang.org/x/oauth2/google.CredentialsFromJSONWithType", Operand: Arg1, Use: Presents, What: "Google credentials"},
		{Name: "golang.org/x/oauth2/google.CredentialsFromJSONWithTypeAndParams", Operand: Arg1, Use: Presents, What: "Google credentials"},
	},
}
