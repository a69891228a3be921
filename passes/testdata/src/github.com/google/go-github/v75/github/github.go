// Package github declares what tests need of github.com/google/go-github/v75/github.
package github

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

type Client struct {
	BaseURL      *url.URL
	Issues       *IssuesService
	Repositories *RepositoriesService
}

func NewClient(httpClient *http.Client) *Client { return nil }

func NewClientWithEnvProxy() *Client { return nil }

func NewEnterpriseClient(baseURL, uploadURL string, httpClient *http.Client) (*Client, error) {
	return nil, nil
}

func NewTokenClient(_ context.Context, token string) *Client { return nil }

func (c *Client) Client() *http.Client { return nil }

func (c *Client) WithAuthToken(token string) *Client { return c }

func (c *Client) WithEnterpriseURLs(baseURL, uploadURL string) (*Client, error) { return c, nil }

type RequestOption func(req *http.Request)

func (c *Client) NewRequest(method, urlStr string, body any, opts ...RequestOption) (*http.Request, error) {
	return nil, nil
}

func (c *Client) NewFormRequest(urlStr string, body io.Reader, opts ...RequestOption) (*http.Request, error) {
	return nil, nil
}

func (c *Client) NewUploadRequest(urlStr string, reader io.Reader, size int64, mediaType string, opts ...RequestOption) (*http.Request, error) {
	return nil, nil
}

func (c *Client) Do(ctx context.Context, req *http.Request, v any) (*Response, error) {
	return nil, nil
}

func (c *Client) BareDo(ctx context.Context, req *http.Request) (*Response, error) {
	return nil, nil
}

func (c *Client) ListEmojis(ctx context.Context) (map[string]string, *Response, error) {
	return nil, nil, nil
}

type Response struct {
	*http.Response
}

type IssuesService struct{}

type Issue struct {
	Number *int
}

func (s *IssuesService) Get(ctx context.Context, owner, repo string, number int) (*Issue, *Response, error) {
	return nil, nil, nil
}

type RepositoriesService struct{}

type Repository struct {
	Name *string
}

func (s *RepositoriesService) Get(ctx context.Context, owner, repo string) (*Repository, *Response, error) {
	return nil, nil, nil
}

type BasicAuthTransport struct {
	Username  string
	Password  string
	Transport http.RoundTripper
}

func (t *BasicAuthTransport) Client() *http.Client { return nil }

func (t *BasicAuthTransport) RoundTrip(req *http.Request) (*http.Response, error) { return nil, nil }

type UnauthenticatedRateLimitedTransport struct {
	ClientID     string
	ClientSecret string
	Transport    http.RoundTripper
}

func (t *UnauthenticatedRateLimitedTransport) Client() *http.Client { return nil }

type PushEvent struct {
	Ref *string
}

func ParseWebHook(messageType string, payload []byte) (any, error) { return nil, nil }

func WebHookType(r *http.Request) string { return "" }

func ValidatePayload(r *http.Request, secretToken []byte) (payload []byte, err error) {
	return nil, nil
}
