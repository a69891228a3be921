// Package slack declares what tests need of github.com/slack-go/slack.
package slack

import (
	"context"
	"net/http"
	"time"
)

type httpClient interface {
	Do(*http.Request) (*http.Response, error)
}

type Client struct{}

type Option func(*Client)

func New(token string, options ...Option) *Client { return nil }

func OptionHTTPClient(client httpClient) func(*Client) { return nil }

func OptionDebug(b bool) func(*Client) { return nil }

type MsgOption func(*sendConfig) error

type sendConfig struct{}

func MsgOptionText(text string, escape bool) MsgOption { return nil }

func (api *Client) PostMessage(channelID string, options ...MsgOption) (string, string, error) {
	return "", "", nil
}

func (api *Client) PostMessageContext(ctx context.Context, channelID string, options ...MsgOption) (string, string, error) {
	return "", "", nil
}

type WebhookMessage struct {
	Text string
}

func PostWebhook(url string, msg *WebhookMessage) error { return nil }

func PostWebhookContext(ctx context.Context, url string, msg *WebhookMessage) error { return nil }

func PostWebhookCustomHTTP(url string, httpClient *http.Client, msg *WebhookMessage) error {
	return nil
}

func PostWebhookCustomHTTPContext(ctx context.Context, url string, httpClient *http.Client, msg *WebhookMessage) error {
	return nil
}

type OAuthOption func(*oAuthConfig)

type oAuthConfig struct{}

type (
	OAuthResponse         struct{ AccessToken string }
	OAuthResponseBot      struct{ BotUserID string }
	OAuthV2Response       struct{ AccessToken string }
	OpenIDConnectResponse struct{ AccessToken string }
)

func GetOAuthToken(client httpClient, clientID, clientSecret, code, redirectURI string, opts ...OAuthOption) (accessToken string, scope string, err error) {
	return "", "", nil
}

func GetOAuthTokenContext(ctx context.Context, client httpClient, clientID, clientSecret, code, redirectURI string, opts ...OAuthOption) (accessToken string, scope string, err error) {
	return "", "", nil
}

func GetBotOAuthToken(client httpClient, clientID, clientSecret, code, redirectURI string, opts ...OAuthOption) (accessToken string, scope string, bot OAuthResponseBot, err error) {
	return "", "", OAuthResponseBot{}, nil
}

func GetBotOAuthTokenContext(ctx context.Context, client httpClient, clientID, clientSecret, code, redirectURI string, opts ...OAuthOption) (accessToken string, scope string, bot OAuthResponseBot, err error) {
	return "", "", OAuthResponseBot{}, nil
}

func GetOAuthResponse(client httpClient, clientID, clientSecret, code, redirectURI string, opts ...OAuthOption) (resp *OAuthResponse, err error) {
	return nil, nil
}

func GetOAuthResponseContext(ctx context.Context, client httpClient, clientID, clientSecret, code, redirectURI string, opts ...OAuthOption) (resp *OAuthResponse, err error) {
	return nil, nil
}

func GetOAuthV2Response(client httpClient, clientID, clientSecret, code, redirectURI string, opts ...OAuthOption) (resp *OAuthV2Response, err error) {
	return nil, nil
}

func GetOAuthV2ResponseContext(ctx context.Context, client httpClient, clientID, clientSecret, code, redirectURI string, opts ...OAuthOption) (resp *OAuthV2Response, err error) {
	return nil, nil
}

func RefreshOAuthV2Token(client httpClient, clientID, clientSecret, refreshToken string, opts ...OAuthOption) (resp *OAuthV2Response, err error) {
	return nil, nil
}

func RefreshOAuthV2TokenContext(ctx context.Context, client httpClient, clientID, clientSecret, refreshToken string, opts ...OAuthOption) (resp *OAuthV2Response, err error) {
	return nil, nil
}

func GetOpenIDConnectToken(client httpClient, clientID, clientSecret, code, redirectURI string, opts ...OAuthOption) (resp *OpenIDConnectResponse, err error) {
	return nil, nil
}

func GetOpenIDConnectTokenContext(ctx context.Context, client httpClient, clientID, clientSecret, code, redirectURI string, opts ...OAuthOption) (resp *OpenIDConnectResponse, err error) {
	return nil, nil
}

type RateLimitedError struct {
	RetryAfter time.Duration
}

func (e *RateLimitedError) Error() string { return "slack rate limit exceeded" }

type SecretsVerifier struct{}

func NewSecretsVerifier(header http.Header, secret string) (sv SecretsVerifier, err error) {
	return sv, nil
}

func (v *SecretsVerifier) Write(body []byte) (n int, err error) { return 0, nil }

func (v SecretsVerifier) Ensure() error { return nil }

type SlashCommand struct {
	Token string `json:"token"`
	Text  string `json:"text"`
}

func SlashCommandParse(r *http.Request) (s SlashCommand, err error) { return s, nil }

func (s SlashCommand) ValidateToken(verificationTokens ...string) bool { return false }
