// Package stripe declares what tests need of github.com/stripe/stripe-go/v85.
package stripe

import "net/http"

var Key string

type Backends struct{}

func NewBackends(httpClient *http.Client) *Backends { return nil }

func SetHTTPClient(client *http.Client) {}

type Event struct {
	ID string
}

type WebhookOption func()

func ConstructEvent(payload []byte, header string, secret string, opts ...WebhookOption) (Event, error) {
	return Event{}, nil
}
