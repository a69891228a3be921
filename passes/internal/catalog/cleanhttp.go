package catalog

// cleanhttp describes github.com/hashicorp/go-cleanhttp. It is clean of shared
// state, not of hangs: dial 30 s and TLS handshake 10 s, but no limit on the
// wait for the answer.
var cleanhttp = Library{
	Path: "github.com/hashicorp/go-cleanhttp",
	Funcs: []Func{
		{Name: "github.com/hashicorp/go-cleanhttp.DefaultClient", Role: Build, Bound: Unbounded},
		{Name: "github.com/hashicorp/go-cleanhttp.DefaultPooledClient", Role: Build, Bound: Unbounded},
		{Name: "github.com/hashicorp/go-cleanhttp.DefaultTransport", Role: Build, Bound: Unbounded},
		{Name: "github.com/hashicorp/go-cleanhttp.DefaultPooledTransport", Role: Build, Bound: Unbounded},
	},
}
