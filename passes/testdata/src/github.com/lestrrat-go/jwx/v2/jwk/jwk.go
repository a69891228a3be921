// Package jwk is a stub.
package jwk

import "context"

type Key interface{ Raw(any) error }

type Set interface{ LookupKeyID(string) (Key, bool) }

type FetchOption interface{ fetchOption() }

func Fetch(ctx context.Context, u string, options ...FetchOption) (Set, error) { return nil, nil }
