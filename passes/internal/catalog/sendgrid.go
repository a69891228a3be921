package catalog

// sendgrid describes github.com/sendgrid/sendgrid-go. All of it sends with the
// package's DefaultClient, which is that of github.com/sendgrid/rest; the mail
// client of NewSendClient holds only the API key.
var sendgrid = Library{
	Path: "github.com/sendgrid/sendgrid-go",
	Funcs: []Func{
		{Name: "github.com/sendgrid/sendgrid-go.API", Role: Send, Bound: Unbounded, Fallback: "sendgrid.DefaultClient"},
		{Name: "github.com/sendgrid/sendgrid-go.MakeRequest", Role: Send, Bound: Unbounded, Fallback: "sendgrid.DefaultClient"},
		{Name: "github.com/sendgrid/sendgrid-go.MakeRequestWithContext", Role: Send, Context: Arg0, Bound: Unbounded, Fallback: "sendgrid.DefaultClient"},
		{Name: "github.com/sendgrid/sendgrid-go.MakeRequestRetry", Role: Send, Bound: Unbounded, Fallback: "sendgrid.DefaultClient"},
		{Name: "github.com/sendgrid/sendgrid-go.MakeRequestRetryWithContext", Role: Send, Context: Arg0, Bound: Unbounded, Fallback: "sendgrid.DefaultClient"},
		{Name: "(*github.com/sendgrid/sendgrid-go.Client).Send", Role: Send, Bound: Unbounded, Fallback: "sendgrid.DefaultClient"},
		{Name: "(*github.com/sendgrid/sendgrid-go.Client).SendWithContext", Role: Send, Context: Arg0, Bound: Unbounded, Fallback: "sendgrid.DefaultClient"},
	},
	Vars: []Var{
		{Name: "github.com/sendgrid/sendgrid-go.DefaultClient", Kind: Client, Bound: Unbounded},
	},
	Secrets: []Secret{
		{Name: "github.com/sendgrid/sendgrid-go.NewSendClient", Operand: Arg0, Use: Presents, What: "SendGrid API key"},
		{Name: "github.com/sendgrid/sendgrid-go.GetRequest", Operand: Arg0, Use: Presents, What: "SendGrid API key"},
		{Name: "github.com/sendgrid/sendgrid-go.GetRequestSubuser", Operand: Arg0, Use: Presents, What: "SendGrid API key"},
		{Name: "github.com/sendgrid/sendgrid-go.NewTwilioEmailSendClient", Operand: Arg1, Use: Presents, What: "Twilio password"},
	},
}
