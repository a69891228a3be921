package catalog

import (
	"go/types"
	"slices"
	"sync"
)

// A SignedRole says what a function does with a signed token (a JWT, RFC 7519).
type SignedRole uint8

// The roles.
const (
	// Decodes reads the claims of a token, whoever signed it.
	Decodes SignedRole = iota + 1
	// Verifies checks its signature.
	Verifies
	// ParsesSigned reads a token, and leaves both to the methods of its result.
	ParsesSigned
)

// A Signed describes a function that takes a signed token.
type Signed struct {
	// Name is the function's full name as in [Func].
	Name string
	Role SignedRole
	// Token is the token.
	Token Operand
	// Claims is what the claims are stored to; they are in the first result too, unless that is an error.
	Claims Operand
	// Key is the key, or the function that returns it.
	Key Operand
	// Options are options of the parser.
	Options Operand
	// KeyedBy are the options of which one makes it verify; without them it decodes.
	KeyedBy []string
	// V1 says that the row holds up to v1 of the library, and others of the same name from v2 on.
	V1 bool
	// Timeless says that it doesn't look at when the token expires.
	Timeless bool
}

// signed describes the libraries of JWTs.
var signed = slices.Concat(
	jwtFunctions("github.com/golang-jwt/jwt", Arg2, Arg3), // up to v3 without options
	jwtFunctions("github.com/dgrijalva/jwt-go", None, None),
	jwtFunctions("github.com/form3tech-oss/jwt-go", None, None),
	joseFunctions("github.com/go-jose/go-jose"),
	joseFunctions("gopkg.in/square/go-jose"),
	joseFunctions("gopkg.in/go-jose/go-jose"),
	[]Signed{
		jwxV1("Parse"),
		jwxV1("ParseString"),
		{Name: "github.com/lestrrat-go/jwx/jwt.Parse", Role: Verifies, Token: Arg0, Options: Arg1},
		{Name: "github.com/lestrrat-go/jwx/jwt.ParseString", Role: Verifies, Token: Arg0, Options: Arg1},
		{Name: "github.com/lestrrat-go/jwx/jwt.ParseInsecure", Role: Decodes, Token: Arg0},
		{Name: "github.com/lestrrat-go/jwx/jws.Verify", Role: Verifies, Token: Arg0, Timeless: true},

		{Name: "(*github.com/coreos/go-oidc/oidc.IDTokenVerifier).Verify", Role: Verifies, Token: Arg1},
		{Name: "(*github.com/coreos/go-oidc.IDTokenVerifier).Verify", Role: Verifies, Token: Arg1},
		{Name: "(github.com/coreos/go-oidc/oidc.KeySet).VerifySignature", Role: Verifies, Token: Arg1, Timeless: true},
		{Name: "(*github.com/coreos/go-oidc/oidc.RemoteKeySet).VerifySignature", Role: Verifies, Token: Arg1, Timeless: true},

		{Name: "github.com/brianvoe/sjwt.Parse", Role: Decodes, Token: Arg0},
		{Name: "github.com/brianvoe/sjwt.Verify", Role: Verifies, Token: Arg0, Key: Arg1, Timeless: true},

		{Name: "google.golang.org/api/idtoken.ParsePayload", Role: Decodes, Token: Arg0},
		{Name: "google.golang.org/api/idtoken.Validate", Role: Verifies, Token: Arg1},
		{Name: "(*google.golang.org/api/idtoken.Validator).Validate", Role: Verifies, Token: Arg1},
	},
)

// jwtFunctions describes golang-jwt, and what it comes from, with the options of two of the functions.
func jwtFunctions(path string, ofParse, ofParseWithClaims Operand) []Signed {
	return []Signed{
		{Name: "(*" + path + ".Parser).ParseUnverified", Role: Decodes, Token: Arg0, Claims: Arg1},
		{Name: path + ".Parse", Role: Verifies, Token: Arg0, Key: Arg1, Options: ofParse},
		{Name: path + ".ParseWithClaims", Role: Verifies, Token: Arg0, Claims: Arg1, Key: Arg2, Options: ofParseWithClaims},
		{Name: "(*" + path + ".Parser).Parse", Role: Verifies, Token: Arg0, Key: Arg1},
		{Name: "(*" + path + ".Parser).ParseWithClaims", Role: Verifies, Token: Arg0, Claims: Arg1, Key: Arg2},
		{Name: "(" + path + ".SigningMethod).Verify", Role: Verifies, Token: Arg0, Key: Arg2, Timeless: true},
		{Name: path + "/request.ParseFromRequest", Role: Verifies, Token: Arg0, Key: Arg2},
		{Name: path + "/request.ParseFromRequestWithClaims", Role: Verifies, Token: Arg0, Claims: Arg2, Key: Arg3},
	}
}

// jwxV1 describes a function that is documented to verify nothing without a key, and to look at no time without WithValidate.
func jwxV1(name string) Signed {
	return Signed{
		Name: "github.com/lestrrat-go/jwx/jwt." + name, Role: Verifies, Token: Arg0, Options: Arg1, V1: true, Timeless: true,
		KeyedBy: []string{"WithVerify", "WithKeySet", "WithKeySetProvider", "WithVerifyAuto"},
	}
}

// joseFunctions describes go-jose, whose tokens come without a look at them.
func joseFunctions(path string) []Signed {
	return []Signed{
		{Name: path + "/jwt.ParseSigned", Role: ParsesSigned, Token: Arg0},
		{Name: path + "/jwt.ParseSignedAndEncrypted", Role: ParsesSigned, Token: Arg0},
		{Name: path + ".ParseSigned", Role: ParsesSigned, Token: Arg0},
		{Name: "(*" + path + "/jwt.JSONWebToken).UnsafeClaimsWithoutVerification", Role: Decodes, Token: Recv, Claims: Arg0},
		{Name: "(*" + path + "/jwt.JSONWebToken).Claims", Role: Verifies, Token: Recv, Key: Arg0, Claims: Arg1, Timeless: true},
		{Name: "(" + path + ".JSONWebSignature).UnsafePayloadWithoutVerification", Role: Decodes, Token: Recv},
		{Name: "(" + path + ".JSONWebSignature).Verify", Role: Verifies, Token: Recv, Key: Arg0, Timeless: true},
	}
}

// signedIndex holds the rows by their names, and the last names of those.
var signedIndex = sync.OnceValues(func() (rows map[string][]*Signed, last map[string]bool) {
	rows, last = map[string][]*Signed{}, map[string]bool{}
	for i := range signed {
		rows[signed[i].Name] = append(rows[signed[i].Name], &signed[i])
		last[lastName(signed[i].Name)] = true
	}
	return rows, last
})

// SignedOf returns the row of a function that takes a signed token, or nil.
func SignedOf(fn *types.Func) *Signed {
	rows, last := signedIndex()
	if fn == nil || fn.Pkg() == nil || !last[fn.Name()] {
		return nil
	}
	versioned := Unversioned(fn.Pkg().Path()) != fn.Pkg().Path()
	for _, row := range rows[funcName(fn.Origin())] {
		if len(rows[row.Name]) == 1 || row.V1 != versioned {
			return row
		}
	}
	return nil
}
