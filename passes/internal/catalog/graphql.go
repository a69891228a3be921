package catalog

var graphQL = Library{
	Path:    "github.com/shurcooL/graphql",
	Refuses: true,
	Funcs: []Func{
		{Name: "github.com/shurcooL/graphql.NewClient", Role: Build, Client: Arg1, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "(*github.com/shurcooL/graphql.Client).Query", Role: Send, Client: Recv, Context: Arg0},
		{Name: "(*github.com/shurcooL/graphql.Client).Mutate", Role: Send, Client: Recv, Context: Arg0},
	},
	Types: []Type{
		{Name: "github.com/shurcooL/graphql.Client", Kind: Client},
	},
}
