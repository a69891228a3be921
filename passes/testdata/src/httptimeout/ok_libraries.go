package httptimeout

import (
	"context"
	"net/http"
	"time"

	"golang.org/x/oauth2"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-resty/resty/v2"
	"github.com/google/go-github/v75/github"
	"github.com/gorilla/websocket"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/imroc/req/v3"
	"github.com/slack-go/slack"
	"github.com/valyala/fasthttp"
)

func restyWithTimeout(u string) {
	c := resty.New().SetTimeout(time.Second)
	_, _ = c.R().Get(u)
}

func restyTimeoutSetLater(u string, d time.Duration) {
	c := resty.New()
	c.SetTimeout(d)
	_, _ = c.R().Get(u)
}

func restyDeadline(u string) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_, _ = resty.New().R().SetContext(ctx).Get(u)
}

func retryablehttpInner(u string) {
	c := retryablehttp.NewClient()
	c.HTTPClient = &http.Client{Timeout: time.Second}
	_, _ = c.Get(u)
}

func retryablehttpInnerTimeout(u string) {
	c := retryablehttp.NewClient()
	c.HTTPClient.Timeout = time.Second
	_, _ = c.StandardClient().Get(u)
}

func githubBounded() {
	gh := github.NewClient(&http.Client{Timeout: time.Second})
	_, _, _ = gh.Repositories.Get(context.Background(), "o", "r")
}

func discoveryWithClient(issuer string) (*oidc.Provider, error) {
	ctx := oidc.ClientContext(context.Background(), &http.Client{Timeout: time.Second})
	return oidc.NewProvider(ctx, issuer)
}

func discoveryWithDeadline(ctx context.Context, issuer string) (*oidc.Provider, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return oidc.NewProvider(ctx, issuer)
}

func exchangeWithClient(cfg *oauth2.Config, code string) (*oauth2.Token, error) {
	ctx := context.WithValue(context.Background(), oauth2.HTTPClient, &http.Client{Timeout: time.Second})
	return cfg.Exchange(ctx, code)
}

func slackWithClient(token string) {
	api := slack.New(token, slack.OptionHTTPClient(&http.Client{Timeout: time.Second}))
	_, _, _ = api.PostMessage("c", slack.MsgOptionText("hi", false))
}

func dialerBounded(u string) {
	d := &websocket.Dialer{HandshakeTimeout: time.Second}
	_, _, _ = d.Dial(u, nil)
	_, _, _ = websocket.DefaultDialer.Dial(u, nil)
}

func boundedByDefault(u string) {
	_, _ = req.C().R().Get(u)
	_ = fasthttp.Do(fasthttp.AcquireRequest(), fasthttp.AcquireResponse())
}
