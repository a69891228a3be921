// Package jose is a stub.
package jose

type SignatureAlgorithm string

const RS256 = SignatureAlgorithm("RS256")
