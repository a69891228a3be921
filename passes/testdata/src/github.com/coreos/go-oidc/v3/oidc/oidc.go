// Package oidc declares what tests need of github.com/coreos/go-oidc/v3/oidc.
package oidc

import (
	"context"
	"net/http"
	"time"

	"golang.org/x/oauth2"
)

func ClientContext(ctx context.Context, client *http.Client) context.Context { return ctx }

func InsecureIssuerURLContext(ctx context.Context, issuerURL string) context.Context { return ctx }

type Provider struct{}

func NewProvider(ctx context.Context, issuer string) (*Provider, error) { return nil, nil }

type UserInfo struct {
	Subject string
}

func (p *Provider) UserInfo(ctx context.Context, tokenSource oauth2.TokenSource) (*UserInfo, error) {
	return nil, nil
}

type Config struct {
	ClientID                   string
	SkipClientIDCheck          bool
	SkipExpiryCheck            bool
	SkipIssuerCheck            bool
	InsecureSkipSignatureCheck bool
}

func (p *Provider) Verifier(config *Config) *IDTokenVerifier { return nil }

func (p *Provider) VerifierContext(ctx context.Context, config *Config) *IDTokenVerifier { return nil }

type KeySet interface {
	VerifySignature(ctx context.Context, jwt string) (payload []byte, err error)
}

type RemoteKeySet struct{}

func NewRemoteKeySet(ctx context.Context, jwksURL string) *RemoteKeySet { return nil }

func (r *RemoteKeySet) VerifySignature(ctx context.Context, jwt string) ([]byte, error) {
	return nil, nil
}

type IDToken struct {
	Issuer   string
	Audience []string
	Subject  string
	Expiry   time.Time
	Nonce    string
}

type IDTokenVerifier struct{}

func NewVerifier(issuerURL string, keySet KeySet, config *Config) *IDTokenVerifier { return nil }

func (v *IDTokenVerifier) Verify(ctx context.Context, rawIDToken string) (*IDToken, error) {
	return nil, nil
}
