// Package wrapper hands a state on.
package wrapper

import "golang.org/x/oauth2"

type Client struct{ config *oauth2.Config }

func (c *Client) LoginURL(prompt, state string) string {
	return c.config.AuthCodeURL(state, oauth2.SetAuthURLParam("prompt", prompt))
}

func (c *Client) BoundURL(state, verifier string) string {
	return c.config.AuthCodeURL(state, oauth2.S256ChallengeOption(verifier))
}
