package catalog

import (
	"go/types"
	"slices"
	"sync"
)

// A Place is a part of a request that a server received, or several.
type Place uint8

// The places.
const (
	InHeader Place = 1 << iota
	InQuery
	InForm // the values in its body
	InCookie
	InPath
	InBody
)

// An Inbound describes what reads a request that a server received: a function, or a field of a struct.
type Inbound struct {
	// Name is the function's full name as in [Func], or a struct type's and its field's ("net/http.Request.Body").
	Name string
	// Reads are the places where what it reads may have been.
	Reads Place
	// Key is the operand that names what it looks up; None where it reads all of them.
	Key Operand
	// Of is what it looks the key up in, which may be of something else than a request; None where what it reads is
	// always of one.
	Of Operand
	// Unlimited says that it reads all of a body, however large that is: other frameworks have a limit by default.
	Unlimited bool
	// Into is what it stores to, mostly a pointer to a struct; None where it returns what it reads as its first result.
	Into Operand
}

// inbound describes net/http and the web frameworks.
var inbound = slices.Concat(
	[]Inbound{
		{Name: "net/http.Request.Header", Reads: InHeader},
		{Name: "net/http.Request.URL", Reads: InPath | InQuery},
		{Name: "net/http.Request.RequestURI", Reads: InPath | InQuery},
		{Name: "net/http.Request.Form", Reads: InQuery | InForm},
		{Name: "net/http.Request.PostForm", Reads: InForm},
		{Name: "net/http.Request.MultipartForm", Reads: InForm},
		{Name: "net/http.Request.Body", Reads: InBody},
		{Name: "(*net/http.Request).FormValue", Reads: InQuery | InForm, Key: Arg0},
		{Name: "(*net/http.Request).PostFormValue", Reads: InForm, Key: Arg0},
		{Name: "(*net/http.Request).FormFile", Reads: InForm, Key: Arg0},
		{Name: "(*net/http.Request).MultipartReader", Reads: InForm},
		{Name: "(*net/http.Request).PathValue", Reads: InPath, Key: Arg0},
		{Name: "(*net/http.Request).Cookie", Reads: InCookie, Key: Arg0},
		{Name: "(*net/http.Request).Cookies", Reads: InCookie},
		{Name: "(*net/http.Request).CookiesNamed", Reads: InCookie, Key: Arg0},
		{Name: "(*net/http.Request).BasicAuth", Reads: InHeader},
		{Name: "(*net/http.Request).UserAgent", Reads: InHeader},
		{Name: "(*net/http.Request).Referer", Reads: InHeader},
		{Name: "(net/http.Header).Get", Reads: InHeader, Key: Arg0, Of: Recv},
		{Name: "(net/http.Header).Values", Reads: InHeader, Key: Arg0, Of: Recv},
		{Name: "(net/url.Values).Get", Reads: InQuery | InForm, Key: Arg0, Of: Recv},
		{Name: "(net/url.Values).Has", Reads: InQuery | InForm, Key: Arg0, Of: Recv},
		{Name: "(*net/url.URL).Query", Reads: InQuery, Of: Recv},

		{Name: "github.com/gorilla/mux.Vars", Reads: InPath},
		{Name: "github.com/go-chi/chi.URLParam", Reads: InPath, Key: Arg1},
		{Name: "github.com/go-chi/chi.URLParamFromCtx", Reads: InPath, Key: Arg1},
		{Name: "(github.com/julienschmidt/httprouter.Params).ByName", Reads: InPath, Key: Arg0},
	},
	of("(*github.com/gin-gonic/gin.Context)",
		Inbound{Name: "Param", Reads: InPath, Key: Arg0},
		Inbound{Name: "Query", Reads: InQuery, Key: Arg0},
		Inbound{Name: "DefaultQuery", Reads: InQuery, Key: Arg0},
		Inbound{Name: "GetQuery", Reads: InQuery, Key: Arg0},
		Inbound{Name: "QueryArray", Reads: InQuery, Key: Arg0},
		Inbound{Name: "GetQueryArray", Reads: InQuery, Key: Arg0},
		Inbound{Name: "QueryMap", Reads: InQuery, Key: Arg0},
		Inbound{Name: "GetQueryMap", Reads: InQuery, Key: Arg0},
		Inbound{Name: "PostForm", Reads: InForm, Key: Arg0},
		Inbound{Name: "DefaultPostForm", Reads: InForm, Key: Arg0},
		Inbound{Name: "GetPostForm", Reads: InForm, Key: Arg0},
		Inbound{Name: "PostFormArray", Reads: InForm, Key: Arg0},
		Inbound{Name: "GetPostFormArray", Reads: InForm, Key: Arg0},
		Inbound{Name: "PostFormMap", Reads: InForm, Key: Arg0},
		Inbound{Name: "GetPostFormMap", Reads: InForm, Key: Arg0},
		Inbound{Name: "FormFile", Reads: InForm, Key: Arg0},
		Inbound{Name: "MultipartForm", Reads: InForm},
		Inbound{Name: "GetHeader", Reads: InHeader, Key: Arg0},
		Inbound{Name: "Cookie", Reads: InCookie, Key: Arg0},
		Inbound{Name: "GetRawData", Reads: InBody, Unlimited: true}, // io.ReadAll (context.go)
		Inbound{Name: "Bind", Reads: InQuery | InForm | InBody, Into: Arg0},
		Inbound{Name: "BindWith", Reads: InQuery | InForm | InBody, Into: Arg0},
		Inbound{Name: "BindJSON", Reads: InBody, Into: Arg0},
		Inbound{Name: "BindXML", Reads: InBody, Into: Arg0},
		Inbound{Name: "BindYAML", Reads: InBody, Into: Arg0},
		Inbound{Name: "BindQuery", Reads: InQuery, Into: Arg0},
		Inbound{Name: "BindHeader", Reads: InHeader, Into: Arg0},
		Inbound{Name: "BindUri", Reads: InPath, Into: Arg0},
		Inbound{Name: "MustBindWith", Reads: InQuery | InForm | InBody, Into: Arg0},
		Inbound{Name: "ShouldBind", Reads: InQuery | InForm | InBody, Into: Arg0},
		Inbound{Name: "ShouldBindWith", Reads: InQuery | InForm | InBody, Into: Arg0},
		Inbound{Name: "ShouldBindBodyWith", Reads: InBody, Into: Arg0},
		Inbound{Name: "ShouldBindBodyWithJSON", Reads: InBody, Into: Arg0},
		Inbound{Name: "ShouldBindJSON", Reads: InBody, Into: Arg0},
		Inbound{Name: "ShouldBindXML", Reads: InBody, Into: Arg0},
		Inbound{Name: "ShouldBindYAML", Reads: InBody, Into: Arg0},
		Inbound{Name: "ShouldBindQuery", Reads: InQuery, Into: Arg0},
		Inbound{Name: "ShouldBindHeader", Reads: InHeader, Into: Arg0},
		Inbound{Name: "ShouldBindUri", Reads: InPath, Into: Arg0},
	),
	echoContext("(github.com/labstack/echo.Context)"),  // up to v4
	echoContext("(*github.com/labstack/echo.Context)"), // from v5 on
	fiberContext("(*github.com/gofiber/fiber.Ctx)"),    // up to v2
	fiberContext("(github.com/gofiber/fiber.Ctx)"),     // from v3 on
	of("(*github.com/gofiber/fiber.Ctx)",
		Inbound{Name: "BodyParser", Reads: InForm | InBody, Into: Arg0},
		Inbound{Name: "QueryParser", Reads: InQuery, Into: Arg0},
		Inbound{Name: "ReqHeaderParser", Reads: InHeader, Into: Arg0},
		Inbound{Name: "CookieParser", Reads: InCookie, Into: Arg0},
		Inbound{Name: "ParamsParser", Reads: InPath, Into: Arg0},
		Inbound{Name: "AllParams", Reads: InPath},
	),
	of("(*github.com/gofiber/fiber.Bind)",
		Inbound{Name: "All", Reads: InPath | InQuery | InForm | InHeader | InCookie | InBody, Into: Arg0},
		Inbound{Name: "Body", Reads: InForm | InBody, Into: Arg0},
		Inbound{Name: "Form", Reads: InForm, Into: Arg0},
		Inbound{Name: "JSON", Reads: InBody, Into: Arg0},
		Inbound{Name: "Query", Reads: InQuery, Into: Arg0},
		Inbound{Name: "Header", Reads: InHeader, Into: Arg0},
		Inbound{Name: "Cookie", Reads: InCookie, Into: Arg0},
		Inbound{Name: "URI", Reads: InPath, Into: Arg0},
	),
	of("(*github.com/kataras/iris/context.Context)",
		Inbound{Name: "URLParam", Reads: InQuery, Key: Arg0},
		Inbound{Name: "URLParamDefault", Reads: InQuery, Key: Arg0},
		Inbound{Name: "URLParamTrim", Reads: InQuery, Key: Arg0},
		Inbound{Name: "URLParamEscape", Reads: InQuery, Key: Arg0},
		Inbound{Name: "URLParamSlice", Reads: InQuery, Key: Arg0},
		Inbound{Name: "URLParams", Reads: InQuery},
		Inbound{Name: "FormValue", Reads: InQuery | InForm, Key: Arg0},
		Inbound{Name: "FormValueDefault", Reads: InQuery | InForm, Key: Arg0},
		Inbound{Name: "FormValues", Reads: InQuery | InForm},
		Inbound{Name: "PostValue", Reads: InForm, Key: Arg0},
		Inbound{Name: "PostValueTrim", Reads: InForm, Key: Arg0},
		Inbound{Name: "PostValueDefault", Reads: InForm, Key: Arg0},
		Inbound{Name: "PostValues", Reads: InForm, Key: Arg0},
		Inbound{Name: "GetHeader", Reads: InHeader, Key: Arg0},
		Inbound{Name: "GetCookie", Reads: InCookie, Key: Arg0},
		Inbound{Name: "Params", Reads: InPath},
		Inbound{Name: "GetBody", Reads: InBody},
		Inbound{Name: "ReadBody", Reads: InQuery | InForm | InBody, Into: Arg0},
		Inbound{Name: "ReadForm", Reads: InForm, Into: Arg0},
		Inbound{Name: "ReadHeaders", Reads: InHeader, Into: Arg0},
		Inbound{Name: "ReadJSON", Reads: InBody, Into: Arg0},
		Inbound{Name: "ReadParams", Reads: InPath, Into: Arg0},
		Inbound{Name: "ReadQuery", Reads: InQuery, Into: Arg0},
		Inbound{Name: "ReadURL", Reads: InPath | InQuery, Into: Arg0},
		Inbound{Name: "ReadXML", Reads: InBody, Into: Arg0},
	),
	of("(*github.com/valyala/fasthttp.RequestCtx)",
		Inbound{Name: "FormValue", Reads: InQuery | InForm, Key: Arg0},
		Inbound{Name: "QueryArgs", Reads: InQuery},
		Inbound{Name: "PostArgs", Reads: InForm},
		Inbound{Name: "PostBody", Reads: InBody},
		Inbound{Name: "MultipartForm", Reads: InForm},
		Inbound{Name: "UserValue", Reads: InPath, Key: Arg0},
	),
	of("(*github.com/valyala/fasthttp.Args)", Inbound{Name: "Peek", Reads: InQuery | InForm, Key: Arg0, Of: Recv}),
	of("(*github.com/valyala/fasthttp.RequestHeader)",
		Inbound{Name: "Peek", Reads: InHeader, Key: Arg0, Of: Recv},
		Inbound{Name: "Cookie", Reads: InCookie, Key: Arg0, Of: Recv},
	),
	of("(*github.com/cloudwego/hertz/pkg/app.RequestContext)",
		Inbound{Name: "Param", Reads: InPath, Key: Arg0},
		Inbound{Name: "Query", Reads: InQuery, Key: Arg0},
		Inbound{Name: "DefaultQuery", Reads: InQuery, Key: Arg0},
		Inbound{Name: "GetQuery", Reads: InQuery, Key: Arg0},
		Inbound{Name: "PostForm", Reads: InForm, Key: Arg0},
		Inbound{Name: "DefaultPostForm", Reads: InForm, Key: Arg0},
		Inbound{Name: "GetPostForm", Reads: InForm, Key: Arg0},
		Inbound{Name: "FormValue", Reads: InQuery | InForm, Key: Arg0},
		Inbound{Name: "GetHeader", Reads: InHeader, Key: Arg0},
		Inbound{Name: "Cookie", Reads: InCookie, Key: Arg0},
		Inbound{Name: "Body", Reads: InBody},
		Inbound{Name: "GetRawData", Reads: InBody},
		Inbound{Name: "Bind", Reads: InPath | InQuery | InForm | InHeader | InCookie | InBody, Into: Arg0},
		Inbound{Name: "BindAndValidate", Reads: InPath | InQuery | InForm | InHeader | InCookie | InBody, Into: Arg0},
		Inbound{Name: "BindQuery", Reads: InQuery, Into: Arg0},
		Inbound{Name: "BindHeader", Reads: InHeader, Into: Arg0},
		Inbound{Name: "BindPath", Reads: InPath, Into: Arg0},
		Inbound{Name: "BindForm", Reads: InForm, Into: Arg0},
		Inbound{Name: "BindJSON", Reads: InBody, Into: Arg0},
	),
	lambdaRequest("github.com/aws/aws-lambda-go/events.APIGatewayProxyRequest", "MultiValueHeaders", "QueryStringParameters", "MultiValueQueryStringParameters", "PathParameters"),
	lambdaRequest("github.com/aws/aws-lambda-go/events.ALBTargetGroupRequest", "MultiValueHeaders", "QueryStringParameters", "MultiValueQueryStringParameters"),
	lambdaRequest("github.com/aws/aws-lambda-go/events.APIGatewayV2HTTPRequest", "RawQueryString", "QueryStringParameters", "PathParameters", "Cookies"),
	lambdaRequest("github.com/aws/aws-lambda-go/events.LambdaFunctionURLRequest", "RawQueryString", "QueryStringParameters", "Cookies"),
	beegoController("(*github.com/astaxie/beego.Controller)"),
	beegoController("(*github.com/beego/beego/server/web.Controller)"),
	beegoInput("(*github.com/astaxie/beego/context.BeegoInput)"),
	beegoInput("(*github.com/beego/beego/server/web/context.BeegoInput)"),
)

func echoContext(recv string) []Inbound {
	return of(recv,
		Inbound{Name: "Param", Reads: InPath, Key: Arg0},
		Inbound{Name: "QueryParam", Reads: InQuery, Key: Arg0},
		Inbound{Name: "QueryParams", Reads: InQuery},
		Inbound{Name: "QueryString", Reads: InQuery},
		Inbound{Name: "FormValue", Reads: InQuery | InForm, Key: Arg0},
		Inbound{Name: "FormFile", Reads: InForm, Key: Arg0},
		Inbound{Name: "MultipartForm", Reads: InForm},
		Inbound{Name: "Cookie", Reads: InCookie, Key: Arg0},
		Inbound{Name: "Cookies", Reads: InCookie},
		Inbound{Name: "Bind", Reads: InPath | InQuery | InForm | InBody, Into: Arg0},
	)
}

func fiberContext(recv string) []Inbound {
	return of(recv,
		Inbound{Name: "Query", Reads: InQuery, Key: Arg0},
		Inbound{Name: "Queries", Reads: InQuery},
		Inbound{Name: "Params", Reads: InPath, Key: Arg0},
		Inbound{Name: "FormValue", Reads: InQuery | InForm, Key: Arg0},
		Inbound{Name: "FormFile", Reads: InForm, Key: Arg0},
		Inbound{Name: "MultipartForm", Reads: InForm},
		Inbound{Name: "Get", Reads: InHeader, Key: Arg0},
		Inbound{Name: "GetReqHeaders", Reads: InHeader},
		Inbound{Name: "Cookies", Reads: InCookie, Key: Arg0},
		Inbound{Name: "OriginalURL", Reads: InPath | InQuery},
		Inbound{Name: "Body", Reads: InBody},
		Inbound{Name: "BodyRaw", Reads: InBody},
	)
}

func beegoController(recv string) []Inbound {
	return of(recv,
		Inbound{Name: "GetString", Reads: InPath | InQuery | InForm, Key: Arg0},
		Inbound{Name: "GetStrings", Reads: InQuery | InForm, Key: Arg0},
		Inbound{Name: "Input", Reads: InQuery | InForm},
		Inbound{Name: "ParseForm", Reads: InQuery | InForm, Into: Arg0},
	)
}

func beegoInput(recv string) []Inbound {
	return of(recv,
		Inbound{Name: "Param", Reads: InPath, Key: Arg0},
		Inbound{Name: "Query", Reads: InPath | InQuery | InForm, Key: Arg0},
		Inbound{Name: "Header", Reads: InHeader, Key: Arg0},
		Inbound{Name: "Cookie", Reads: InCookie, Key: Arg0},
		Inbound{Name: "Bind", Reads: InQuery | InForm, Key: Arg1, Into: Arg0},
		Inbound{Name: "CopyBody", Reads: InBody},
	)
}

// lambdaPlaces tells where the fields of the events of AWS Lambda come from that not all of them have.
var lambdaPlaces = map[string]Place{
	"MultiValueHeaders": InHeader, "QueryStringParameters": InQuery, "MultiValueQueryStringParameters": InQuery, "RawQueryString": InQuery, "PathParameters": InPath, "Cookies": InCookie,
}

// lambdaRequest returns the rows of an event as which AWS Lambda hands over a request.
func lambdaRequest(event string, fields ...string) []Inbound {
	rows := []Inbound{{Name: event + ".Headers", Reads: InHeader}, {Name: event + ".Body", Reads: InBody}}
	for _, field := range fields {
		rows = append(rows, Inbound{Name: event + "." + field, Reads: lambdaPlaces[field]})
	}
	return rows
}

// of names rows after the methods of a type.
func of(recv string, rows ...Inbound) []Inbound {
	for i := range rows {
		rows[i].Name = recv + "." + rows[i].Name
	}
	return rows
}

// handed are the types as which handlers get a request.
var handed = map[string]bool{
	"net/http.Request":                                  true,
	"github.com/gin-gonic/gin.Context":                  true,
	"github.com/labstack/echo.Context":                  true,
	"github.com/gofiber/fiber.Ctx":                      true,
	"github.com/kataras/iris/context.Context":           true,
	"github.com/valyala/fasthttp.RequestCtx":            true,
	"github.com/cloudwego/hertz/pkg/app.RequestContext": true,
	"github.com/astaxie/beego/context.Context":          true,
	"github.com/beego/beego/server/web/context.Context": true,

	"github.com/aws/aws-lambda-go/events.APIGatewayProxyRequest":   true,
	"github.com/aws/aws-lambda-go/events.ALBTargetGroupRequest":    true,
	"github.com/aws/aws-lambda-go/events.APIGatewayV2HTTPRequest":  true,
	"github.com/aws/aws-lambda-go/events.LambdaFunctionURLRequest": true,
}

// inboundIndex holds the rows by their names, and the last names of those.
var inboundIndex = sync.OnceValues(func() (rows map[string]*Inbound, last map[string]bool) {
	rows, last = map[string]*Inbound{}, map[string]bool{}
	for i := range inbound {
		rows[inbound[i].Name] = &inbound[i]
		last[lastName(inbound[i].Name)] = true
	}
	return rows, last
})

// InboundOf returns the row of a function that reads a request, or nil.
func InboundOf(fn *types.Func) *Inbound {
	rows, last := inboundIndex()
	if fn == nil || fn.Pkg() == nil || !last[fn.Name()] {
		return nil
	}
	return rows[funcName(fn.Origin())]
}

// InboundField returns the row of a field of a request, whose type is t or what t points to, or nil.
func InboundField(t types.Type, field string) *Inbound {
	obj := typeNameOf(t)
	if obj == nil || obj.Pkg() == nil || !HandsRequest(t) {
		return nil
	}
	rows, _ := inboundIndex()
	return rows[Unversioned(obj.Pkg().Path())+"."+obj.Name()+"."+field]
}

// HandsRequest reports whether t, or what it points to, is a type as which handlers get a request. A client's requests are of
// type [net/http.Request] too.
func HandsRequest(t types.Type) bool {
	obj := typeNameOf(t)
	return obj != nil && obj.Pkg() != nil && handed[Unversioned(obj.Pkg().Path())+"."+obj.Name()]
}

// limiters are functions that put a limit to the bodies of requests before handlers get them.
var limiters = map[string]bool{
	"net/http.MaxBytesHandler":                                true,
	"github.com/go-chi/chi/middleware.RequestSize":            true,
	"github.com/labstack/echo/middleware.BodyLimit":           true,
	"github.com/labstack/echo/middleware.BodyLimitWithConfig": true,
	"github.com/gin-contrib/size.RequestSizeLimiter":          true,
}

// LimitsBodies reports whether a function puts a limit to the bodies of the requests that handlers get.
func LimitsBodies(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && limiters[funcName(fn.Origin())]
}
