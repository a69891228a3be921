package catalog

// githubApp describes github.com/palantir/go-githubapp (v0.30.0). The clients of
// a creator have no timeout unless WithClientTimeout is given
// (client_creator.go, newHTTPClient).
var githubApp = Library{
	Path: "github.com/palantir/go-githubapp",
	Funcs: []Func{
		{Name: "github.com/palantir/go-githubapp/githubapp.NewClientCreator", Role: Build, Options: Arg4, Bound: Unbounded},
		{Name: "github.com/palantir/go-githubapp/githubapp.NewDefaultCachingClientCreator", Role: Build, Options: Arg1, Bound: Unbounded},
		{Name: "github.com/palantir/go-githubapp/githubapp.NewCachingClientCreator", Role: Build, Client: Arg0},
		{Name: "github.com/palantir/go-githubapp/githubapp.WithClientTimeout", Role: Option, Timeout: Arg0},
		{Name: "github.com/palantir/go-githubapp/githubapp.WithTransport", Role: Option, Client: Arg0},
		{Name: "(github.com/palantir/go-githubapp/githubapp.ClientCreator).NewAppClient", Role: Build, Client: Recv},
		{Name: "(github.com/palantir/go-githubapp/githubapp.ClientCreator).NewAppV4Client", Role: Build, Client: Recv},
		{Name: "(github.com/palantir/go-githubapp/githubapp.ClientCreator).NewInstallationClient", Role: Build, Client: Recv},
		{Name: "(github.com/palantir/go-githubapp/githubapp.ClientCreator).NewInstallationV4Client", Role: Build, Client: Recv},
		{Name: "(github.com/palantir/go-githubapp/githubapp.ClientCreator).NewTokenClient", Role: Build, Client: Recv},
		{Name: "(github.com/palantir/go-githubapp/githubapp.ClientCreator).NewTokenV4Client", Role: Build, Client: Recv},
		{Name: "(github.com/palantir/go-githubapp/githubapp.ClientCreator).NewTokenSourceClient", Role: Build, Client: Recv},
		{Name: "(github.com/palantir/go-githubapp/githubapp.ClientCreator).NewTokenSourceV4Client", Role: Build, Client: Recv},
	},
	Types: []Type{
		{Name: "github.com/palantir/go-githubapp/githubapp.ClientCreator", Kind: Client},
	},
}
