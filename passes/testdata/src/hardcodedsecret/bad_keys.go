package hardcodedsecret

import (
	"crypto/hmac"
	"crypto/sha256"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var jwtKey = []byte("secret") // want `jwtKey is the JWT key that SignedString \(line 18\) gets, so whoever reads the source can forge or open what it protects; load it at run time, and change it \(6 characters, "s"…\)`

const fallback = "the-default-key" // want `fallback is the HMAC key that hmac.New \(line 29\) gets`

var raw = []byte{0x6b, 0x65, 0x79, 0x21} // want `raw is the HMAC key`

func issue(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(jwtKey)
}

func check(token string) (*jwt.Token, error) {
	return jwt.Parse(token, func(*jwt.Token) (any, error) {
		return []byte("another " + "secret"), nil // want `this constant is the JWT key that jwt.Parse \(line 22\) gets`
	})
}

func mac(message []byte) []byte {
	key := getenv("MAC_KEY", fallback)
	m := hmac.New(sha256.New, []byte(key))
	m.Write(message)
	return m.Sum(nil)
}

func getenv(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

type signer struct{ key []byte }

func newSigner(key string) *signer { return &signer{key: []byte(key)} }

func (s *signer) sum() []byte { return hmac.New(sha256.New, s.key).Sum(nil) }

var _ = newSigner("a key given to a constructor") // want `this constant is the HMAC key`

func rawMAC() []byte { return hmac.New(sha256.New, raw).Sum(nil) }

func lookedUp() []byte {
	key := os.Getenv("KEY")
	if key == "" {
		key = "only for development" // want `key is the HMAC key`
	}
	return hmac.New(sha256.New, []byte(key)).Sum(nil)
}
