package catalog

// githubV4 describes github.com/shurcooL/githubv4, a thin layer on
// github.com/shurcooL/graphql.
var githubV4 = Library{
	Path:    "github.com/shurcooL/githubv4",
	Refuses: true,
	Funcs: []Func{
		{Name: "github.com/shurcooL/githubv4.NewClient", Role: Build, Client: Arg0, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "github.com/shurcooL/githubv4.NewEnterpriseClient", Role: Build, Client: Arg1, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "(*github.com/shurcooL/githubv4.Client).Query", Role: Send, Client: Recv, Context: Arg0},
		{Name: "(*github.com/shurcooL/githubv4.Client).Mutate", Role: Send, Client: Recv, Context: Arg0},
	},
	Types: []Type{
		{Name: "github.com/shurcooL/githubv4.Client", Kind: Client},
	},
}
