// Package githubapp declares what tests need of github.com/palantir/go-githubapp/githubapp.
package githubapp

import (
	"net/http"
	"time"

	"github.com/google/go-github/v75/github"
	"github.com/shurcooL/githubv4"
	"golang.org/x/oauth2"
)

type Config struct {
	WebURL   string
	V3APIURL string
	V4APIURL string
}

type ClientCreator interface {
	NewAppClient() (*github.Client, error)
	NewAppV4Client() (*githubv4.Client, error)
	NewInstallationClient(installationID int64) (*github.Client, error)
	NewInstallationV4Client(installationID int64) (*githubv4.Client, error)
	NewTokenSourceClient(ts oauth2.TokenSource) (*github.Client, error)
	NewTokenSourceV4Client(ts oauth2.TokenSource) (*githubv4.Client, error)
	NewTokenClient(token string) (*github.Client, error)
	NewTokenV4Client(token string) (*githubv4.Client, error)
}

type clientCreator struct{}

type ClientOption func(c *clientCreator)

func NewClientCreator(v3BaseURL, v4BaseURL string, integrationID int64, privKeyBytes []byte, opts ...ClientOption) ClientCreator {
	return nil
}

func NewDefaultCachingClientCreator(c Config, opts ...ClientOption) (ClientCreator, error) {
	return nil, nil
}

func NewCachingClientCreator(delegate ClientCreator, capacity int) (ClientCreator, error) {
	return nil, nil
}

func WithClientUserAgent(agent string) ClientOption { return nil }

func WithClientTimeout(timeout time.Duration) ClientOption { return nil }

func WithTransport(transport http.RoundTripper) ClientOption { return nil }
