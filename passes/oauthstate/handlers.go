package oauthstate

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// handsOn reports whether a function hands a request, or its query, to what may look at the state.
func handsOn(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			if field := flow.FieldOf(instr); field != nil && field.Name() == "RawQuery" {
				return true
			}
		case *ssa.Range:
			if isQuery(instr.X.Type()) {
				return true
			}
		case ssa.CallInstruction:
			if handsOnTo(instr) {
				return true
			}
		}
	}
	return false
}

func handsOnTo(call ssa.CallInstruction) bool {
	common := call.Common()
	if _, ok := common.Value.(*ssa.Builtin); ok {
		return false
	}
	callee := flow.CalleeOf(common)
	if callee == nil || callee.Pkg() == nil {
		return takes(common, isQuery) || takes(common, catalog.HandsRequest)
	}
	if common.StaticCallee() != nil && callee.Pkg() == call.Parent().Pkg.Pkg {
		return false // its body is looked at
	}
	return !harmless(callee) && takes(common, catalog.HandsRequest) || callee.Pkg().Path() != "net/url" && takes(common, isQuery)
}

// harmless reports whether a function that gets a request is known not to look at its state: one of the standard library, of a web
// framework, or of the libraries that keep sessions.
func harmless(fn *types.Func) bool {
	path := catalog.Unversioned(fn.Pkg().Path())
	if catalog.Std(path) || strings.HasPrefix(path, "golang.org/x/oauth2") {
		return true
	}
	for _, library := range []string{
		"github.com/gin-gonic/gin", "github.com/labstack/echo", "github.com/gofiber/fiber", "github.com/kataras/iris", "github.com/go-chi/", "github.com/valyala/fasthttp",
		"github.com/gorilla/sessions", "github.com/gorilla/mux", "github.com/gin-contrib/sessions", "github.com/alexedwards/scs", "github.com/cloudwego/hertz",
	} {
		if strings.HasPrefix(path, library) {
			return true
		}
	}
	return false
}

func takes(call *ssa.CallCommon, what func(types.Type) bool) bool {
	for _, arg := range call.Args {
		if made, ok := arg.(*ssa.MakeInterface); ok {
			arg = made.X
		}
		if what(arg.Type()) {
			return true
		}
	}
	return false
}

func isQuery(t types.Type) bool { return flow.TypeWord(t) == "url.Values" }

// isHandler reports whether a function is one that a server, or a router, calls with a request.
func isHandler(fn *ssa.Function) bool {
	sig := fn.Signature
	if sig.Params().Len() == 0 {
		return false
	}
	for v := range sig.Params().Variables() {
		t := v.Type()
		if !catalog.HandsRequest(t) && flow.TypeWord(t) != "http.ResponseWriter" && flow.TypeWord(t) != "httprouter.Params" {
			return false
		}
	}
	return sig.Results().Len() == 0 || sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type(), types.Universe.Lookup("error").Type())
}

// isServed reports whether a function is a handler, or something in the package calls it: all that happens to its request before is seen then.
func (f *flows) isServed(fn *ssa.Function) bool {
	if isHandler(fn) || fn.Parent() != nil {
		return true
	}
	if calls, _ := f.Summary.Callers(fn); len(calls) > 0 {
		return true
	}
	return f.invokes(fn)
}

// invokes reports whether the package calls a method through an interface.
func (f *flows) invokes(method *ssa.Function) bool {
	for _, fn := range f.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if ok && call.Common().IsInvoke() && call.Common().Method.Name() == method.Name() && types.Identical(call.Common().Signature(), method.Signature) {
				return true
			}
		}
	}
	return false
}
