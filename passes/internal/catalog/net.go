package catalog

// dial describes net, and net/url.
//
// The dial functions have no rows: without a timeout the operating system ends a
// TCP connect after some minutes, and UDP and unix sockets don't wait. A Dialer
// matters to those who wait for an answer through it.
var dial = Library{
	Path: "net",
	Types: []Type{
		{Name: "net.Dialer", Kind: Dialer, Bounds: []string{"Timeout", "Deadline"}, Zero: Unbounded},
	},
	Secrets: []Secret{
		{Name: "net/url.UserPassword", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(net/url.Values).Set", Key: Arg0, Operand: Arg1, Use: Presents, What: "secret parameter"},
		{Name: "(net/url.Values).Add", Key: Arg0, Operand: Arg1, Use: Presents, What: "secret parameter"},
	},
}
