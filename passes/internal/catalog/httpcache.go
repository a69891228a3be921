package catalog

// httpCache describes github.com/gregjones/httpcache, whose transport passes on
// what it has not cached.
var httpCache = Library{
	Path: "github.com/gregjones/httpcache",
	Funcs: []Func{
		{Name: "github.com/gregjones/httpcache.NewTransport", Role: Build, Bound: Unbounded},
		{Name: "github.com/gregjones/httpcache.NewMemoryCacheTransport", Role: Build, Bound: Unbounded},
		{Name: "(*github.com/gregjones/httpcache.Transport).Client", Role: Build, Client: Recv},
	},
	Types: []Type{
		{Name: "github.com/gregjones/httpcache.Transport", Kind: Transport, Via: []string{"Transport"}, Zero: Unbounded},
	},
}
