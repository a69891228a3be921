// Package githubv4 declares what tests need of github.com/shurcooL/githubv4.
package githubv4

import (
	"context"
	"net/http"
)

type Client struct{}

func NewClient(httpClient *http.Client) *Client { return nil }

func NewEnterpriseClient(url string, httpClient *http.Client) *Client { return nil }

type Input interface{}

func (c *Client) Query(ctx context.Context, q interface{}, variables map[string]interface{}) error {
	return nil
}

func (c *Client) Mutate(ctx context.Context, m interface{}, input Input, variables map[string]interface{}) error {
	return nil
}
