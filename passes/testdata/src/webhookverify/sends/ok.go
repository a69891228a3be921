// Package webhook sends webhooks, and signs them where its user has a secret.
package webhook

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
)

type notifier struct {
	url, secret string
}

func newNotifier(url, secret string) *notifier { return &notifier{url, secret} }

func (n *notifier) sign(req *http.Request, body []byte) error {
	if n.secret == "" {
		return nil
	}
	mac := hmac.New(sha256.New, []byte(n.secret))
	if _, err := mac.Write(body); err != nil {
		return err
	}
	req.Header.Set("X-Hub-Signature-256", hex.EncodeToString(mac.Sum(nil)))
	return nil
}

// On request, which is none of a service's.
func (n *notifier) notify(w http.ResponseWriter, r *http.Request) {
	body := []byte("{}")
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, n.url, bytes.NewReader(body))
	if err != nil {
		return
	}
	if n.secret != "" {
		req.Header.Set("X-Hub-Signature-256", signature(n.secret, body))
	}
	resp, err := http.DefaultClient.Do(req)
	if err == nil {
		resp.Body.Close()
	}
}

func signature(secret string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	return hex.EncodeToString(mac.Sum(nil))
}
