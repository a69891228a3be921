package verified

import (
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/slack-go/slack"
	"github.com/stripe/stripe-go/v85"
)

// Newer versions of the library verify in its root.
func paid(secret string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		event, err := stripe.ConstructEvent(body, r.Header.Get("Stripe-Signature"), secret)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		go pay(event.ID)
	}
}

func pay(string) {}

// What Slack calls a verification token, from before it signed.
func slash(token string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		command, err := slack.SlashCommandParse(r)
		if err != nil || !command.ValidateToken(token) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		go pay(command.Text)
	}
}

// It only says what came, and what is wrong with it.
func noted(w http.ResponseWriter, r *http.Request) {
	var event stripe.Event
	if err := json.NewDecoder(r.Body).Decode(&event); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	log.Printf("event %s", event.ID)
}
