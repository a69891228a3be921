// Package sendgrid declares what tests need of github.com/sendgrid/sendgrid-go.
package sendgrid

import (
	"context"

	"github.com/sendgrid/rest"
	"github.com/sendgrid/sendgrid-go/helpers/mail"
)

var DefaultClient = rest.DefaultClient

type Client struct {
	rest.Request
}

func NewSendClient(key string) *Client { return nil }

func (cl *Client) Send(email *mail.SGMailV3) (*rest.Response, error) { return nil, nil }

func (cl *Client) SendWithContext(ctx context.Context, email *mail.SGMailV3) (*rest.Response, error) {
	return nil, nil
}

func GetRequest(key, endpoint, host string) rest.Request { return rest.Request{} }

func API(request rest.Request) (*rest.Response, error) { return nil, nil }

func MakeRequest(request rest.Request) (*rest.Response, error) { return nil, nil }

func MakeRequestWithContext(ctx context.Context, request rest.Request) (*rest.Response, error) {
	return nil, nil
}

func MakeRequestRetry(request rest.Request) (*rest.Response, error) { return nil, nil }

func MakeRequestRetryWithContext(ctx context.Context, request rest.Request) (*rest.Response, error) {
	return nil, nil
}
