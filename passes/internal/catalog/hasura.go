package catalog

// hasura describes github.com/hasura/go-graphql-client (v0.16.0), which began as a fork of
// github.com/shurcooL/graphql.
var hasura = Library{
	Path:    "github.com/hasura/go-graphql-client",
	Refuses: true,
	Funcs: []Func{
		{Name: "github.com/hasura/go-graphql-client.NewClient", Role: Build, Client: Arg1, Bound: Unbounded, Fallback: "http.DefaultClient"},
	},
	Types: []Type{
		{Name: "github.com/hasura/go-graphql-client.Client", Kind: Client, Fluent: true, ContextSends: true},
	},
}
