// Package twilio declares what tests need of github.com/twilio/twilio-go.
package twilio

import "time"

type ClientParams struct {
	Username string
	Password string
}

type RestClient struct{}

func NewRestClient() *RestClient { return nil }

func NewRestClientWithParams(params ClientParams) *RestClient { return nil }

func (c *RestClient) SetTimeout(timeout time.Duration) {}
