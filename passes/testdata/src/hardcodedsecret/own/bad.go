// Package own has places for credentials that only its user knows.
package own

// A Vault is opened by a token.
type Vault interface {
	Open(address, token string) error
}

// Config is read by another process.
type Config struct{ Name, Pin string }

// Passphrase is what another process uses.
var Passphrase string

// Initial is one, too.
var Initial = "staple" + " battery horse" // want `is the credential`

func open(v Vault) error {
	Passphrase = "correct horse" + " battery"                     // want `Passphrase is the credential that the assignment in line 19 gets`
	_ = Config{Name: "front door of house", Pin: "8463" + "9135"} // want `this constant is the credential that`
	return v.Open("vault.example.com:8200", "hunter"+"2hunter2")  // want `this constant is the credential that v.Open`
}
