package secretlog

import (
	"crypto/hmac"
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

type client struct {
	token string
	debug io.Writer
	http  *http.Client
}

func (c *client) do(req *http.Request) (*http.Response, error) {
	req.Header.Set("Authorization", "Bearer "+c.token)
	slog.Info("request", "url", req.URL.Path, "token", c.token) // want `slog.Info writes c.token, which is the credential, to the log: whoever reads that can use it`
	dump, err := httputil.DumpRequestOut(req, true)
	if err != nil {
		return nil, fmt.Errorf("token %s: %w", c.token, err) // want `fmt.Errorf writes c.token, which is the credential, to an error, and so to the log`
	}
	fmt.Fprintf(c.debug, "--- request:\n%s\n", dump) // want `fmt.Fprintf writes a dump of its own request to the output, with the credential in its headers`
	log.Printf("headers %v", req.Header)             // want `log.Printf writes all headers of its own request to the log, and so its credential`
	return c.http.Do(req)
}

func newClient() *client {
	token := os.Getenv("API_TOKEN")
	log.Println("using token " + token) // want `log.Println writes "using token " \+ token, which is the credential, to the log`
	return &client{token: token}
}

func handle(w http.ResponseWriter, r *http.Request) {
	fields := []any{"method", r.Method}
	slog.Info("request", append(fields, "x")...)
	slog.Info("request", "headers", r.Header)                   // want `slog.Info writes all headers of the caller's request`
	slog.Info("request", "auth", r.Header.Get("Authorization")) // want `slog.Info writes r.Header.Get\("Authorization"\), which is the credential`
	if _, password, ok := r.BasicAuth(); ok && password != "" {
		log.Printf("login with %q", password) // want `log.Printf writes password, which is the password`
	}
}

func exchanged(token *oauth2.Token) {
	fmt.Println(token) // want `fmt.Println writes all of token to the output, and so its AccessToken`
}

type settings struct {
	Host  string
	Login login
}

type login struct {
	User     string `json:"user"`
	Password string `json:"password"`
}

func start(s settings) {
	log.Printf("settings: %+v", s) // want `log.Printf writes all of s to the log, and so its Login.Password`
}

type answer struct {
	AccessToken string `json:"access_token"`
}

func fetch(c *http.Client, user, password string) (*answer, error) {
	form := url.Values{}
	form.Set("username", user)
	form.Set("password", password)
	encoded := form.Encode()
	slog.Debug("login", "form", encoded) // want `slog.Debug writes a form to the log, with its password`
	resp, err := c.Post("https://example.com/token", "application/x-www-form-urlencoded", strings.NewReader(encoded))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	a := new(answer)
	if err := json.Unmarshal(body, a); err != nil {
		return nil, fmt.Errorf("%w in %s", err, body) // want `fmt.Errorf writes an answer to an error, and so to the log, with the AccessToken in it`
	}
	return a, nil
}

func (c *client) logf(format string, args ...any) { log.Printf("client: "+format, args...) }

func (c *client) authorize(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+c.token)
	c.logf("authorized with %s", c.token) // want `c.logf writes c.token, which is the credential, to the log`
}

func listed(w http.ResponseWriter, r *http.Request) {
	fields := []any{"headers", r.Header, "method", r.Method}
	fields = append(fields, "path", r.URL.Path)
	slog.Info("request", fields...) // want `slog.Info writes all headers of the caller's request`
}

func accepted(r *http.Request, secret []byte) error {
	given := r.Header.Get("X-Gitlab-Token")
	if hmac.Equal(secret, []byte(given)) {
		return fmt.Errorf("token %s isn't for this", given) // want `fmt.Errorf writes given, which is the credential`
	}
	return nil
}

func made(c *http.Client, token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", "https://api.example.com", nil)
	if err != nil {
		return nil, err
	}
	authorize(req, token)
	dump, _ := httputil.DumpRequest(req, false)
	log.Printf("%s", dump) // want `log.Printf writes a dump of its own request to the log`
	return c.Do(req)
}

func authorize(req *http.Request, token string) { req.Header.Set("Authorization", "Bearer "+token) }
