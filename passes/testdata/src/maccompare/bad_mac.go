// Package maccompare holds comparisons of what was sent with what it has to be.
package maccompare

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
)

func sign(body, key []byte) string {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}

func fromHeader(w http.ResponseWriter, r *http.Request, key []byte) {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get("X-Hub-Signature-256") != sign(body, key) { // want `^r\.Header\.Get takes longer to compare the more of it is right, so that whoever sends it can guess the HMAC of line 24 byte by byte \(!=\)$`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func inHex(r *http.Request, key, body []byte) bool {
	mac := hmac.New(sha1.New, key)
	mac.Write(body)
	expected := fmt.Sprintf("%x", mac.Sum(nil))
	actual := strings.TrimPrefix(r.Header.Get("X-Hub-Signature"), "sha1=")
	return actual == expected // want `^actual takes longer .* the HMAC of line 37 byte by byte \(==\)$`
}

// CheckMAC reports whether messageMAC is a valid HMAC tag for message.
func CheckMAC(message, messageMAC, key []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	return string(messageMAC) == string(mac.Sum(nil)) // want `^messageMAC takes longer`
}

// Verify cuts the signature out of a token.
func Verify(token string, key []byte) error {
	parts := strings.Split(token, ".")
	if len(parts) != 2 {
		return errors.New("no token")
	}
	payload, signature := parts[0], parts[1]
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(payload))
	if base64.RawURLEncoding.EncodeToString(mac.Sum(nil)) != signature { // want `^signature takes longer`
		return errors.New("forged")
	}
	return nil
}

// Several holds one header with several signatures.
func Several(header string, key, body []byte) bool {
	want := sign(body, key)
	found := map[string][]string{}
	for _, pair := range strings.Split(header, ",") {
		name, value, _ := strings.Cut(pair, "=")
		found[name] = append(found[name], value)
	}
	for _, signature := range found["v1"] {
		if signature == want { // want `^signature takes longer`
			return true
		}
	}
	return false
}

// FromURL holds the signature of a URL's other parameters.
func FromURL(u *url.URL, key []byte) (bool, error) {
	values, err := url.ParseQuery(u.RawQuery)
	if err != nil || len(values["sign"]) == 0 {
		return false, err
	}
	return sign([]byte(values.Get("user")), key) == values["sign"][0], nil // want `takes longer`
}

func intoBuffer(r *http.Request, key, body []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	sum := mac.Sum(nil)
	expected := make([]byte, hex.EncodedLen(len(sum)))
	hex.Encode(expected, sum)
	return string(expected) == r.Header.Get("X-Signature") // want `^r\.Header\.Get takes longer`
}

func replaced(r *http.Request, key, body []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	text := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	text = strings.ReplaceAll(text, "+", "-")
	text = strings.ReplaceAll(text, "/", "_")
	return strings.TrimRight(text, "=") == r.Header.Get("X-Signature") // want `^r\.Header\.Get takes longer`
}

type notice struct {
	Amount    int    `json:"amount"`
	Signature string `json:"signature"`
}

func inBody(w http.ResponseWriter, r *http.Request, key []byte) {
	var n notice
	if err := json.NewDecoder(r.Body).Decode(&n); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if !strings.EqualFold(n.Signature, sign(fmt.Append(nil, n.Amount), key)) { // want `^n\.Signature takes longer .* \(strings\.EqualFold\)$`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func otherFunctions(r *http.Request, key, body []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	sent, err := hex.DecodeString(r.Header.Get("X-Signature"))
	if err != nil {
		return false
	}
	return reflect.DeepEqual(sent, mac.Sum(nil)) || // want `^sent takes longer .* \(reflect\.DeepEqual\)$`
		slices.Equal(sent, mac.Sum(nil)) || // want `^sent takes longer .* \(slices\.Equal\)$`
		strings.Compare(r.Header.Get("X-Signature"), sign(body, key)) == 0 // want `^r\.Header\.Get takes longer .* \(strings\.Compare\)$`
}

func inSwitch(r *http.Request, key, body []byte) bool {
	switch r.Header.Get("X-Signature") {
	case "":
		return false
	case sign(body, key): // want `^r\.Header\.Get takes longer`
		return true
	}
	return false
}

// Handed on through a helper.
func equal(a, b string) bool {
	return a == b // want `^a takes longer`
}

func throughHelper(r *http.Request, key, body []byte) bool {
	return equal(r.URL.Query().Get("sig"), sign(body, key))
}
