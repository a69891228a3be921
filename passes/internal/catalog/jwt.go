package catalog

// What signs JWTs also lets in whoever brings one: with the key anyone is anybody. Where a library takes the
// keys of several algorithms, it takes a public one to verify with as well; that is no constant string but a key that was parsed.
var (
	golangJWT    = Library{Path: "github.com/golang-jwt/jwt", SecretsOnly: true, Secrets: jwtSecrets("github.com/golang-jwt/jwt")}
	dgrijalvaJWT = Library{Path: "github.com/dgrijalva/jwt-go", SecretsOnly: true, Secrets: jwtSecrets("github.com/dgrijalva/jwt-go")}

	ginJWT = Library{
		Path:        "github.com/appleboy/gin-jwt",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/appleboy/gin-jwt.GinJWTMiddleware.Key", Use: Seals, What: "JWT key"},
			{Name: "github.com/appleboy/gin-jwt.GinJWTMiddleware.PrivKeyBytes", Use: Seals, What: "JWT key"},
		},
	}
	hertzJWT = Library{
		Path:        "github.com/hertz-contrib/jwt",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/hertz-contrib/jwt.HertzJWTMiddleware.Key", Use: Seals, What: "JWT key"},
			{Name: "github.com/hertz-contrib/jwt.HertzJWTMiddleware.PrivKeyBytes", Use: Seals, What: "JWT key"},
		},
	}
	irisJWT = Library{
		Path:        "github.com/kataras/iris/middleware/jwt",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/kataras/iris/middleware/jwt.NewSigner", Operand: Arg1, Use: Seals, What: "JWT key"},
			{Name: "github.com/kataras/iris/middleware/jwt.NewVerifier", Operand: Arg1, Use: Seals, What: "JWT key"},
		},
	}
	katarasJWT = Library{
		Path:        "github.com/kataras/jwt",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/kataras/jwt.Sign", Operand: Arg1, Use: Seals, What: "JWT key"},
			{Name: "github.com/kataras/jwt.Verify", Operand: Arg1, Use: Seals, What: "JWT key"},
		},
	}
	echoJWT = Library{
		Path:        "github.com/labstack/echo-jwt",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/labstack/echo-jwt.JWT", Operand: Arg0, Use: Seals, What: "JWT key"},
			{Name: "github.com/labstack/echo-jwt.Config.SigningKey", Use: Seals, What: "JWT key"},
		},
	}
	// echo had these itself up to v4.
	echoMiddleware = Library{
		Path:        "github.com/labstack/echo/middleware",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/labstack/echo/middleware.JWT", Operand: Arg0, Use: Seals, What: "JWT key"},
			{Name: "github.com/labstack/echo/middleware.JWTConfig.SigningKey", Use: Seals, What: "JWT key"},
		},
	}
	fiberJWT = Library{
		Path:        "github.com/gofiber/contrib/jwt",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/gofiber/contrib/jwt.SigningKey.Key", Use: Seals, What: "JWT key"},
		},
	}
	chiJWT = Library{
		Path:        "github.com/go-chi/jwtauth",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/go-chi/jwtauth.New", Operand: Arg1, Use: Seals, What: "JWT key"},
			{Name: "github.com/go-chi/jwtauth.New", Operand: Arg2, Use: Seals, What: "JWT key"},
		},
	}
)

// jwtSecrets describes all major versions of golang-jwt, and jwt-go that they come from.
func jwtSecrets(path string) []Secret {
	return []Secret{
		{Name: "(*" + path + ".Token).SignedString", Operand: Arg0, Use: Seals, What: "JWT key"},
		{Name: "(" + path + ".SigningMethod).Sign", Operand: Arg1, Use: Seals, What: "JWT key"},
		{Name: "(" + path + ".SigningMethod).Verify", Operand: Arg2, Use: Seals, What: "JWT key"},
		{Name: "(*" + path + ".SigningMethodHMAC).Sign", Operand: Arg1, Use: Seals, What: "JWT key"},
		{Name: "(*" + path + ".SigningMethodHMAC).Verify", Operand: Arg2, Use: Seals, What: "JWT key"},

		{Name: path + ".Parse", Operand: Arg1, Returned: true, Use: Seals, What: "JWT key"},
		{Name: path + ".ParseWithClaims", Operand: Arg2, Returned: true, Use: Seals, What: "JWT key"},
		{Name: "(*" + path + ".Parser).Parse", Operand: Arg1, Returned: true, Use: Seals, What: "JWT key"},
		{Name: "(*" + path + ".Parser).ParseWithClaims", Operand: Arg2, Returned: true, Use: Seals, What: "JWT key"},
		{Name: path + "/request.ParseFromRequest", Operand: Arg2, Returned: true, Use: Seals, What: "JWT key"},
		{Name: path + "/request.ParseFromRequestWithClaims", Operand: Arg3, Returned: true, Use: Seals, What: "JWT key"},
	}
}
