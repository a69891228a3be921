// Package hardcodedsecret defines the rule that finds credentials which are
// written in the source.
//
// # Analyzer hardcodedsecret
//
// hardcodedsecret: a key, password or token is written in the source
//
// A constant is a secret if it flows to where a secret is taken: to the key that signs a token or seals a cookie, to an
// Authorization header, to a password or an API key of a library, through constants, variables, fields, options and functions, also
// as what is used when a setting is missing. What a name or the look of a text suggests doesn't count, except for the tokens of well-known
// providers, which are told by their form and, where they have one, their checksum, and for URLs with a password.
//
// # Bad
//
//	var key = []byte("my-little-secret")
//
//	func seal(message []byte) []byte {
//		mac := hmac.New(sha256.New, key)
//		mac.Write(message)
//		return mac.Sum(nil)
//	}
//
// # Good
//
//	var key = []byte(os.Getenv("SEAL_KEY"))
//
//	func seal(message []byte) []byte {
//		mac := hmac.New(sha256.New, key)
//		mac.Write(message)
//		return mac.Sum(nil)
//	}
//
// # Why
//
// Everybody who can read the repository, a copy of it, an image or the binary has the secret, and it can't be changed without
// a release. With a key that signs tokens or cookies they can be whoever they want, however the key was chosen:
// a default that is meant to be replaced is one that many installations have in common.
//
// # Fix safety
//
// The fix reads the secret from an environment variable in its place, so the program doesn't work until that is set. It is therefore offered
// with -fix-unsafe only. The secret stays in the history of the repository: it has to be changed as well.
//
// # Known limits
//
// A value that isn't a constant, such as one from a file that is embedded, is left alone, and so are placeholders ("changeme", "<token>") that
// would be shown to another service. A password for a database on the same machine is an advisory at most. The secret itself
// is never shown: a finding tells its length and at most a quarter of it, four characters or fewer.
//
// # Options
//
//   - -hardcodedsecret.credentials: arguments (example.com/m/vault.Open#1, from 0), fields and variables of your own, for all rules, that take a credential
//   - -hardcodedsecret.unsafe: offer the fix that reads an environment variable
//   - -hardcodedsecret.tests: report findings in tests, test helpers and examples too
package hardcodedsecret
