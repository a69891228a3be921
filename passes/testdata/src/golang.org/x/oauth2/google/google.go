// Package google declares what tests need of golang.org/x/oauth2/google.
package google

import (
	"context"
	"net/http"
)

func DefaultClient(ctx context.Context, scope ...string) (*http.Client, error) { return nil, nil }

type SDKConfig struct{}

func NewSDKConfig(account string) (*SDKConfig, error) { return nil, nil }

func (c *SDKConfig) Client(ctx context.Context) *http.Client { return nil }
