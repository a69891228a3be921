package webhookverify

import (
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
)

type lateShop struct {
	db     *sql.DB
	key    []byte
	orders chan []byte
}

// genuine reports whether the service signed a body.
func (s *lateShop) genuine(body []byte, signature string) bool {
	mac := hmac.New(sha256.New, s.key)
	mac.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(signature))
}

func (s *lateShop) sent(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	s.orders <- body // want `sent acts on what Shopify is said to have sent before it verifies that`
	if !s.genuine(body, r.Header.Get("X-Shopify-Hmac-Sha256")) {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

type lateOrder struct{ ID string }

func (s *lateShop) stored(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var order lateOrder
	if err := json.Unmarshal(body, &order); err != nil {
		return
	}
	s.markPaid(order.ID) // want `stored acts on what Shopify is said to have sent before it verifies that`
	if !s.genuine(body, r.Header.Get("X-Shopify-Hmac-Sha256")) {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func (s *lateShop) markPaid(id string) {
	_, _ = s.db.Exec("UPDATE orders SET paid = true WHERE id = $1", id)
}

func (s *lateShop) started(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	go func() { process(body) }() // want `started acts on what Shopify is said to have sent before it verifies that`
	if !s.genuine(body, r.Header.Get("X-Shopify-Hmac-Sha256")) {
		w.WriteHeader(http.StatusUnauthorized)
	}
}
