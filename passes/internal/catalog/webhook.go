package catalog

import (
	"go/types"
	"slices"
	"strings"
)

// webhookHeaders are the headers by which services say what their webhooks bring, in lower case, and what proves that it is theirs.
var webhookHeaders = map[string]string{
	"x-hub-signature": "GitHub", "x-hub-signature-256": "GitHub", "x-github-event": "GitHub", "x-github-delivery": "GitHub", "x-github-hook-id": "GitHub",
	"x-gitlab-event": "GitLab", "x-gitlab-token": "GitLab", "x-gitlab-event-uuid": "GitLab", "x-gitlab-webhook-uuid": "GitLab",
	"x-event-key": "Bitbucket", "x-hook-uuid": "Bitbucket",
	"x-gitea-event": "Gitea", "x-gitea-signature": "Gitea", "x-gitea-delivery": "Gitea", "x-forgejo-event": "Forgejo", "x-forgejo-signature": "Forgejo",
	"x-gogs-event": "Gogs", "x-gogs-signature": "Gogs", "x-gogs-delivery": "Gogs",
	"stripe-signature":  "Stripe",
	"x-slack-signature": "Slack", "x-slack-request-timestamp": "Slack", "x-slack-retry-num": "Slack",
	"x-twilio-signature": "Twilio", "x-signature-ed25519": "Discord",
	"paypal-transmission-sig": "PayPal", "paypal-transmission-id": "PayPal",
	"x-shopify-hmac-sha256": "Shopify", "x-shopify-topic": "Shopify", "x-shopify-shop-domain": "Shopify", "x-shopify-webhook-id": "Shopify",
	"svix-id": "Svix", "svix-signature": "Svix", "svix-timestamp": "Svix", "webhook-signature": "Standard Webhooks",
	"x-line-signature": "LINE", "x-telegram-bot-api-secret-token": "Telegram",
	"x-pagerduty-signature": "PagerDuty", "x-twilio-email-event-webhook-signature": "SendGrid", "paddle-signature": "Paddle",
	"x-cc-webhook-signature": "Coinbase", "x-square-hmacsha256-signature": "Square", "x-zm-signature": "Zoom", "linear-signature": "Linear",
	"sentry-hook-signature": "Sentry", "sentry-hook-resource": "Sentry", "x-wc-webhook-signature": "WooCommerce", "x-wc-webhook-topic": "WooCommerce",
	"x-docusign-signature-1": "DocuSign", "circleci-signature": "CircleCI", "circleci-event-type": "CircleCI",
	"x-razorpay-signature": "Razorpay", "x-paystack-signature": "Paystack", "travis-ci-signature": "Travis CI", "x-hubspot-signature": "HubSpot",
	"x-hubspot-signature-v3": "HubSpot", "x-hook-secret": "Asana", "x-hook-signature": "Asana", "typeform-signature": "Typeform",
	"x-intercom-signature": "Intercom", "x-zendesk-webhook-signature": "Zendesk", "x-contentful-topic": "Contentful", "x-trello-webhook": "Trello",
	"hub.challenge": "Meta", "hub.verify_token": "Meta", // parameters of the handshake
}

// WebhookHeader returns the service whose webhooks have the header, or the parameter, or "".
func WebhookHeader(name string) string { return webhookHeaders[strings.ToLower(name)] }

// provingWords are words of the headers, parameters and fields that show, or may show, who sent a request.
var provingWords = wordSet(`signature sign sig token secret auth authorization hmac mac digest sha256 sha1 key apikey password passwd pass jwt bearer cookie session cert
	certificate forwarded ip verify verification hash nonce code`)

// SignatureHeader reports whether a header of a webhook is the one that shows who sent it.
func SignatureHeader(name string) bool {
	name = strings.ToLower(name)
	return webhookHeaders[name] != "" && hasAny(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '.' }), "signature", "sig", "token", "secret", "hmac", "ed25519")
}

// SignedTime reports whether a header of a webhook holds the time at which it was sent, which services want to be compared with the
// clock (Slack, "Verifying requests"; the Standard Webhooks specification, "Verifying webhook authenticity").
func SignedTime(name string) bool {
	switch strings.ToLower(name) {
	case "x-slack-request-timestamp", "webhook-timestamp", "svix-timestamp":
		return true
	}
	return false
}

// Handshake reports whether a parameter is of the handshake by which a service is told that the receiver of its webhooks wants them: it
// shows nothing of who sends them later.
func Handshake(name string) bool { return strings.HasPrefix(name, "hub.") }

// Proves reports whether a header, or a parameter, of that name may show who sent a request.
func Proves(name string) bool {
	if WebhookHeader(name) != "" && !SignatureHeader(name) && !Handshake(name) {
		return false // it says what was sent: X-Event-Key
	}
	return slices.ContainsFunc(lettersOf(name), func(word string) bool { return provingWords[word] })
}

// webhookFuncs are functions that only those call who receive the webhooks of a service.
var webhookFuncs = map[string]string{
	"github.com/google/go-github/github.ParseWebHook": "GitHub", "github.com/google/go-github/github.WebHookType": "GitHub",
	"github.com/google/go-github/github.DeliveryID":          "GitHub",
	"gitlab.com/gitlab-org/api/client-go.ParseHook":          "GitLab",
	"gitlab.com/gitlab-org/api/client-go.ParseWebhook":       "GitLab",
	"gitlab.com/gitlab-org/api/client-go.HookEventType":      "GitLab",
	"gitlab.com/gitlab-org/api/client-go.WebhookEventType":   "GitLab",
	"github.com/xanzy/go-gitlab.ParseHook":                   "GitLab",
	"github.com/xanzy/go-gitlab.ParseWebhook":                "GitLab",
	"github.com/xanzy/go-gitlab.HookEventType":               "GitLab",
	"github.com/xanzy/go-gitlab.WebhookEventType":            "GitLab",
	"github.com/slack-go/slack/slackevents.ParseEvent":       "Slack",
	"github.com/slack-go/slack/slackevents.ParseActionEvent": "Slack",
	"github.com/slack-go/slack.SlashCommandParse":            "Slack",
}

// WebhookFunc returns the service whose webhooks a function is for, or "".
func WebhookFunc(fn *types.Func) string {
	if fn == nil || fn.Pkg() == nil {
		return ""
	}
	return webhookFuncs[renamed(funcName(fn.Origin()))]
}

// renamed returns the name that something has had since its library moved.
func renamed(name string) string {
	return strings.Replace(name, "github.com/nlopes/slack", "github.com/slack-go/slack", 1)
}

// webhookTypes are what the webhooks of a service bring.
var webhookTypes = map[string]string{
	"github.com/stripe/stripe-go.Event":                    "Stripe",
	"github.com/slack-go/slack.InteractionCallback":        "Slack",
	"github.com/slack-go/slack/slackevents.EventsAPIEvent": "Slack",
	"github.com/google/go-github/github.PushEvent":         "GitHub",
	"github.com/google/go-github/github.PullRequestEvent":  "GitHub",
	"github.com/google/go-github/github.IssueCommentEvent": "GitHub",
	"github.com/google/go-github/github.ReleaseEvent":      "GitHub",
	"github.com/google/go-github/github.WorkflowJobEvent":  "GitHub",
	"github.com/bwmarrin/discordgo.Interaction":            "Discord",
}

// WebhookType returns the service whose webhooks bring what t is, or points to, or "".
func WebhookType(t types.Type) string {
	obj := typeNameOf(t)
	if obj == nil || obj.Pkg() == nil {
		return ""
	}
	return webhookTypes[renamed(Unversioned(obj.Pkg().Path())+"."+obj.Name())]
}

// indifferent are packages whose functions get requests, or what is in them, and tell nothing of who sent it: frameworks' own, loggers,
// tracers and encoders.
var indifferent = []string{
	"github.com/gin-gonic/gin", "github.com/labstack/echo", "github.com/labstack/gommon", "github.com/gofiber/fiber", "github.com/kataras/iris",
	"github.com/go-chi/chi", "github.com/go-chi/render", "github.com/gorilla/mux", "github.com/gorilla/schema", "github.com/gorilla/handlers", "github.com/gorilla/context",
	"github.com/julienschmidt/httprouter", "github.com/valyala/fasthttp", "github.com/cloudwego/hertz", "github.com/unrolled/render", "github.com/rs/cors",
	"go.uber.org/zap", "github.com/sirupsen/logrus", "github.com/rs/zerolog", "github.com/go-logr/logr", "k8s.io/klog", "github.com/golang/glog", "github.com/apex/log",
	"github.com/hashicorp/go-hclog", "github.com/inconshreveable/log15", "github.com/charmbracelet/log", "github.com/go-kit/log", "github.com/go-kit/kit/log",
	"go.opentelemetry.io", "github.com/prometheus/client_golang", "github.com/getsentry/sentry-go", "gopkg.in/DataDog/dd-trace-go", "github.com/newrelic/go-agent",
	"github.com/json-iterator/go", "github.com/goccy/go-json", "github.com/bytedance/sonic", "github.com/mailru/easyjson", "github.com/tidwall/gjson", "github.com/segmentio/encoding",
	"gopkg.in/yaml", "github.com/mitchellh/mapstructure", "github.com/pkg/errors", "github.com/google/uuid", "github.com/go-playground/validator", "github.com/davecgh/go-spew",
	"github.com/google/go-github", "gitlab.com/gitlab-org/api/client-go", "github.com/xanzy/go-gitlab", "github.com/slack-go/slack", "github.com/stripe/stripe-go",
	"github.com/bwmarrin/discordgo", "google.golang.org/protobuf", "github.com/golang/protobuf", "github.com/ajg/form", "golang.org/x/sync",
}

// Indifferent reports whether the functions of a package tell nothing of who sent a request, but for those that [VerifierOf] knows.
func Indifferent(pkgPath string) bool {
	return Std(pkgPath) || slices.ContainsFunc(indifferent, func(path string) bool {
		pkgPath := Unversioned(pkgPath)
		return pkgPath == path || strings.HasPrefix(pkgPath, path+"/")
	})
}

// askingWords are words in the names of middleware, and of its packages, that ask who sends a request.
var askingWords = wordSet(`auth authn authz authenticate authenticated authentication authorize authorized authorization
	jwt basicauth keyauth verify verifier signature signed hmac protect protected secure guard acl casbin oidc`)

// AsksByName reports whether a function is middleware that asks who sends a request, by its name or its package's.
func AsksByName(fn *types.Func) bool {
	return slices.ContainsFunc(append(lettersOf(fn.Name()), lettersOf(fn.Pkg().Path())...), func(word string) bool { return askingWords[word] })
}

// changing are functions of the standard library that change what outlives a request.
var changing = map[string]bool{
	"(*database/sql.DB).Exec": true, "(*database/sql.DB).ExecContext": true, "(*database/sql.Tx).Exec": true, "(*database/sql.Tx).ExecContext": true,
	"(*os/exec.Cmd).Run": true, "(*os/exec.Cmd).Start": true, "(*os/exec.Cmd).Output": true, "(*os/exec.Cmd).CombinedOutput": true,
	"os.WriteFile": true, "os.Remove": true, "os.RemoveAll": true, "os.Create": true,
	"net/http.Post": true, "net/http.PostForm": true, "net/http.Get": true, "(*net/http.Client).Do": true, "(*net/http.Client).Get": true, "(*net/http.Client).Post": true,
}

// Changes reports whether a function of the standard library changes what outlives a request, or asks a service for something.
func Changes(fn *types.Func) bool { return changing[fn.FullName()] }
