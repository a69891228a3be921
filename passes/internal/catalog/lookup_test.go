package catalog

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

func TestUnversioned(t *testing.T) {
	for name, want := range map[string]string{
		"":                                       "",
		"net/http":                               "net/http",
		"github.com/go-resty/resty":              "github.com/go-resty/resty",
		"github.com/go-resty/resty/v2":           "github.com/go-resty/resty",
		"github.com/google/go-github/v75/github": "github.com/google/go-github/github",
		"(*github.com/google/go-github/v75/github.T).M": "(*github.com/google/go-github/github.T).M",
		"(*github.com/go-resty/resty/v2.Client).R":      "(*github.com/go-resty/resty.Client).R",
		"github.com/go-resty/resty/v2.New":              "github.com/go-resty/resty.New",
		"resty.dev/v3":                                  "resty.dev",
		"(resty.dev/v3.Client).R":                       "(resty.dev.Client).R",
		"gopkg.in/resty.v1":                             "gopkg.in/resty",
		"gopkg.in/resty.v1.New":                         "gopkg.in/resty.New",
		"(*gopkg.in/resty.v1.Client).R":                 "(*gopkg.in/resty.Client).R",
		"gopkg.in/go-playground/x.v10/y":                "gopkg.in/go-playground/x/y",
		"gopkg.in/vN.v0":                                "gopkg.in/vN",
		// Not major versions.
		"k8s.io/api/core/v1":        "k8s.io/api/core/v1",
		"github.com/v2fly/v2ray":    "github.com/v2fly/v2ray",
		"example.com/v02":           "example.com/v02",
		"example.com/v":             "example.com/v",
		"example.com/x.v2":          "example.com/x.v2",
		"example.com/validate/vet2": "example.com/validate/vet2",
		"example.com/v2-beta":       "example.com/v2-beta",
	} {
		if got := Unversioned(name); got != want {
			t.Errorf("Unversioned(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzUnversioned(f *testing.F) {
	for _, seed := range []string{"a/v2", "a/v2/v3.T", "(*gopkg.in/a.v1.T).M", "/v", ".v1", "a/v2/", "/v2/v2", "gopkg.in/v2.v2.v2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		got := Unversioned(name)
		if len(got) > len(name) {
			t.Errorf("Unversioned(%q) = %q is longer", name, got)
		}
		if again := Unversioned(got); again != got {
			t.Errorf("Unversioned(%q) = %q, and of that %q", name, got, again)
		}
		if !strings.Contains(name, "v") && got != name {
			t.Errorf("Unversioned(%q) = %q without a version", name, got)
		}
	})
}

// sources are packages with just enough in them to be looked up.
var sources = map[string]string{
	"context": `package context; type Context interface{ Err() error }`,
	"time":    `package time; type Duration int64`,
	"net/http": `package http
		import "context"
		type Client struct{}
		func (*Client) Do(*Request) {}
		func (*Client) Other() {}
		type Header map[string][]string
		func (Header) Set(key, value string) {}
		func (Header) Get(key string) {}
		type Request struct{}
		func NewRequestWithContext(context.Context) {}
		type RoundTripper interface { RoundTrip(*Request) }
		var DefaultClient *Client
		var NoProxy int`,
	"net/http/httputil": `package httputil; func Get() {}`,
	"github.com/go-resty/resty/v2": `package resty
		import "time"
		type Client struct{}
		func New() *Client { return nil }
		func (*Client) SetTimeout(time.Duration) {}`,
	"gopkg.in/resty.v1": `package resty
		type Client struct{}
		func New() *Client { return nil }
		func (*Client) SetTimeout(int64) {}`,
	"github.com/google/go-github/v75/github": `package github
		import ("context"; "net/http")
		type Client struct{ Issues *IssuesService }
		func NewClient(*http.Client) *Client { return nil }
		func (*Client) Do(ctx context.Context, req *http.Request, v any) {}
		type IssuesService struct{}
		type Service2 struct{}`,
	"github.com/google/go-github/v89/github": `package github
		import "net/http"
		type Client struct{}
		type Option func()
		func NewClient(...Option) *Client { return nil }
		func (*Client) Do(req *http.Request, v any) {}`,
	"github.com/avast/retry-go/v4": `package retry
		type Option func()
		func Do(func() error, ...Option) error { return nil }
		func DoWithData[T any](func() (T, error), ...Option) (t T, err error) { return t, nil }`,
	"github.com/avast/retry-go/v5": `package retry
		type RetrierWithData[T any] struct{}
		func (*RetrierWithData[T]) Do(func() (T, error)) {}`,
	"golang.org/x/oauth2": `package oauth2
		type Config struct { ClientID, ClientSecret string }`,
	"github.com/appleboy/gin-jwt/v2": `package jwt
		type GinJWTMiddleware struct { Key []byte }`,
	"github.com/golang-jwt/jwt/v5": `package jwt
		type Token struct{}
		func (*Token) SignedString(key any) (string, error) { return "", nil }
		func Parse(token string, keys func(*Token) (any, error)) (*Token, error) { return nil, nil }
		func ParseWithClaims(token string, claims, keys any) (*Token, error) { return nil, nil }
		type Parser struct{}
		func (*Parser) Parse(token string) (*Token, error) { return nil, nil }`,
	"github.com/gorilla/securecookie": `package securecookie
		func New(hashKey, blockKey []byte) {}
		func CodecsFromPairs(keyPairs ...[]byte) {}`,
	"github.com/gin-contrib/sessions/redis": `package redis
		func NewStore(size int, network, address, username, password string, keyPairs ...[]byte) {}`,
	"github.com/stripe/stripe-go/v85": `package stripe; var Key, Version string`,
	"example.com/a":                   `package a; func F() {}; func G() {}`,
	"example.com/pay/v2": `package pay
		import "context"
		type Client[T any] struct{}
		func (*Client[T]) Charge(id string, ctx context.Context, cents T) error { return nil }
		func (*Client[T]) Other(ctx context.Context) error { return nil }
		func Repeat(times int, fn func() error) error { return nil }
		func Genuine(b []byte) (bool, error) { return false, nil }
		func Check(b []byte) error { return nil }
		func Open(name, token string) {}
		type Config struct{ Pin, Name string }`,
	"example.com/user": `package http
		import ("golang.org/x/oauth2"; real "net/http")
		type Config = oauth2.Config
		type Own oauth2.Config
		func New(key []byte) {}
		type Client struct{}
		func (*Client) Do(*real.Request) {}
		type Alias = real.Client
		type Defined real.Client
		type Generic[T any] struct{}
		func (Generic[T]) Do(T) {}
		var Key string
		var DefaultClient, Aliased = new(real.Client), new(Alias)
		var Fetch interface{ RoundTrip(*real.Request) }`,
}

type mapImporter map[string]*types.Package

func (m mapImporter) Import(path string) (*types.Package, error) {
	if pkg := m[path]; pkg != nil {
		return pkg, nil
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path+".go", sources[path], 0)
	if err != nil {
		return nil, err
	}
	conf := types.Config{Importer: m}
	pkg, err := conf.Check(path, fset, []*ast.File{file}, nil)
	m[path] = pkg
	return pkg, err
}

// object finds "Name" or "Type.Method" in one of the sources.
func object(t testing.TB, m mapImporter, path, name string) types.Object {
	t.Helper()
	pkg, err := m.Import(path)
	if err != nil {
		t.Fatal(err)
	}
	first, method, isMethod := strings.Cut(name, ".")
	obj := pkg.Scope().Lookup(first)
	if obj != nil && isMethod {
		obj, _, _ = types.LookupFieldOrMethod(obj.Type(), true, pkg, method)
	}
	if obj == nil {
		t.Fatalf("no %s in %s", name, path)
	}
	return obj
}

func TestFuncOf(t *testing.T) {
	m := mapImporter{}
	for _, tt := range []struct {
		path, name string
		want       string // the row's name, or empty
		client     Operand
	}{
		{"net/http", "Client.Do", "(*net/http.Client).Do", Recv},
		{"net/http", "RoundTripper.RoundTrip", "(net/http.RoundTripper).RoundTrip", Recv},
		{"net/http", "NewRequestWithContext", "net/http.NewRequestWithContext", None},
		{"net/http", "Client.Other", "", None},
		{"net/http/httputil", "Get", "", None},
		{"github.com/go-resty/resty/v2", "New", "github.com/go-resty/resty.New", None},
		{"github.com/go-resty/resty/v2", "Client.SetTimeout", "(*github.com/go-resty/resty.Client).SetTimeout", Recv},
		{"gopkg.in/resty.v1", "New", "gopkg.in/resty.New", None},
		// An int64 is no duration: this isn't the function that the row means.
		{"gopkg.in/resty.v1", "Client.SetTimeout", "", None},
		// Two major versions, two rows.
		{"github.com/google/go-github/v75/github", "NewClient", "github.com/google/go-github/github.NewClient", Arg0},
		{"github.com/google/go-github/v89/github", "NewClient", "github.com/google/go-github/github.NewClient", None},
		// A user's own names.
		{"example.com/user", "Client.Do", "", None},
		{"example.com/user", "Generic.Do", "", None},
		{"example.com/user", "Alias.Do", "(*net/http.Client).Do", Recv},
		{"example.com/user", "Fetch.RoundTrip", "", None},
	} {
		fn := object(t, m, tt.path, tt.name).(*types.Func)
		row := FuncOf(fn)
		if row == nil {
			row = &Func{}
		}
		if row.Name != tt.want || row.Client != tt.client {
			t.Errorf("FuncOf(%s) is the row of %q with client %d, want %q with %d", fn.FullName(), row.Name, row.Client, tt.want, tt.client)
		}
	}
	if FuncOf(nil) != nil || FuncOf(types.Universe.Lookup("error").Type().Underlying().(*types.Interface).Method(0)) != nil {
		t.Error("FuncOf has a row for no function, or one without a package")
	}
}

func TestFuncOfChoosesByContext(t *testing.T) {
	m := mapImporter{}
	old := FuncOf(object(t, m, "github.com/google/go-github/v75/github", "Client.Do").(*types.Func))
	if old == nil || old.Context != Arg0 || old.Request != None {
		t.Errorf("Do(ctx, req) has the row %+v", old)
	}
	current := FuncOf(object(t, m, "github.com/google/go-github/v89/github", "Client.Do").(*types.Func))
	if current == nil || current.Context != None || current.Request != Arg0 {
		t.Errorf("Do(req) has the row %+v", current)
	}
}

func TestFuncOfGeneric(t *testing.T) {
	m := mapImporter{}
	generic := object(t, m, "example.com/user", "Generic").Type()
	inst, err := types.Instantiate(nil, generic, []types.Type{types.Typ[types.Int]}, true)
	if err != nil {
		t.Fatal(err)
	}
	do, _, _ := types.LookupFieldOrMethod(inst, true, nil, "Do")
	if got, want := funcName(do.(*types.Func).Origin()), "(example.com/user.Generic).Do"; got != want {
		t.Errorf("a generic type's method is called %s, want %s", got, want)
	}
}

func TestFuncOfInstance(t *testing.T) {
	const src = `package user
		import "github.com/avast/retry-go/v4"
		func fetch() (int, error) { return 0, nil }
		func inferred() { retry.DoWithData(fetch) }
		func stated() { retry.DoWithData[int](fetch) }`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "user.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}, Instances: map[*ast.Ident]types.Instance{}}
	conf := types.Config{Importer: mapImporter{}}
	if _, err := conf.Check("example.com/user", fset, []*ast.File{file}, info); err != nil {
		t.Fatal(err)
	}
	if len(info.Instances) != 2 {
		t.Fatalf("the calls have the instances %v", info.Instances)
	}
	for id := range info.Instances {
		row := FuncOf(info.Uses[id].(*types.Func))
		if row == nil || row.Name != "github.com/avast/retry-go.DoWithData" || row.Func != Arg0 || row.Options != Arg1 {
			t.Errorf("the call at %v has the row %+v", fset.Position(id.Pos()), row)
		}
	}
}

func TestFuncOfInstanceMethod(t *testing.T) {
	generic := object(t, mapImporter{}, "github.com/avast/retry-go/v5", "RetrierWithData").Type()
	inst, err := types.Instantiate(nil, generic, []types.Type{types.Typ[types.Int]}, true)
	if err != nil {
		t.Fatal(err)
	}
	do, _, _ := types.LookupFieldOrMethod(inst, true, nil, "Do")
	if row := FuncOf(do.(*types.Func)); row == nil || row.Name != "(*github.com/avast/retry-go.RetrierWithData).Do" || row.Func != Arg0 {
		t.Errorf("an instance's method has the row %+v", row)
	}
}

func TestTypeOf(t *testing.T) {
	m := mapImporter{}
	for _, tt := range []struct{ path, name, want string }{
		{"net/http", "Client", "net/http.Client"},
		{"net/http", "RoundTripper", ""},
		{"github.com/google/go-github/v75/github", "Client", "github.com/google/go-github/github.Client"},
		{"github.com/google/go-github/v75/github", "IssuesService", "github.com/google/go-github/github.*Service"},
		{"github.com/google/go-github/v75/github", "Service2", ""},
		{"example.com/user", "Client", ""},
		{"example.com/user", "Alias", "net/http.Client"},
		{"example.com/user", "Defined", ""},
		{"example.com/user", "Generic", ""},
	} {
		typ := object(t, m, tt.path, tt.name).Type()
		for _, typ := range []types.Type{typ, types.NewPointer(typ)} {
			got := ""
			if row := TypeOf(typ); row != nil {
				got = row.Name
			}
			if got != tt.want {
				t.Errorf("TypeOf(%s) is the row of %q, want %q", typ, got, tt.want)
			}
		}
	}
	if TypeOf(types.Typ[types.Int]) != nil || TypeOf(types.Universe.Lookup("error").Type()) != nil {
		t.Error("TypeOf has a row for int or error")
	}
}

func TestSecretsOf(t *testing.T) {
	m := mapImporter{}
	for _, tt := range []struct {
		path, name string
		want       []Operand
	}{
		{"net/http", "Header.Set", []Operand{Arg1}},
		{"net/http", "Header.Get", nil},
		{"github.com/golang-jwt/jwt/v5", "Token.SignedString", []Operand{Arg0}},
		{"github.com/golang-jwt/jwt/v5", "Parse", []Operand{Arg1}},
		// This isn't a function that the row means: it takes no function.
		{"github.com/golang-jwt/jwt/v5", "ParseWithClaims", nil},
		{"github.com/golang-jwt/jwt/v5", "Parser.Parse", nil},
		{"github.com/gorilla/securecookie", "New", []Operand{Arg0, Arg1}},
		{"github.com/gorilla/securecookie", "CodecsFromPairs", []Operand{Arg0}},
		{"github.com/gin-contrib/sessions/redis", "NewStore", []Operand{Arg4, Arg5}},
		{"example.com/user", "New", nil},
	} {
		var got []Operand
		for _, row := range SecretsOf(object(t, m, tt.path, tt.name).(*types.Func)) {
			got = append(got, row.Operand)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("SecretsOf(%s.%s) has rows of the operands %v, want %v", tt.path, tt.name, got, tt.want)
		}
	}
	if SecretsOf(nil) != nil || SecretsOf(types.Universe.Lookup("error").Type().Underlying().(*types.Interface).Method(0)) != nil {
		t.Error("SecretsOf has a row for no function, or one without a package")
	}
}

func TestSecretField(t *testing.T) {
	m := mapImporter{}
	for _, tt := range []struct{ path, name, field, want string }{
		{"golang.org/x/oauth2", "Config", "ClientSecret", "OAuth client secret"},
		{"golang.org/x/oauth2", "Config", "ClientID", ""},
		{"github.com/appleboy/gin-jwt/v2", "GinJWTMiddleware", "Key", "JWT key"},
		{"example.com/user", "Config", "ClientSecret", "OAuth client secret"}, // an alias
		{"example.com/user", "Own", "ClientSecret", ""},
	} {
		typ := object(t, m, tt.path, tt.name).Type()
		for _, typ := range []types.Type{typ, types.NewPointer(typ)} {
			got := ""
			if row := SecretField(typ, tt.field); row != nil {
				got = row.What
			}
			if got != tt.want {
				t.Errorf("SecretField(%s, %s) is %q, want %q", typ, tt.field, got, tt.want)
			}
		}
	}
	if SecretField(types.Typ[types.Int], "Key") != nil || SecretField(types.Universe.Lookup("error").Type(), "Key") != nil {
		t.Error("SecretField has a row for int or error")
	}
}

func TestSecretVar(t *testing.T) {
	m := mapImporter{}
	for _, tt := range []struct {
		path, name string
		want       bool
	}{
		{"github.com/stripe/stripe-go/v85", "Key", true},
		{"github.com/stripe/stripe-go/v85", "Version", false},
		{"example.com/user", "Key", false},
	} {
		if got := SecretVar(object(t, m, tt.path, tt.name)) != nil; got != tt.want {
			t.Errorf("SecretVar(%s.%s) has a row: %v", tt.path, tt.name, got)
		}
	}
	if SecretVar(nil) != nil || SecretVar(types.Universe.Lookup("nil")) != nil {
		t.Error("SecretVar has a row for nothing")
	}
}

func TestVarOf(t *testing.T) {
	m := mapImporter{}
	for _, tt := range []struct {
		path, name string
		want       bool
	}{
		{"net/http", "DefaultClient", true},
		{"net/http", "NoProxy", false},
		{"example.com/user", "DefaultClient", false},
	} {
		if got := VarOf(object(t, m, tt.path, tt.name)) != nil; got != tt.want {
			t.Errorf("VarOf(%s.%s) has a row: %v", tt.path, tt.name, got)
		}
	}
	if VarOf(nil) != nil || VarOf(types.Universe.Lookup("nil")) != nil {
		t.Error("VarOf has a row for nothing")
	}
}

func TestLibraryOf(t *testing.T) {
	for path, want := range map[string]string{
		"net":                                    "net",
		"net/http":                               "net/http",
		"net/http/httputil":                      "net/http",
		"net/url":                                "net",
		"network":                                "",
		"database/sql":                           "", // of which only the secrets are known
		"github.com/golang-jwt/jwt/v5/request":   "",
		"golang.org/x/oauth2":                    "golang.org/x/oauth2",
		"golang.org/x/oauth23":                   "",
		"golang.org/x":                           "",
		"github.com/google/go-github/v75/github": "github.com/google/go-github",
		"github.com/aws/aws-sdk-go-v2/service/s3":    "github.com/aws/aws-sdk-go-v2",
		"github.com/aws/aws-sdk-go/aws":              "github.com/aws/aws-sdk-go",
		"github.com/go-resty/resty/v2":               "github.com/go-resty/resty",
		"resty.dev/v3":                               "resty.dev",
		"gopkg.in/resty.v1":                          "gopkg.in/resty",
		"github.com/coreos/go-oidc/v3/oidc":          "github.com/coreos/go-oidc",
		"example.com/fork/github.com/slack-go/slack": "",
		"": "",
	} {
		got := ""
		if lib := LibraryOf(path); lib != nil {
			got = lib.Path
		}
		if got != want {
			t.Errorf("LibraryOf(%q) is %q, want %q", path, got, want)
		}
	}
}

func BenchmarkFuncOf(b *testing.B) {
	m := mapImporter{}
	for name, fn := range map[string]types.Object{
		"row":        object(b, m, "net/http", "Client.Do"),
		"two rows":   object(b, m, "github.com/google/go-github/v89/github", "NewClient"),
		"no row":     object(b, m, "net/http", "Client.Other"),
		"no library": object(b, m, "example.com/user", "Client.Do"),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				FuncOf(fn.(*types.Func))
			}
		})
	}
}

func BenchmarkLibraryOf(b *testing.B) {
	for _, path := range []string{"github.com/google/go-github/v75/github", "example.com/a/long/path/to/validation/internal/pkg", "strings"} {
		b.Run(path, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				LibraryOf(path)
			}
		})
	}
}

func TestHoldsSecret(t *testing.T) {
	for path, want := range map[string]bool{"golang.org/x/oauth2": true, "golang.org/x/oauth2/v2": true, "golang.org/x/oauth2/google": false, "example.com/oauth2": false} {
		pkg := types.NewPackage(path, "oauth2")
		field := types.NewField(token.NoPos, pkg, "AccessToken", types.Typ[types.String], false)
		if got := HoldsSecret(field); got != want {
			t.Errorf("AccessToken of %s: got %v, want %v", path, got, want)
		}
		if HoldsSecret(types.NewField(token.NoPos, pkg, "Expiry", types.Typ[types.String], false)) {
			t.Errorf("Expiry of %s is no secret", path)
		}
	}
}
