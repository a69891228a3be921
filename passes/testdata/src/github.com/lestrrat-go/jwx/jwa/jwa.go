// Package jwa is a stub.
package jwa

type SignatureAlgorithm string

const RS256 SignatureAlgorithm = "RS256"
