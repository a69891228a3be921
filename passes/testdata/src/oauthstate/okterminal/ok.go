// Package okterminal asks the user for the code.
package okterminal

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

	"golang.org/x/oauth2"
)

func URL(config *oauth2.Config) string { return config.AuthCodeURL("state") }

func login(ctx context.Context, config *oauth2.Config) (*oauth2.Token, error) {
	fmt.Println("Open", URL(config), "and enter the code:")
	code, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		return nil, err
	}
	return config.Exchange(ctx, strings.TrimSpace(code))
}
