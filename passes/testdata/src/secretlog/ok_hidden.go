package secretlog

import (
	"bufio"
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"

	"golang.org/x/oauth2"
)

func quiet(c *http.Client, req *http.Request) {
	token := os.Getenv("TOKEN")
	req.Header.Set("Authorization", "Bearer "+token)
	log.Printf("token of %d characters, %s…, %s", len(token), token[:4], mask(token))
	log.Printf("hash %x", sha256.Sum256([]byte(token)))
	fmt.Println(token) // a command whose purpose it is
	slog.Info("request", "type", req.Header.Get("Content-Type"))
}

func mask(s string) string { return s[:2] + "***" }

func dumpRedacted(req *http.Request) {
	clone := req.Clone(req.Context())
	clone.Header.Set("Authorization", "REDACTED")
	dump, _ := httputil.DumpRequestOut(clone, false)
	log.Printf("%s", dump)
}

func withoutAuthorization(w http.ResponseWriter, r *http.Request) {
	headers := r.Header.Clone()
	headers.Del("Authorization")
	log.Println(headers)
	w.Write([]byte(r.Header.Get("Authorization")))
}

func length(password string) {
	form := url.Values{"password": {password}}
	log.Println(len(form.Encode()))
}

type secret struct {
	Password hidden `json:"password"`
}

type hidden string

func (hidden) String() string { return "***" }

func printed(s secret, key []byte) {
	mac := hmac.New(sha256.New, key)
	log.Printf("%d%% of %-8s, key of type %T at %p: %x", 10, s.Password, key, key, mac.Sum(nil))
	log.Printf("%+v", s)
	log.Printf("%T", login{})
}

// The answer of a server that refuses holds no token.
func refused(c *http.Client) (*answer, error) {
	resp, err := c.Get("https://example.com/token")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		log.Println(err)
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d: %s", resp.StatusCode, body)
	}
	a := new(answer)
	return a, json.Unmarshal(body, a)
}

func expiry(t *oauth2.Token) {
	log.Println(t.Expiry)
}

func logged(req *http.Request) {
	dump, _ := redacted(req)
	log.Printf("%s", dump)
}

func redacted(req *http.Request) ([]byte, error) {
	clone := req.Clone(req.Context())
	clone.Header.Del("Authorization")
	return httputil.DumpRequestOut(clone, false)
}

// What is known not to be the credential.
func mismatch(r *http.Request, secret []byte) error {
	given := r.Header.Get("X-Gitlab-Token")
	if len(secret) != 0 && subtle.ConstantTimeCompare(secret, []byte(given)) != 1 {
		return fmt.Errorf("token %s did not match", given)
	}
	if key := r.Header.Get("X-Api-Key"); !hmac.Equal(secret, []byte(key)) {
		return fmt.Errorf("key %s did not match", key)
	}
	if key := r.Header.Get("X-Access-Token"); key != string(secret) {
		return fmt.Errorf("key %s did not match", key)
	}
	return nil
}

type site struct {
	Name    string
	Account struct {
		Password string `json:"password"`
	}
}

func masked(s *site) {
	copied := *s
	if copied.Account.Password != "" {
		copied.Account.Password = "XXXX"
	}
	log.Printf("%+v", copied)
}

type granted struct {
	AccessToken string `json:"access_token"`
}

func withoutToken(resp *http.Response) (string, error) {
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	answer := &granted{}
	if err := json.Unmarshal(body, answer); err != nil {
		return "", err
	}
	if answer.AccessToken == "" {
		return "", fmt.Errorf("no token in %s", body)
	}
	return answer.AccessToken, nil
}

// The package sets a credential, but not in this request, nor in one that it reads.
func tunnel(c *http.Client, r *bufio.Reader) (*http.Response, error) {
	req := &http.Request{Method: http.MethodConnect, Header: http.Header{}}
	dump, _ := httputil.DumpRequest(req, false)
	log.Printf("%s", dump)
	if inner, err := http.ReadRequest(r); err == nil {
		dump, _ := httputil.DumpRequest(inner, false)
		log.Printf("%s", dump)
	}
	return c.Do(req)
}

// The key may stand in the setting itself, but mostly it is in the file of that name.
type keySettings struct{ KeyFile string }

func (s *keySettings) sign(text []byte) []byte {
	key := []byte(s.KeyFile)
	if !bytes.HasPrefix(key, []byte("key-")) {
		var err error
		if key, err = os.ReadFile(s.KeyFile); err != nil {
			log.Fatalf("can't read %s", s.KeyFile)
		}
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(text)
	return mac.Sum(nil)
}

func validate(c *http.Client, endpoint, token string) error {
	form := url.Values{"access_token": {token}}
	address := endpoint + "?" + form.Encode()
	resp, err := c.Get(address)
	if err != nil {
		return fmt.Errorf("GET %s failed", stripToken(address))
	}
	log.Println("GET " + redactedURL(address))
	return resp.Body.Close()
}

// stripToken returns the URL as it is where there is no query.
func stripToken(address string) string {
	if before, _, ok := strings.Cut(address, "?"); ok {
		return before
	}
	return address
}

func redactedURL(address string) string {
	if u, err := url.Parse(address); err == nil {
		u.RawQuery = ""
		return u.String()
	}
	return address
}

func withoutTokenByLength(resp *http.Response) (string, error) {
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	answer := &granted{}
	if err := json.Unmarshal(body, answer); err != nil {
		return "", err
	}
	if len(answer.AccessToken) > 0 {
		return answer.AccessToken, nil
	}
	return "", fmt.Errorf("no token in %s", body)
}
