package webhookverify

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"

	"github.com/stripe/stripe-go/v85/webhook"
)

var errForged = errors.New("forged")

func genuine(r *http.Request, body, secret []byte) error {
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	if !hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("X-Hub-Signature-256"))) {
		return errForged
	}
	return nil
}

func goesOn(secret []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if err := genuine(r, body, secret); err != nil { // want `what isn't genuine is taken like what is: the handler in goesOn goes on when genuine fails`
			w.WriteHeader(http.StatusUnauthorized)
			log.Printf("refused: %v", err)
		}
		var o order
		if err := json.Unmarshal(body, &o); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		queue <- body
	}
}

func goesOnAfterStripe(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	_, err := webhook.ConstructEvent(body, r.Header.Get("Stripe-Signature"), mustSecret()) // want `what isn't genuine is taken like what is: goesOnAfterStripe goes on when webhook.ConstructEvent fails`
	if err != nil {
		log.Print(err)
	}
	queue <- body
}

func refuses(secret []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if err := genuine(r, body, secret); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		queue <- body
	}
}

// One of the secrets has to do.
func triesAll(secrets [][]byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		ok := false
		for _, secret := range secrets {
			if err := genuine(r, body, secret); err != nil {
				continue
			}
			ok = true
			break
		}
		if !ok {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		queue <- body
	}
}

func triesOld(secret, old []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		err := genuine(r, body, secret)
		if err != nil {
			err = genuine(r, body, old)
		}
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		queue <- body
	}
}
