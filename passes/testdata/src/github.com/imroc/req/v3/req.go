// Package req declares what tests need of github.com/imroc/req/v3.
package req

import (
	"context"
	"time"
)

type Client struct{}

func C() *Client { return nil }

func NewClient() *Client { return nil }

func (c *Client) SetTimeout(d time.Duration) *Client { return c }

func (c *Client) R() *Request { return nil }

type Request struct{}

type Response struct{}

func R() *Request { return nil }

func (r *Request) SetContext(ctx context.Context) *Request { return r }

func (r *Request) Get(url string) (*Response, error) { return nil, nil }

func (r *Request) Post(url string) (*Response, error) { return nil, nil }
