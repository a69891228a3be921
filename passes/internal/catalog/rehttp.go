package catalog

// rehttp describes github.com/PuerkitoBio/rehttp. A transport that is made of nil sends through
// http.DefaultTransport (rehttp.go, NewTransport), and takes the client's Timeout for all its attempts together.
var rehttp = Library{
	Path: "github.com/PuerkitoBio/rehttp",
	Funcs: []Func{
		{Name: "github.com/PuerkitoBio/rehttp.NewTransport", Role: Build, Client: Arg0, Bound: Unbounded, Fallback: "http.DefaultTransport"},
	},
	Types: []Type{
		{Name: "github.com/PuerkitoBio/rehttp.Transport", Kind: Transport, Via: []string{"RoundTripper"}, Zero: Unbounded},
	},
}
