// Package okscan asks the user for the code.
package okscan

import (
	"context"
	"fmt"

	"golang.org/x/oauth2"
)

func URL(config *oauth2.Config) string { return config.AuthCodeURL("state") }

func login(ctx context.Context, config *oauth2.Config) (*oauth2.Token, error) {
	var code string
	if _, err := fmt.Scan(&code); err != nil {
		return nil, err
	}
	return config.Exchange(ctx, code)
}
