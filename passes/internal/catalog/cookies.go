package catalog

import (
	"go/types"
	"slices"
)

// A Cookie describes what sends a cookie (RFC 6265) in an answer: a function, or a field of a struct whose cookie is sent later.
type Cookie struct {
	// Name is the function's full name as in [Func], or a struct type's and its field's.
	Name string
	// Struct is the operand that describes the cookie, a struct or a pointer to one with fields called as those of
	// http.Cookie are; None where the following operands do.
	Struct Operand
	// Key, Value, MaxAge, Secure and HTTPOnly are the operands that [http.Cookie] has fields for.
	Key, Value, MaxAge, Secure, HTTPOnly Operand
	// Lax says that SameSite is Lax where nobody says otherwise.
	Lax bool
	// Session says that the cookie holds a session, or its ID, whatever it is called.
	Session bool
}

var cookies = []Cookie{
	{Name: "net/http.SetCookie", Struct: Arg1},
	{
		Name: "(*github.com/gin-gonic/gin.Context).SetCookie",
		Key:  Arg0, Value: Arg1, MaxAge: Arg2, Secure: Arg5, HTTPOnly: Arg6, // its Context holds SameSite
	},
	{Name: "(*github.com/gin-gonic/gin.Context).SetCookieData", Struct: Arg0},
	{Name: "(github.com/labstack/echo.Context).SetCookie", Struct: Arg0},      // up to v4
	{Name: "(*github.com/labstack/echo.Context).SetCookie", Struct: Arg0},     // from v5 on
	{Name: "(*github.com/gofiber/fiber.Ctx).Cookie", Struct: Arg0, Lax: true}, // up to v2
	{Name: "(github.com/gofiber/fiber.Ctx).Cookie", Struct: Arg0, Lax: true},  // from v3 on
	{Name: "(github.com/gin-contrib/sessions.Store).Options", Struct: Arg0, Session: true},
	{Name: "(github.com/gin-contrib/sessions.Session).Options", Struct: Arg0, Session: true},
	{Name: "github.com/gorilla/sessions.CookieStore.Options", Session: true},
	{Name: "github.com/gorilla/sessions.FilesystemStore.Options", Session: true},
	{Name: "github.com/gorilla/sessions.Session.Options", Session: true},
}

// CookieOf returns the row of a function that sends a cookie, or nil.
func CookieOf(fn *types.Func) *Cookie {
	if fn == nil || fn.Pkg() == nil || !slices.Contains([]string{"SetCookie", "SetCookieData", "Cookie", "Options"}, fn.Name()) {
		return nil
	}
	return cookieRow(funcName(fn.Origin()))
}

// CookieFieldOf returns the row of a field, called so, of a struct whose cookie is sent later, or nil.
func CookieFieldOf(owner types.Type, field string) *Cookie {
	obj := typeNameOf(owner)
	if field != "Options" || obj == nil || obj.Pkg() == nil {
		return nil
	}
	return cookieRow(Unversioned(obj.Pkg().Path()) + "." + obj.Name() + "." + field)
}

func cookieRow(name string) *Cookie {
	if i := slices.IndexFunc(cookies, func(row Cookie) bool { return row.Name == name }); i >= 0 {
		return &cookies[i]
	}
	return nil
}

// A Mint describes a function that makes something by which a server knows again who it gave it to.
type Mint struct {
	// Name is the function's full name as in [Func].
	Name string
	// What is what a message calls it.
	What string
	// Random says that it is just random: whether it gives access to anything is for its use to tell.
	Random bool
}

var mints = []Mint{
	{Name: "(*github.com/golang-jwt/jwt.Token).SignedString", What: "JWT"},
	{Name: "(*github.com/dgrijalva/jwt-go.Token).SignedString", What: "JWT"},
	{Name: "(*github.com/gorilla/securecookie.SecureCookie).Encode", What: "sealed value"},
	{Name: "github.com/gorilla/securecookie.EncodeMulti", What: "sealed value"},
	{Name: "crypto/rand.Text", Random: true},
	{Name: "golang.org/x/oauth2.GenerateVerifier", What: "PKCE verifier"},
	{Name: "github.com/google/uuid.New", Random: true},
	{Name: "github.com/google/uuid.NewString", Random: true},
	{Name: "github.com/google/uuid.NewRandom", Random: true},
	{Name: "github.com/google/uuid.NewV7", Random: true},
	{Name: "github.com/gorilla/securecookie.GenerateRandomKey", Random: true},
}

// MintOf returns the row of a function that makes a credential or a random text, or nil.
func MintOf(fn *types.Func) *Mint {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	name := funcName(fn.Origin())
	if i := slices.IndexFunc(mints, func(row Mint) bool { return row.Name == name }); i >= 0 {
		return &mints[i]
	}
	return nil
}
