package catalog

// dial describes net.
//
// The dial functions have no rows: without a timeout the operating system ends a
// TCP connect after some minutes, and UDP and unix sockets don't wait. A Dialer
// matters to those who wait for an answer through it.
var dial = Library{
	Path: "net",
	Types: []Type{
		{Name: "net.Dialer", Kind: Dialer, Bounds: []string{"Timeout", "Deadline"}, Zero: Unbounded},
	},
}
