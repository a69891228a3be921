// Package jwtverify defines the rule that finds JWTs which are believed without the checks that make them worth it.
//
// # Analyzer jwtverify
//
// jwtverify: a JWT is accepted without a look at who signed it, when it expires or for whom it is
//
// The libraries golang-jwt (jwt-go), go-jose, lestrrat-go/jwx, coreos/go-oidc, brianvoe/sjwt and Google's idtoken are known. The kinds of findings are:
//
//   - unverified: the claims of a token that comes with a request are read without a look at its signature, be it by a function of another package, and decide
//     something: they are compared, looked up, or put into the context of the request. Or InsecureSkipSignatureCheck is set.
//   - none: a key function accepts tokens without a signature, or such tokens are made.
//   - keyfunc: a key function returns the text of a public key, which golang-jwt takes for the secret of an HMAC.
//   - claims: a verification is told not to look at when the token expires (WithoutClaimsValidation, SkipClaimsValidation, SkipExpiryCheck, WithValidate(false)).
//   - expiry: go-jose and jwx up to v1 leave that to their users, who don't look either.
//   - audience (advisory): tokens of a provider, whose published keys sign them for all of its clients, are accepted without a look at whom they are for.
//
// # Bad
//
//	package account
//
//	import (
//		"net/http"
//
//		"github.com/golang-jwt/jwt/v5"
//	)
//
//	func signIn(w http.ResponseWriter, r *http.Request, begin func(w http.ResponseWriter, email string)) {
//		claims := jwt.MapClaims{}
//		if _, _, err := jwt.NewParser().ParseUnverified(r.FormValue("id_token"), claims); err != nil {
//			http.Error(w, "no token", http.StatusBadRequest)
//			return
//		}
//		if email, ok := claims["email"].(string); ok && email != admin {
//			begin(w, email)
//		}
//	}
//
//	var admin string
//
// # Good
//
//	package account
//
//	import (
//		"net/http"
//
//		"github.com/golang-jwt/jwt/v5"
//	)
//
//	func signIn(w http.ResponseWriter, r *http.Request, key jwt.Keyfunc, begin func(w http.ResponseWriter, email string)) {
//		claims := jwt.MapClaims{}
//		if _, err := jwt.ParseWithClaims(r.FormValue("id_token"), claims, key, jwt.WithValidMethods([]string{"RS256"}), jwt.WithAudience("client")); err != nil {
//			http.Error(w, "no token", http.StatusBadRequest)
//			return
//		}
//		if email, ok := claims["email"].(string); ok && email != admin {
//			begin(w, email)
//		}
//	}
//
//	var admin string
//
// # Why
//
// Anybody can write a token. Its signature says who wrote it, exp until when its writer stands by it, and aud who was meant to read it: a provider
// such as Google signs for every program that its users log in to, and each of these gets tokens of your users (RFC 7519, RFC 8725).
//
// golang-jwt refuses tokens without a signature, and a key of one kind for an algorithm of another. A key function that doesn't look at the token's
// Method is thus no finding; -jwtverify.methods reports those as well, for WithValidMethods is a second line of defence.
//
// # Fix safety
//
// Only what -jwtverify.methods reports has a fix: it adds the algorithm by which the package signs its own tokens. Tokens that are signed
// elsewhere by another one are refused then.
//
// # Known limits
//
// A token that the program got itself, or is configured with, is left alone, and one that code which isn't known gets too. So is a header or a cookie
// in a handler, which a middleware may have verified; a middleware itself is looked at. What only looks at exp, iss or the ID of a key is fine without.
// Functions that have to do with tokens which may have expired (refresh, logout) may accept these.
//
// # Options
//
//   - -jwtverify.methods: report verifications that don't say by which algorithms tokens may be signed
//   - -jwtverify.tests: report findings in tests, test helpers and examples too
package jwtverify
