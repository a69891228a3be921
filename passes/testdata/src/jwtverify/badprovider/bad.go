// Package badprovider takes a provider's tokens, whoever they are for.
package badprovider

import (
	"context"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwk"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
)

type verifier struct{ keys jwk.Set }

func newVerifier(ctx context.Context) (*verifier, error) {
	keys, err := jwk.Fetch(ctx, "https://example.com/jwks.json")
	return &verifier{keys}, err
}

func (v *verifier) subject(text string) (string, error) {
	token, err := jwt.Parse(text, v.key) // want `jwt\.Parse accepts a token that the provider made for another client: its keys sign those as well \(nothing in the package looks at aud\)`
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func (v *verifier) key(token *jwt.Token) (any, error) {
	id, _ := token.Header["kid"].(string)
	key, ok := v.keys.LookupKeyID(id)
	if !ok {
		return nil, jwtError("no key")
	}
	var raw any
	err := key.Raw(&raw)
	return raw, err
}

type jwtError string

func (e jwtError) Error() string { return string(e) }

func (v *verifier) subjectByJWX(text string) (string, error) {
	token, err := jwx.ParseString(text, jwx.WithKeySet(v.keys)) // want `jwx\.ParseString accepts a token that the provider made for another client`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func lax(provider *oidc.Provider) *oidc.IDTokenVerifier {
	return provider.Verifier(&oidc.Config{
		SkipClientIDCheck:          true, // want `a token that the provider made for another client is accepted \(SkipClientIDCheck, and nothing in the package looks at aud\)`
		SkipExpiryCheck:            true, // want `tokens are accepted for ever, .* \(SkipExpiryCheck, and nothing else looks at exp\)`
		InsecureSkipSignatureCheck: true, // want `whoever sends a token can claim to be anybody: its signature isn't checked \(InsecureSkipSignatureCheck\)`
	})
}

// subjectByKey verifies what the program has signed itself.
func subjectByKey(text string, key []byte) (string, error) {
	token, err := jwt.Parse(text, func(*jwt.Token) (any, error) { return key, nil })
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}
