package catalog

// smtp describes net/smtp. It sets no deadline anywhere: a server that accepts
// the connection and says nothing blocks Dial on the greeting, and SendMail on
// each further step. The package is frozen, so this stays (golang/go#16436).
//
// NewClient and the methods of Client have no rows: there the deadline may sit
// on the connection.
var smtp = Library{
	Path: "net/smtp",
	Funcs: []Func{
		{Name: "net/smtp.Dial", Role: Send, Bound: Unbounded},
		{Name: "net/smtp.SendMail", Role: Send, Bound: Unbounded},
	},
	Secrets: []Secret{
		{Name: "net/smtp.PlainAuth", Operand: Arg2, Use: Presents, What: "mail password"},
		{Name: "net/smtp.CRAMMD5Auth", Operand: Arg1, Use: Presents, What: "mail password"},
	},
}
