// Package okoob has the service show the code to the user.
package okoob

import (
	"golang.org/x/oauth2"
)

func URL(id, secret string) string {
	config := &oauth2.Config{ClientID: id, ClientSecret: secret, RedirectURL: "urn:ietf:wg:oauth:2.0:oob"}
	return config.AuthCodeURL("state")
}
