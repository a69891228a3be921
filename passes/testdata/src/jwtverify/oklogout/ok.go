// Package oklogout takes tokens that may have expired, to end a session (OpenID Connect RP-Initiated Logout).
package oklogout

import (
	"context"

	"github.com/coreos/go-oidc/v3/oidc"
)

func logoutHint(ctx context.Context, provider *oidc.Provider, raw string) (*oidc.IDToken, error) {
	return provider.Verifier(&oidc.Config{ClientID: "client", SkipExpiryCheck: true}).Verify(ctx, raw)
}
