package catalog

// cryptoTLS describes crypto/tls: its dial functions do the handshake as well,
// which no operating system ends. The dialer's Timeout and Deadline cover both.
var cryptoTLS = Library{
	Path: "crypto/tls",
	Funcs: []Func{
		{Name: "crypto/tls.Dial", Role: Send, Bound: Unbounded},
		{Name: "crypto/tls.DialWithDialer", Role: Send, Client: Arg0},
		{Name: "(*crypto/tls.Dialer).Dial", Role: Send, Client: Recv},
		{Name: "(*crypto/tls.Dialer).DialContext", Role: Send, Client: Recv, Context: Arg0},
	},
	Types: []Type{
		{Name: "crypto/tls.Dialer", Kind: Dialer, Via: []string{"NetDialer"}, Zero: Unbounded},
	},
	Secrets: []Secret{
		{Name: "crypto/tls.X509KeyPair", Operand: Arg1, Use: Seals, What: "TLS private key"},
	},
}
