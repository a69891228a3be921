// Package lib is a wrapper like every project has one.
package lib

import (
	"context"
	"net/http"
	"time"
)

// Fetch leaves the deadline to its callers.
func Fetch(ctx context.Context, u string) error { // want Fetch:`sends\(client none, deadline operand 0\)`
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

// FetchIn sets a deadline itself.
func FetchIn(ctx context.Context, d time.Duration, u string) error {
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	return Fetch(ctx, u)
}

// Client sends with a client that its maker hands over.
type Client struct{ hc *http.Client }

// New makes a Client.
func New(hc *http.Client) *Client { // want New:`result 0.hc unknown or as operand 0`
	return &Client{hc: hc}
}

// Get gets.
func (c *Client) Get(u string) { _, _ = c.hc.Get(u) } // want Get:`sends\(client operand 0.hc, deadline none\)`

// Plain returns a client without a Timeout.
func Plain() *http.Client { // want Plain:`result 0 unbounded`
	return &http.Client{}
}

// Timed returns a client with a Timeout.
func Timed() *http.Client { // want Timed:`result 0 bounded`
	return &http.Client{Timeout: time.Second}
}

// Background returns a context without a deadline.
func Background() context.Context { // want Background:`result 0 unbounded`
	return context.WithValue(context.Background(), key{}, 1)
}

type key struct{}

// SetHTTPClient replaces the client.
func (c *Client) SetHTTPClient(hc *http.Client) { c.hc = hc }

// Configure may do anything with a client.
func Configure(c *http.Client) { c.Timeout = time.Second }

// Tune may do anything with a transport.
func Tune(t *http.Transport) { t.ResponseHeaderTimeout = time.Second }

// Provider has a client that its users may replace.
type Provider struct{ HTTPClient http.Client }

// Token leaves the deadline to its callers, and what the client does to whoever set it.
func (p *Provider) Token(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, "GET", "https://id.example.com/token", nil)
	if err != nil {
		return err
	}
	_, err = p.HTTPClient.Do(req)
	return err
}
