// Package rest declares what tests need of github.com/sendgrid/rest.
package rest

import (
	"context"
	"net/http"
)

type Method string

type Request struct {
	Method  Method
	BaseURL string
	Headers map[string]string
	Body    []byte
}

type Response struct {
	StatusCode int
	Body       string
}

type Client struct {
	HTTPClient *http.Client
}

var DefaultClient = &Client{HTTPClient: &http.Client{}}

func API(request Request) (*Response, error) { return nil, nil }

func Send(request Request) (*Response, error) { return nil, nil }

func SendWithContext(ctx context.Context, request Request) (*Response, error) { return nil, nil }

func MakeRequest(req *http.Request) (*http.Response, error) { return nil, nil }

func BuildRequestObject(request Request) (*http.Request, error) { return nil, nil }

func (c *Client) API(request Request) (*Response, error) { return nil, nil }

func (c *Client) Send(request Request) (*Response, error) { return nil, nil }

func (c *Client) SendWithContext(ctx context.Context, request Request) (*Response, error) {
	return nil, nil
}

func (c *Client) MakeRequest(req *http.Request) (*http.Response, error) { return nil, nil }
