package catalog

// sendgridREST describes github.com/sendgrid/rest, whose DefaultClient holds an
// http.Client without a timeout.
var sendgridREST = Library{
	Path: "github.com/sendgrid/rest",
	Funcs: []Func{
		{Name: "github.com/sendgrid/rest.API", Role: Send, Bound: Unbounded, Fallback: "rest.DefaultClient"},
		{Name: "github.com/sendgrid/rest.Send", Role: Send, Bound: Unbounded, Fallback: "rest.DefaultClient"},
		{Name: "github.com/sendgrid/rest.SendWithContext", Role: Send, Context: Arg0, Bound: Unbounded, Fallback: "rest.DefaultClient"},
		{Name: "github.com/sendgrid/rest.MakeRequest", Role: Send, Request: Arg0, Bound: Unbounded, Fallback: "rest.DefaultClient"},
		{Name: "(*github.com/sendgrid/rest.Client).API", Role: Send, Client: Recv},
		{Name: "(*github.com/sendgrid/rest.Client).Send", Role: Send, Client: Recv},
		{Name: "(*github.com/sendgrid/rest.Client).SendWithContext", Role: Send, Client: Recv, Context: Arg0},
		{Name: "(*github.com/sendgrid/rest.Client).MakeRequest", Role: Send, Client: Recv, Request: Arg0},
		{Name: "github.com/sendgrid/rest.BuildRequestObject", Role: NewRequest, Bound: Unbounded},
	},
	Types: []Type{
		{Name: "github.com/sendgrid/rest.Client", Kind: Client, Via: []string{"HTTPClient"}, Zero: Unbounded},
	},
	Vars: []Var{
		{Name: "github.com/sendgrid/rest.DefaultClient", Kind: Client, Bound: Unbounded},
	},
}
