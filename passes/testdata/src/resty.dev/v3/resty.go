// Package resty declares what tests need of resty.dev/v3.
package resty

import (
	"context"
	"net"
	"net/http"
	"time"
)

type TransportSettings struct {
	DialerTimeout         time.Duration
	ResponseHeaderTimeout time.Duration
}

type Client struct{}

func New() *Client { return nil }

func NewWithClient(hc *http.Client) *Client { return nil }

func NewWithDialer(dialer *net.Dialer) *Client { return nil }

func NewWithLocalAddr(localAddr net.Addr) *Client { return nil }

func NewWithTransportSettings(transportSettings *TransportSettings) *Client { return nil }

func NewWithDialerAndTransportSettings(dialer *net.Dialer, transportSettings *TransportSettings) *Client {
	return nil
}

func (c *Client) SetBaseURL(url string) *Client { return c }

func (c *Client) SetHeader(header, value string) *Client { return c }

func (c *Client) SetContext(ctx context.Context) *Client { return c }

func (c *Client) SetRetryCount(count int) *Client { return c }

func (c *Client) SetTimeout(timeout time.Duration) *Client { return c }

func (c *Client) SetTransport(transport http.RoundTripper) *Client { return c }

func (c *Client) Client() *http.Client { return nil }

func (c *Client) Clone(ctx context.Context) *Client { return c }

func (c *Client) Close() error { return nil }

func (c *Client) R() *Request { return nil }

func (c *Client) NewRequest() *Request { return nil }

type Request struct {
	URL     string
	Method  string
	Body    any
	Timeout time.Duration
}

func (r *Request) Context() context.Context { return nil }

func (r *Request) SetContext(ctx context.Context) *Request { return r }

func (r *Request) WithContext(ctx context.Context) *Request { return r }

func (r *Request) Clone(ctx context.Context) *Request { return r }

func (r *Request) SetTimeout(timeout time.Duration) *Request { return r }

func (r *Request) SetHeader(header, value string) *Request { return r }

func (r *Request) SetBody(body any) *Request { return r }

func (r *Request) SetResult(v any) *Request { return r }

func (r *Request) Get(url string) (*Response, error) { return nil, nil }

func (r *Request) Head(url string) (*Response, error) { return nil, nil }

func (r *Request) Post(url string) (*Response, error) { return nil, nil }

func (r *Request) Put(url string) (*Response, error) { return nil, nil }

func (r *Request) Patch(url string) (*Response, error) { return nil, nil }

func (r *Request) Delete(url string) (*Response, error) { return nil, nil }

func (r *Request) Options(url string) (*Response, error) { return nil, nil }

func (r *Request) Trace(url string) (*Response, error) { return nil, nil }

func (r *Request) Query(url string) (*Response, error) { return nil, nil }

func (r *Request) Send() (*Response, error) { return nil, nil }

func (r *Request) Execute(method, url string) (res *Response, err error) { return nil, nil }

type Response struct {
	Request     *Request
	RawResponse *http.Response
}

func (r *Response) StatusCode() int { return 0 }

func (r *Response) String() string { return "" }
