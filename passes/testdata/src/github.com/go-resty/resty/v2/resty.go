// Package resty declares what tests need of github.com/go-resty/resty/v2.
package resty

import (
	"context"
	"net"
	"net/http"
	"time"
)

type Client struct {
	BaseURL string
}

func New() *Client { return nil }

func NewWithClient(hc *http.Client) *Client { return nil }

func NewWithLocalAddr(localAddr net.Addr) *Client { return nil }

func (c *Client) SetBaseURL(url string) *Client { return c }

func (c *Client) SetHeader(header, value string) *Client { return c }

func (c *Client) SetTimeout(timeout time.Duration) *Client { return c }

func (c *Client) SetTransport(transport http.RoundTripper) *Client { return c }

func (c *Client) GetClient() *http.Client { return nil }

func (c *Client) Clone() *Client { return c }

func (c *Client) R() *Request { return nil }

func (c *Client) NewRequest() *Request { return nil }

type Request struct {
	URL    string
	Method string
}

func (r *Request) Context() context.Context { return nil }

func (r *Request) SetContext(ctx context.Context) *Request { return r }

func (r *Request) SetHeader(header, value string) *Request { return r }

func (r *Request) SetBody(body interface{}) *Request { return r }

func (r *Request) SetResult(res interface{}) *Request { return r }

func (r *Request) SetDoNotParseResponse(parse bool) *Request { return r }

func (r *Request) SetOutput(file string) *Request { return r }

func (r *Request) Get(url string) (*Response, error) { return nil, nil }

func (r *Request) Head(url string) (*Response, error) { return nil, nil }

func (r *Request) Post(url string) (*Response, error) { return nil, nil }

func (r *Request) Put(url string) (*Response, error) { return nil, nil }

func (r *Request) Delete(url string) (*Response, error) { return nil, nil }

func (r *Request) Options(url string) (*Response, error) { return nil, nil }

func (r *Request) Patch(url string) (*Response, error) { return nil, nil }

func (r *Request) Send() (*Response, error) { return nil, nil }

func (r *Request) Execute(method, url string) (*Response, error) { return nil, nil }

type Response struct {
	Request     *Request
	RawResponse *http.Response
}

func (r *Response) Body() []byte { return nil }

func (r *Response) IsError() bool { return false }

func (r *Response) StatusCode() int { return 0 }

func (r *Response) String() string { return "" }

type RetryConditionFunc func(*Response, error) bool

func (c *Client) AddRetryCondition(condition RetryConditionFunc) *Client { return c }

type RetryAfterFunc func(*Client, *Response) (time.Duration, error)

func (c *Client) SetRetryAfter(callback RetryAfterFunc) *Client { return c }

func (c *Client) SetRetryCount(count int) *Client { return c }
