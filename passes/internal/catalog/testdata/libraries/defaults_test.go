package libraries

import (
	"context"
	"net/http"
	"testing"
	"time"

	github75 "github.com/google/go-github/v75/github"
	github89 "github.com/google/go-github/v89/github"
	"github.com/gorilla/websocket"
	"github.com/gregjones/httpcache"
	"github.com/hashicorp/go-cleanhttp"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/sendgrid/rest"
	"github.com/sendgrid/sendgrid-go"
	"github.com/stripe/stripe-go/v85"
	"golang.org/x/oauth2"
	restyV1 "gopkg.in/resty.v1"

	restyV2 "github.com/go-resty/resty/v2"
	restyV3 "resty.dev/v3"
)

// TestUnbounded checks that the clients which the catalog calls unbounded are.
func TestUnbounded(t *testing.T) {
	github, err := github89.NewClient()
	if err != nil {
		t.Fatal(err)
	}
	retryable := retryablehttp.NewClient()
	settings := &restyV3.TransportSettings{}
	for name, client := range map[string]*http.Client{
		"http.DefaultClient":               http.DefaultClient,
		"resty v1":                         restyV1.New().GetClient(),
		"resty v2":                         restyV2.New().GetClient(),
		"resty v3":                         restyV3.New().Client(),
		"resty v3 with transport settings": restyV3.NewWithTransportSettings(settings).Client(),
		"cleanhttp.DefaultClient":          cleanhttp.DefaultClient(),
		"cleanhttp.DefaultPooledClient":    cleanhttp.DefaultPooledClient(),
		"retryablehttp's attempts":         retryable.HTTPClient,
		"retryablehttp's StandardClient":   retryable.StandardClient(),
		"go-github v75":                    github75.NewClient(nil).Client(),
		"go-github v75 with a token":       github75.NewTokenClient(context.Background(), "token").Client(),
		"go-github v89":                    github.Client(),
		"httpcache":                        httpcache.NewMemoryCacheTransport().Client(),
		"rest.DefaultClient":               rest.DefaultClient.HTTPClient,
		"sendgrid.DefaultClient":           sendgrid.DefaultClient.HTTPClient,
		"oauth2.NewClient":                 oauth2.NewClient(context.Background(), oauth2.StaticTokenSource(&oauth2.Token{})),
	} {
		if client.Timeout != 0 {
			t.Errorf("%s has a timeout of %v", name, client.Timeout)
		}
		if transport, ok := client.Transport.(*http.Transport); ok && transport.ResponseHeaderTimeout != 0 {
			t.Errorf("%s waits %v for the header", name, transport.ResponseHeaderTimeout)
		}
	}
	if got := restyV3.New().Timeout(); got != 0 {
		t.Errorf("resty v3 sets a deadline of %v", got)
	}
}

// TestBounded checks the defaults that the catalog relies on.
func TestBounded(t *testing.T) {
	if websocket.DefaultDialer.HandshakeTimeout == 0 {
		t.Error("websocket.DefaultDialer has no HandshakeTimeout")
	}
	backend, ok := stripe.GetBackend(stripe.APIBackend).(*stripe.BackendImplementation)
	if !ok || backend.HTTPClient.Timeout == 0 {
		t.Error("stripe's default client has no timeout")
	}
}

// TestTakesOverTimeout checks which clients keep the Timeout of the one that
// they are made from.
func TestTakesOverTimeout(t *testing.T) {
	bounded := func() *http.Client { return &http.Client{Timeout: time.Second} }
	ctx := context.WithValue(context.Background(), oauth2.HTTPClient, bounded())
	github, err := github89.NewClient(github89.WithHTTPClient(bounded()))
	if err != nil {
		t.Fatal(err)
	}
	for name, client := range map[string]*http.Client{
		"oauth2.NewClient":     oauth2.NewClient(ctx, oauth2.StaticTokenSource(&oauth2.Token{})), // not before v0.28.0
		"oauth2.Config.Client": (&oauth2.Config{}).Client(ctx, &oauth2.Token{}),
		"go-github v75":        github75.NewClient(bounded()).Client(),
		"go-github v89":        github.Client(),
		"resty v2":             restyV2.NewWithClient(bounded()).GetClient(),
		"resty v3":             restyV3.NewWithClient(bounded()).Client(),
	} {
		if client.Timeout != time.Second {
			t.Errorf("%s lost the Timeout", name)
		}
	}
}
