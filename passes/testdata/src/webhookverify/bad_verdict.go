package webhookverify

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/plutov/paypal/v4"
	"github.com/slack-go/slack"
	"github.com/stripe/stripe-go/v85/webhook"
)

func dropped(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	verifier, err := slack.NewSecretsVerifier(r.Header, mustSecret())
	if err != nil {
		return
	}
	verifier.Write(body)
	verifier.Ensure() // want `what isn't genuine is taken like what is: nobody looks at its error \(Ensure\)`
	queue <- body
}

func status(client *paypal.Client, w http.ResponseWriter, r *http.Request) {
	answer, err := client.VerifyWebhookSignature(r.Context(), r, "id") // want `nobody looks at VerificationStatus \(VerifyWebhookSignature\)`
	if err != nil || answer == nil {
		return
	}
	body, _ := io.ReadAll(r.Body)
	queue <- body
}

func old(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	event, err := webhook.ConstructEventIgnoringTolerance(body, r.Header.Get("Stripe-Signature"), mustSecret()) // want `whoever recorded a request can send it again at any time: ConstructEventIgnoringTolerance doesn't look at how old it is`
	if err == nil {
		log.Print(event.ID)
	}
}

func stamped(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	stamp := r.Header.Get("X-Slack-Request-Timestamp") // want `this time is signed, but never compared with the clock`
	mac := hmac.New(sha256.New, []byte(mustSecret()))
	io.WriteString(mac, "v0:"+stamp+":"+string(body))
	if !hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("X-Slack-Signature"))) {
		return
	}
	queue <- body
}

type order struct{ ID string }

func encodedAnew(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		return
	}
	body, _ := json.Marshal(o)
	mac := hmac.New(sha256.New, []byte(mustSecret()))
	mac.Write(body) // want `genuine requests are refused: the signature is over the body as it was sent, and this is encoded anew \(line 62\)`
	if hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("X-Shopify-Hmac-Sha256"))) {
		queue <- body
	}
}

func encodedForStripe(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		return
	}
	body, _ := json.Marshal(&o)
	if webhook.ValidatePayload(body, r.Header.Get("Stripe-Signature"), mustSecret()) == nil { // want `genuine requests are refused`
		queue <- body
	}
}
