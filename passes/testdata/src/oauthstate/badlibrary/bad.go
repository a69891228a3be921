// Package badlibrary leaves the callback to its users.
package badlibrary

import "golang.org/x/oauth2"

var config = &oauth2.Config{ClientID: "client", ClientSecret: secret()}

func secret() string

func LoginURL() string {
	return config.AuthCodeURL("") // want `config\.AuthCodeURL sends no state`
}
