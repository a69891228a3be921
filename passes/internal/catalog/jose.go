package catalog

// jwx describes github.com/lestrrat-go/jwx: v1 takes keys as operands, v2 and v3 as options.
var jwx = Library{
	Path:        "github.com/lestrrat-go/jwx",
	SecretsOnly: true,
	Secrets: []Secret{
		{Name: "github.com/lestrrat-go/jwx/jwt.WithKey", Operand: Arg1, Use: Seals, What: "JWT key"},
		{Name: "github.com/lestrrat-go/jwx/jws.WithKey", Operand: Arg1, Use: Seals, What: "JWS key"},
		{Name: "github.com/lestrrat-go/jwx/jwe.WithKey", Operand: Arg1, Use: Seals, What: "JWE key"},
		{Name: "github.com/lestrrat-go/jwx/jwk.FromRaw", Operand: Arg0, Use: Seals, What: "JWT key"},
		{Name: "github.com/lestrrat-go/jwx/jwk.Import", Operand: Arg0, Use: Seals, What: "JWT key"},

		{Name: "github.com/lestrrat-go/jwx/jwt.Sign", Operand: Arg2, Use: Seals, What: "JWT key"},
		{Name: "github.com/lestrrat-go/jwx/jwt.WithVerify", Operand: Arg1, Use: Seals, What: "JWT key"},
		{Name: "github.com/lestrrat-go/jwx/jws.Sign", Operand: Arg2, Use: Seals, What: "JWS key"},
		{Name: "github.com/lestrrat-go/jwx/jws.Verify", Operand: Arg2, Use: Seals, What: "JWS key"},
		{Name: "github.com/lestrrat-go/jwx/jwk.New", Operand: Arg0, Use: Seals, What: "JWT key"},
	},
}

var (
	goJose     = Library{Path: "github.com/go-jose/go-jose", SecretsOnly: true, Secrets: joseSecrets("github.com/go-jose/go-jose")}
	squareJose = Library{Path: "gopkg.in/square/go-jose", SecretsOnly: true, Secrets: joseSecrets("gopkg.in/square/go-jose")}
)

// joseSecrets describes go-jose, which has moved.
func joseSecrets(path string) []Secret {
	return []Secret{
		{Name: path + ".SigningKey.Key", Use: Seals, What: "JWS key"},
		{Name: path + ".Recipient.Key", Use: Seals, What: "JWE key"},
		{Name: path + ".JSONWebKey.Key", Use: Seals, What: "JWT key"},
		{Name: "(" + path + ".JSONWebSignature).Verify", Operand: Arg0, Use: Seals, What: "JWS key"},
		{Name: "(" + path + ".JSONWebEncryption).Decrypt", Operand: Arg0, Use: Seals, What: "JWE key"},
		{Name: "(*" + path + "/jwt.JSONWebToken).Claims", Operand: Arg0, Use: Seals, What: "JWT key"},
		{Name: "(*" + path + "/jwt.NestedJSONWebToken).Decrypt", Operand: Arg0, Use: Seals, What: "JWT key"},
	}
}
