// Package paypal declares what tests need of github.com/plutov/paypal/v4.
package paypal

import (
	"context"
	"net/http"
)

type Client struct{}

type VerifyWebhookResponse struct {
	VerificationStatus string
}

func (c *Client) VerifyWebhookSignature(ctx context.Context, httpReq *http.Request, webhookID string) (*VerifyWebhookResponse, error) {
	return nil, nil
}
