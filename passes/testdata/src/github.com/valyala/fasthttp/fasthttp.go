// Package fasthttp declares what tests need of github.com/valyala/fasthttp.
package fasthttp

import "time"

type Client struct {
	ReadTimeout  time.Duration
	WriteTimeout time.Duration
}

type Request struct{}

type Response struct{}

func AcquireRequest() *Request { return nil }

func AcquireResponse() *Response { return nil }

func Do(req *Request, resp *Response) error { return nil }

func Get(dst []byte, url string) (statusCode int, body []byte, err error) { return 0, nil, nil }

func (c *Client) Do(req *Request, resp *Response) error { return nil }

func (c *Client) DoTimeout(req *Request, resp *Response, timeout time.Duration) error { return nil }

func (c *Client) Get(dst []byte, url string) (statusCode int, body []byte, err error) {
	return 0, nil, nil
}
