// Package oauth2 declares what tests need of golang.org/x/oauth2.
package oauth2

import (
	"context"
	"net/http"
	"time"
)

type contextKey struct{}

var HTTPClient contextKey

var NoContext = context.TODO()

type Token struct {
	AccessToken  string
	RefreshToken string
	Expiry       time.Time
}

func (t *Token) Extra(key string) any { return nil }

type TokenSource interface {
	Token() (*Token, error)
}

func StaticTokenSource(t *Token) TokenSource { return nil }

func ReuseTokenSource(t *Token, src TokenSource) TokenSource { return nil }

type Endpoint struct {
	AuthURL  string
	TokenURL string
}

type AuthCodeOption interface {
	setValue()
}

var (
	AccessTypeOnline  AuthCodeOption
	AccessTypeOffline AuthCodeOption
	ApprovalForce     AuthCodeOption
)

func SetAuthURLParam(key, value string) AuthCodeOption { return nil }

func GenerateVerifier() string { return "" }

func S256ChallengeOption(verifier string) AuthCodeOption { return nil }

func VerifierOption(verifier string) AuthCodeOption { return nil }

type DeviceAuthResponse struct {
	DeviceCode string
}

type Config struct {
	ClientID     string
	ClientSecret string
	Endpoint     Endpoint
	RedirectURL  string
	Scopes       []string
}

func (c *Config) Client(ctx context.Context, t *Token) *http.Client { return nil }

func (c *Config) TokenSource(ctx context.Context, t *Token) TokenSource { return nil }

func (c *Config) AuthCodeURL(state string, opts ...AuthCodeOption) string { return "" }

func (c *Config) Exchange(ctx context.Context, code string, opts ...AuthCodeOption) (*Token, error) {
	return nil, nil
}

func (c *Config) PasswordCredentialsToken(ctx context.Context, username, password string) (*Token, error) {
	return nil, nil
}

func (c *Config) DeviceAuth(ctx context.Context, opts ...AuthCodeOption) (*DeviceAuthResponse, error) {
	return nil, nil
}

func (c *Config) DeviceAccessToken(ctx context.Context, da *DeviceAuthResponse, opts ...AuthCodeOption) (*Token, error) {
	return nil, nil
}

func NewClient(ctx context.Context, src TokenSource) *http.Client { return nil }

type Transport struct {
	Source TokenSource
	Base   http.RoundTripper
}

func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) { return nil, nil }
