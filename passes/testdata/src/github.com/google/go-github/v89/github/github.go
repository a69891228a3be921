// Package github declares what tests need of github.com/google/go-github/v89/github.
package github

import (
	"context"
	"io"
	"net/http"
	"time"
)

type clientOptions struct{}

type ClientOptionsFunc func(*clientOptions) error

func WithHTTPClient(httpClient *http.Client) ClientOptionsFunc { return nil }

func WithTransport(transport http.RoundTripper) ClientOptionsFunc { return nil }

func WithTimeout(timeout time.Duration) ClientOptionsFunc { return nil }

func WithUserAgent(userAgent string) ClientOptionsFunc { return nil }

func WithAuthToken(token string) ClientOptionsFunc { return nil }

type Client struct {
	Issues *IssuesService
}

func NewClient(opts ...ClientOptionsFunc) (*Client, error) { return nil, nil }

func (c *Client) Clone(opts ...ClientOptionsFunc) (*Client, error) { return c, nil }

func (c *Client) Client() *http.Client { return nil }

type RequestOption func(req *http.Request)

func (c *Client) NewRequest(ctx context.Context, method, urlStr string, body any, opts ...RequestOption) (*http.Request, error) {
	return nil, nil
}

func (c *Client) NewFormRequest(ctx context.Context, urlStr string, body io.Reader, opts ...RequestOption) (*http.Request, error) {
	return nil, nil
}

func (c *Client) NewUploadRequest(ctx context.Context, urlStr string, reader io.Reader, size int64, mediaType string, opts ...RequestOption) (*http.Request, error) {
	return nil, nil
}

func (c *Client) Do(req *http.Request, v any) (*Response, error) { return nil, nil }

func (c *Client) BareDo(req *http.Request) (*Response, error) { return nil, nil }

type Response struct {
	*http.Response
}

type IssuesService struct{}

type Issue struct{}

func (s *IssuesService) Get(ctx context.Context, owner, repo string, number int) (*Issue, *Response, error) {
	return nil, nil, nil
}
