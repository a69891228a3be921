package hardcodedsecret

import (
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"flag"
	"net/http"
	"net/url"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/oauth2"
)

const envToken = "API_TOKEN"

var tokenFile = flag.String("token", "/var/run/secrets/token", "file")

func names(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+os.Getenv(envToken))
	req.Header.Set("Authorization", "Bearer ")
	req.Header.Set("X-Api-Key", "<your key>")
	req.Header.Set("Content-Type", "application/json")
	req.SetBasicAuth(os.Getenv("USER"), "")
	if req.Header.Get("Authorization") == "" || req.Header.Get("X-GitHub-Event") == "push" {
		return
	}
}

func local() {
	sql.Open("postgres", "postgres://postgres:postgres@localhost/app")
	sql.Open("sqlite3", "file.db")
	sql.Open("mysql", os.Getenv("DSN"))
	sql.Open("postgres", "host=db dbname=app")
}

func seed(entropy []byte) []byte {
	mac := hmac.New(sha256.New, []byte("Bitcoin seed")) // fixed by BIP 32
	mac.Write(entropy)
	return mac.Sum(nil)
}

func zero() []byte {
	key := make([]byte, 32)
	return hmac.New(sha256.New, key).Sum(nil)
}

type header struct{ h http.Header }

// The name and the value of one call belong together.
func (c *header) set(name, value string) { c.h.Set(name, value) }

func (c *header) setAll(token string) {
	c.set("User-Agent", "a program of ours")
	c.set("Authorization", "Bearer "+token)
	c.set("Authorization", "Signed "+sign(token))
}

func sign(s string) string {
	if s == "" {
		return ""
	}
	return s + "x"
}

// nativeSecret is the secret of a native program's client; it isn't confidential (RFC 8252, section 8.5).
const nativeSecret = "9f8b7c6d5e4a"

var native = oauth2.Config{ClientID: "id", ClientSecret: nativeSecret}

func public(req *http.Request) {
	req.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte("cli:cli")))
	// These credentials are public.
	req.Header.Set("X-Api-Key", "9f8b7c6d5e40")
}

const tokenPattern = `SG\.[\w-]{22}\.[\w-]{43}`

const tokenStart = "SG."

var urls = []string{
	"amqp://guest:guest@mq.weather.io/", "https://user:password@weather.io/", "postgres://app:hunter37@db:5432/app",
	"redis://:%s@weather.io", "https://weather.io:8080/@me", "https://<user>:<pass>@weather.io",
}

// What stands for "as it was" is never hashed.
const unchanged = "as it was before"

type account struct{ password string }

func edit() account { return account{password: unchanged} }

func (a account) save() []byte {
	if a.password != unchanged {
		return keyed(a.password)
	}
	return nil
}

func keyed(password string) []byte { return hmac.New(sha256.New, []byte(password)).Sum(nil) }

func saved() []byte { return edit().save() }

var device = url.UserPassword("user", "pass")

// unsigned makes a token that nothing signs; the constant is no key.
func unsigned(token *jwt.Token) (string, error) {
	return token.SignedString(jwt.UnsafeAllowNoneSignatureType)
}

// MockAuth is for tests of programs that use the package.
func MockAuth(w http.ResponseWriter, r *http.Request) bool {
	return r.Header.Get("Authorization") == "letmein7"
}

type fakeSigner struct{}

func (*fakeSigner) sum() []byte { return hmac.New(sha256.New, []byte("hunter38")).Sum(nil) }
