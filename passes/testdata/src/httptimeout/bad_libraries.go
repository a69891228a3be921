package httptimeout

import (
	"context"
	"net/http"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-resty/resty/v2"
	"github.com/google/go-github/v75/github"
	"github.com/gorilla/websocket"
	"github.com/hashicorp/go-cleanhttp"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/slack-go/slack"
)

func restyDefault(u string) {
	c := resty.New() // want `Get \(line 21\) can block restyDefault for ever: resty.New sets no timeout|c.R\(\).Get`
	_, _ = c.R().Get(u)
}

func restyBackground(u string) {
	c := resty.New().SetBaseURL(u).SetRetryCount(3) // want `can block restyBackground for ever`
	_, _ = c.R().SetContext(context.Background()).SetHeader("a", "b").Get("/")
}

func cleanhttpIsNotBounded(u string) {
	c := cleanhttp.DefaultPooledClient() // want `c.Get \(line \d+\) can block cleanhttpIsNotBounded for ever: cleanhttp.DefaultPooledClient sets no timeout`
	_, _ = c.Get(u)
}

func retryablehttpDefault(u string) {
	c := retryablehttp.NewClient() // want `c.Get`
	c.RetryMax = 3
	_, _ = c.Get(u)
}

func githubWithoutClient() {
	gh := github.NewClient(nil) // want `gh.Repositories.Get`
	_, _, _ = gh.Repositories.Get(context.Background(), "o", "r")
}

func githubOverOAuth2(token string) {
	ctx := context.Background()
	hc := oauth2.NewClient(ctx, oauth2.StaticTokenSource(&oauth2.Token{AccessToken: token})) // want `gh.Repositories.Get`
	gh := github.NewClient(hc)
	_, _, _ = gh.Repositories.Get(ctx, "o", "r")
}

func tokenFetchedByDefaultClient(cfg *clientcredentials.Config) (*oauth2.Token, error) {
	return cfg.Token(context.Background()) // want `cfg.Token can block tokenFetchedByDefaultClient for ever: http.DefaultClient has no timeout`
}

func discovery(issuer string) (*oidc.Provider, error) {
	return oidc.NewProvider(context.Background(), issuer) // want `oidc.NewProvider can block discovery for ever: http.DefaultClient has no timeout`
}

func slackDefault(token string) {
	api := slack.New(token, slack.OptionDebug(true)) // want `api.PostMessage`
	_, _, _ = api.PostMessage("c", slack.MsgOptionText("hi", false))
}

func dialerWithoutHandshakeTimeout(u string) {
	d := &websocket.Dialer{} // want `d.Dial`
	_, _, _ = d.Dial(u, http.Header{})
}
