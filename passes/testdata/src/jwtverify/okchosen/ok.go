// Package okchosen has a verifier that checks, and one that doesn't.
package okchosen

import (
	"context"

	"github.com/coreos/go-oidc/v3/oidc"
)

func verify(ctx context.Context, provider *oidc.Provider, raw string) (*oidc.IDToken, error) {
	return provider.Verifier(&oidc.Config{ClientID: "client"}).Verify(ctx, raw)
}

// read is for tokens that verify has seen.
func read(ctx context.Context, provider *oidc.Provider, raw string) (*oidc.IDToken, error) {
	return provider.Verifier(&oidc.Config{SkipClientIDCheck: true, SkipExpiryCheck: true}).Verify(ctx, raw)
}
