// Package webhook declares what tests need of github.com/stripe/stripe-go/v85/webhook.
package webhook

import "github.com/stripe/stripe-go/v85"

func ConstructEvent(payload []byte, header string, secret string) (stripe.Event, error) {
	return stripe.Event{}, nil
}

func ConstructEventIgnoringTolerance(payload []byte, header string, secret string) (stripe.Event, error) {
	return stripe.Event{}, nil
}

func ValidatePayload(payload []byte, header string, secret string) error { return nil }
