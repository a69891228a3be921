package paired

import (
	"encoding/json"
	"fmt"
	"net/http"
)

func others(mux *http.ServeMux) {
	mux.HandleFunc("GET /messenger", shakeHands)
	mux.HandleFunc("DELETE /messenger", unsubscribe)
	mux.Handle("/messages", instrument("http server", shakeHands))
	mux.Handle("/queue", instrument("http server", unsubscribe))
}

func instrument(_ string, handler http.HandlerFunc) http.Handler { return handler }

func shakeHands(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, r.URL.Query().Get("hub.challenge"))
}

// Meta doesn't send this.
func unsubscribe(w http.ResponseWriter, r *http.Request) {
	var message struct{ Text string }
	if err := json.NewDecoder(r.Body).Decode(&message); err == nil {
		queue <- message.Text
	}
}
