package catalog

// ghInstallation describes github.com/bradleyfalzon/ghinstallation, whose
// transports sign requests and pass them on to the one that they wrap.
var ghInstallation = Library{
	Path: "github.com/bradleyfalzon/ghinstallation",
	Funcs: []Func{
		{Name: "github.com/bradleyfalzon/ghinstallation.New", Role: Build, Client: Arg0},
		{Name: "github.com/bradleyfalzon/ghinstallation.NewKeyFromFile", Role: Build, Client: Arg0},
		{Name: "github.com/bradleyfalzon/ghinstallation.NewFromAppsTransport", Role: Build, Client: Arg0},
		{Name: "github.com/bradleyfalzon/ghinstallation.NewAppsTransport", Role: Build, Client: Arg0},
		{Name: "github.com/bradleyfalzon/ghinstallation.NewAppsTransportKeyFromFile", Role: Build, Client: Arg0},
		{Name: "github.com/bradleyfalzon/ghinstallation.NewAppsTransportFromPrivateKey", Role: Build, Client: Arg0},
		{Name: "github.com/bradleyfalzon/ghinstallation.NewAppsTransportWithOptions", Role: Build, Client: Arg0},
	},
	Types: []Type{
		{Name: "github.com/bradleyfalzon/ghinstallation.Transport", Kind: Transport},
		{Name: "github.com/bradleyfalzon/ghinstallation.AppsTransport", Kind: Transport},
	},
	Secrets: []Secret{
		{Name: "github.com/bradleyfalzon/ghinstallation.New", Operand: Arg3, Use: Presents, What: "GitHub app key"},
		{Name: "github.com/bradleyfalzon/ghinstallation.NewAppsTransport", Operand: Arg2, Use: Presents, What: "GitHub app key"},
	},
}
