// Package jwk is a stub.
package jwk

type Key interface{ Raw(any) error }

type Set interface{ LookupKeyID(string) (Key, bool) }
