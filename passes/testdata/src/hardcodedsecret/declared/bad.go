// Package declared only declares what its user says is a credential.
package declared

// Passphrase is what another process uses.
var Passphrase = "correct horse" + " battery" // want `is the credential`
