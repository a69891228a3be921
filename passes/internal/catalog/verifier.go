package catalog

import (
	"go/types"
	"strings"
	"sync"
)

// A Verifier describes a function that tells whether what a webhook brings was sent by who it says.
type Verifier struct {
	// Name is the function's full name as in [Func].
	Name string
	// Key is the operand that holds the secret.
	Key Operand
	// Body is the operand that holds the payload, or the request that it is read from.
	Body Operand
	// Verdict is the number of a result that is true for what is genuine; where there is none, the error says so.
	Verdict Verdict
	// Field is the field of the first result that has the verdict.
	Field string
	// Lenient says that it verifies nothing if the key is empty.
	Lenient bool
	// Ageless says that it accepts what was sent long ago, and so what somebody recorded.
	Ageless bool
	// Part says that it is a part only of what asks who sent a request.
	Part bool
}

// A Verdict is the number of a result, plus one.
type Verdict int

// The verdicts.
const (
	ByError Verdict = iota
	Result0
)

// verifiers are the functions of the libraries that services publish, or recommend.
var verifiers = []Verifier{
	// An empty key verifies nothing (messages.go, ValidatePayload: "secretToken ... If your webhook does not contain a secret token, you can pass nil").
	{Name: "github.com/google/go-github/github.ValidatePayload", Key: Arg1, Body: Arg0, Lenient: true},
	{Name: "github.com/google/go-github/github.ValidatePayloadFromBody", Key: Arg3, Body: Arg1, Lenient: true},
	{Name: "github.com/google/go-github/github.ValidateSignature", Key: Arg2, Body: Arg1},

	{Name: "github.com/stripe/stripe-go/webhook.ConstructEvent", Key: Arg2, Body: Arg0},
	{Name: "github.com/stripe/stripe-go/webhook.ConstructEventWithOptions", Key: Arg2, Body: Arg0},
	{Name: "github.com/stripe/stripe-go/webhook.ConstructEventWithTolerance", Key: Arg2, Body: Arg0},
	{Name: "github.com/stripe/stripe-go/webhook.ConstructEventIgnoringTolerance", Key: Arg2, Body: Arg0, Ageless: true},
	{Name: "github.com/stripe/stripe-go/webhook.ValidatePayload", Key: Arg2, Body: Arg0},
	{Name: "github.com/stripe/stripe-go/webhook.ValidatePayloadWithTolerance", Key: Arg2, Body: Arg0},
	{Name: "github.com/stripe/stripe-go/webhook.ValidatePayloadIgnoringTolerance", Key: Arg2, Body: Arg0, Ageless: true},

	{Name: "github.com/stripe/stripe-go.ConstructEvent", Key: Arg2, Body: Arg0},
	{Name: "github.com/stripe/stripe-go.ValidatePayload", Key: Arg2, Body: Arg0},
	{Name: "(*github.com/stripe/stripe-go.Client).ConstructEvent", Key: Arg2, Body: Arg0},
	{Name: "(*github.com/stripe/stripe-go.Client).ParseEventNotification", Key: Arg2, Body: Arg0},

	{Name: "(github.com/slack-go/slack.SecretsVerifier).Ensure"},
	{Name: "(github.com/slack-go/slack.SlashCommand).ValidateToken", Verdict: Result0},
	{Name: "github.com/slack-go/slack/slackevents.OptionVerifyToken", Part: true},
	{Name: "(*github.com/twilio/twilio-go/client.RequestValidator).Validate", Verdict: Result0},
	{Name: "(*github.com/twilio/twilio-go/client.RequestValidator).ValidateBody", Body: Arg1, Verdict: Result0},
	{Name: "github.com/bwmarrin/discordgo.VerifyInteraction", Key: Arg1, Body: Arg0, Verdict: Result0},
	{Name: "(*github.com/plutov/paypal.Client).VerifyWebhookSignature", Body: Arg1, Field: "VerificationStatus"},

	{Name: "(*github.com/svix/svix-webhooks/go.Webhook).Verify", Body: Arg0},
	{Name: "(*github.com/svix/svix-webhooks/go.Webhook).VerifyIgnoringTimestamp", Body: Arg0, Ageless: true},
	{Name: "(*github.com/standard-webhooks/standard-webhooks/libraries/go.Webhook).Verify", Body: Arg0},
	{Name: "(*github.com/standard-webhooks/standard-webhooks/libraries/go.Webhook).VerifyIgnoringTimestamp", Body: Arg0, Ageless: true},

	{Name: "github.com/line/line-bot-sdk-go/linebot.ParseRequest", Key: Arg0, Body: Arg1},
	{Name: "(*github.com/line/line-bot-sdk-go/linebot.Client).ParseRequest", Body: Arg0},
	{Name: "github.com/line/line-bot-sdk-go/linebot/webhook.ParseRequest", Key: Arg0, Body: Arg1},
	{Name: "github.com/line/line-bot-sdk-go/linebot/webhook.ValidateSignature", Key: Arg0, Body: Arg2, Verdict: Result0},

	{Name: "github.com/PagerDuty/go-pagerduty/webhookv3.VerifySignature", Key: Arg1, Body: Arg0},
	{Name: "github.com/sendgrid/sendgrid-go/helpers/eventwebhook.VerifySignature", Key: Arg0, Body: Arg1, Verdict: Result0},
	{Name: "(*github.com/mailgun/mailgun-go.MailgunImpl).VerifyWebhookSignature", Verdict: Result0},
	{Name: "(*github.com/mailgun/mailgun-go.MailgunImpl).VerifyWebhookRequest", Body: Arg0, Verdict: Result0},
	{Name: "(*github.com/PaddleHQ/paddle-go-sdk.WebhookVerifier).Verify", Body: Arg0, Verdict: Result0},

	// They verify nothing without a secret in the options (github.go, Parse: "if len(hook.secret) > 0").
	{Name: "(github.com/go-playground/webhooks/github.Webhook).Parse", Body: Arg0},
	{Name: "(github.com/go-playground/webhooks/gitlab.Webhook).Parse", Body: Arg0},
	{Name: "(github.com/go-playground/webhooks/gitea.Webhook).Parse", Body: Arg0},
	{Name: "(github.com/go-playground/webhooks/gogs.Webhook).Parse", Body: Arg0},
	{Name: "(github.com/go-playground/webhooks/bitbucket.Webhook).Parse", Body: Arg0},
	{Name: "(*github.com/go-playground/webhooks/bitbucket-server.Webhook).Parse", Body: Arg0},
	{Name: "(github.com/go-playground/webhooks/azuredevops.Webhook).Parse", Body: Arg0},

	{Name: "crypto/hmac.Equal", Verdict: Result0},
	{Name: "crypto/subtle.ConstantTimeCompare", Verdict: Result0},
	{Name: "crypto/ed25519.Verify", Key: Arg0, Body: Arg1, Verdict: Result0},
	{Name: "crypto/ed25519.VerifyWithOptions", Key: Arg0, Body: Arg1},
	{Name: "crypto/rsa.VerifyPKCS1v15", Key: Arg0},
	{Name: "crypto/rsa.VerifyPSS", Key: Arg0},
	{Name: "crypto/ecdsa.Verify", Key: Arg0, Verdict: Result0},
	{Name: "crypto/ecdsa.VerifyASN1", Key: Arg0, Verdict: Result0},
	{Name: "crypto/hmac.New", Key: Arg1, Part: true},
	{Name: "(*crypto/x509.Certificate).Verify"},
	{Name: "(*crypto/x509.Certificate).CheckSignature"},
	{Name: "(*net/http.Request).BasicAuth", Part: true},
	{Name: "(*net.IPNet).Contains", Part: true},
	{Name: "(net/netip.Prefix).Contains", Part: true},
}

// verifying are the libraries that verify the webhooks of one service, by the beginnings of their functions' names without a receiver's "(" and "*".
var verifying = map[string]string{
	"github.com/google/go-github/": "GitHub", "github.com/stripe/stripe-go": "Stripe", "github.com/slack-go/slack": "Slack", "github.com/twilio/twilio-go/": "Twilio",
	"github.com/bwmarrin/discordgo.": "Discord", "github.com/plutov/paypal.": "PayPal", "github.com/svix/svix-webhooks/": "Svix",
	"github.com/standard-webhooks/standard-webhooks/": "Standard Webhooks", "github.com/line/line-bot-sdk-go/": "LINE", "github.com/PagerDuty/go-pagerduty/": "PagerDuty",
	"github.com/sendgrid/sendgrid-go/": "SendGrid", "github.com/mailgun/mailgun-go.": "Mailgun", "github.com/PaddleHQ/paddle-go-sdk.": "Paddle",
	"github.com/go-playground/webhooks/github.": "GitHub", "github.com/go-playground/webhooks/gitlab.": "GitLab", "github.com/go-playground/webhooks/gitea.": "Gitea",
	"github.com/go-playground/webhooks/gogs.": "Gogs", "github.com/go-playground/webhooks/bitbucket.": "Bitbucket", "github.com/go-playground/webhooks/bitbucket-server.": "Bitbucket",
	"github.com/go-playground/webhooks/azuredevops.": "Azure DevOps",
}

// Service returns the service whose webhooks the function verifies, or "" if it may be any.
func (v *Verifier) Service() string {
	name := strings.TrimLeft(v.Name, "(*")
	for begin, service := range verifying {
		if strings.HasPrefix(name, begin) {
			return service
		}
	}
	return ""
}

var verifierIndex = sync.OnceValues(func() (rows map[string]*Verifier, last map[string]bool) {
	rows, last = map[string]*Verifier{}, map[string]bool{}
	for i := range verifiers {
		rows[verifiers[i].Name] = &verifiers[i]
		last[lastName(verifiers[i].Name)] = true
	}
	return rows, last
})

// VerifierOf returns the row of a function that tells whether what was sent is genuine, or nil.
func VerifierOf(fn *types.Func) *Verifier {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	if row := ownVerifier(fn); row != nil {
		return row
	}
	rows, last := verifierIndex()
	if !last[fn.Name()] {
		return nil
	}
	return rows[renamed(funcName(fn.Origin()))]
}
