// Package badpublic has clients without a secret.
package badpublic

import (
	"context"
	"os"

	"golang.org/x/oauth2"
)

type flow struct{ state func() string }

func (f *flow) login(ctx context.Context, wait func(url, state string) string) (*oauth2.Token, error) {
	config := &oauth2.Config{
		ClientID:    os.Getenv("CLIENT_ID"),
		RedirectURL: "http://127.0.0.1:8080",
	}
	state := f.state()
	code := wait(config.AuthCodeURL(state), state) // want `config\.AuthCodeURL asks for a code that whoever intercepts it can redeem`
	return config.Exchange(ctx, code)
}

func (f *flow) confidential(ctx context.Context, wait func(url, state string) string) (*oauth2.Token, error) {
	config := &oauth2.Config{ClientID: os.Getenv("CLIENT_ID")}
	config.ClientSecret = os.Getenv("CLIENT_SECRET")
	state := f.state()
	return config.Exchange(ctx, wait(config.AuthCodeURL(state), state))
}

func (f *flow) given(ctx context.Context, config *oauth2.Config, wait func(url, state string) string) (*oauth2.Token, error) {
	state := f.state()
	return config.Exchange(ctx, wait(config.AuthCodeURL(state), state))
}

func (f *flow) configured(ctx context.Context, fill func(*oauth2.Config), wait func(url, state string) string) (*oauth2.Token, error) {
	config := &oauth2.Config{ClientID: os.Getenv("CLIENT_ID")}
	fill(config)
	state := f.state()
	return config.Exchange(ctx, wait(config.AuthCodeURL(state), state))
}
