package webhookverify

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"log"
	"net/http"
)

// It only logs.
func looksOnly(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	log.Print(r.Header.Get("X-GitHub-Event"), len(body))
}

// Who sends has no one to verify.
func send(url string, secret string, body []byte) (*http.Request, error) {
	req, err := http.NewRequest("POST", url, nil)
	if err != nil {
		return nil, err
	}
	if secret != "" {
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write(body)
		req.Header.Set("X-Hub-Signature-256", hex.EncodeToString(mac.Sum(nil)))
	}
	return req, nil
}

// behindGateway trusts what is in front of it.
//
//integrationlint:verified-by gateway the signature is checked at the edge
func behindGateway(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get("X-GitHub-Event") == "push" {
		queue <- body
	}
}
