// Package okprinted prints the URL and has no callback.
package okprinted

import (
	"context"
	"fmt"

	"golang.org/x/oauth2"
)

func login(ctx context.Context, config *oauth2.Config, read func() string) (*oauth2.Token, error) {
	fmt.Println("Open", config.AuthCodeURL("state"))
	return config.Exchange(ctx, read())
}
