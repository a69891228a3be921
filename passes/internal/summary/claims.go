package summary

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// ClaimUses is what a package does with the claims of a token, those apart that say where the token is from and how long it holds.
type ClaimUses struct {
	// Decides says that one of them is compared with something, or handed to code that isn't known to print or to format it.
	Decides bool
	// InContext are the functions that put them into the context of a request.
	InContext []*ssa.Function

	returned map[*ssa.Function][]returned
}

// A returned is a result that holds claims.
type returned struct {
	index int
	claim bool
}

// ClaimUses returns what the package does with the claims that a call reads.
func (p *Package) ClaimUses(d Decoding) *ClaimUses {
	t := &claimTrace{Package: p, seen: map[ssa.Value]bool{}, uses: &ClaimUses{returned: map[*ssa.Function][]returned{}}}
	t.result(d.Call, d.result, d.claim)
	if list, ok := d.dest.(*ssa.Slice); ok { // variadic
		elements, _ := flow.Elements(list)
		for _, v := range elements {
			t.holder(behind(v))
		}
	} else if d.dest != nil {
		t.holder(behind(d.dest))
	}
	return t.uses
}

// behind returns what stands behind an interface.
func behind(v ssa.Value) ssa.Value {
	if made, ok := v.(*ssa.MakeInterface); ok {
		return made.X
	}
	return v
}

// A claimTrace follows the claims of a token forwards.
type claimTrace struct {
	*Package
	seen map[ssa.Value]bool
	uses *ClaimUses
}

// result goes on with one result of a call.
func (t *claimTrace) result(call *ssa.Call, index int, claim bool) {
	if _, several := call.Type().(*types.Tuple); !several {
		t.follow(call, claim)
		return
	}
	for _, use := range *call.Referrers() {
		if extract, ok := use.(*ssa.Extract); ok && extract.Index == index {
			t.follow(extract, claim)
		}
	}
}

func (t *claimTrace) follow(v ssa.Value, claim bool) {
	if claim {
		t.claim(v)
	} else {
		t.holder(v)
	}
}

// holder goes on with what holds all claims: a token, a map, a struct, or its address.
func (t *claimTrace) holder(v ssa.Value) {
	if t.seen[v] || v.Referrers() == nil {
		return
	}
	t.seen[v] = true
	for _, use := range *v.Referrers() {
		t.holderUse(use, v)
	}
}

func (t *claimTrace) holderUse(use ssa.Instruction, v ssa.Value) {
	switch use := use.(type) {
	case *ssa.FieldAddr:
		t.member(flow.FieldOf(use), use)
	case *ssa.Field:
		if s, ok := use.X.Type().Underlying().(*types.Struct); ok {
			t.member(s.Field(use.Field), use)
		}
	case *ssa.Lookup:
		key, _ := flow.ConstString(use.Index)
		t.named(key, use)
	case *ssa.UnOp, *ssa.Phi, *ssa.TypeAssert, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Convert:
		t.holder(use.(ssa.Value))
	case *ssa.Extract:
		if use.Index == 0 {
			t.holder(use)
		}
	case *ssa.Store:
		if alloc, ok := use.Addr.(*ssa.Alloc); ok && use.Val == v {
			t.holder(alloc)
		}
	case *ssa.Return:
		t.returns(use, v, false)
	case *ssa.Call:
		t.holderCall(use, v)
	}
}

// member goes on with a field of what holds the claims.
func (t *claimTrace) member(field *types.Var, v ssa.Value) {
	switch {
	case field == nil:
	case field.Name() == "Claims" || field.Embedded():
		t.holder(v)
	case field.Name() == "Header" || field.Name() == "Raw" || field.Name() == "Method" || field.Name() == "Signature":
	case field.Name() == "ID" && field.Pkg() != t.Pkg: // the token's own
	default:
		t.named(field.Name(), v)
	}
}

// technical are the claims, by their names in tokens and in libraries, that say where a token is from, for whom, and how long it holds: programs
// look at them to choose a key, a tenant or a moment to fetch another token.
var technical = []string{
	"exp", "expiry", "expires", "expiresat", "expiration", "expirationtime", "iat", "issuedat", "nbf", "notbefore", "iss", "issuer", "aud", "audience",
	"kid", "keyid", "alg", "algorithm", "jti", "jwtid", "typ", "azp", "authorizedparty", "tid", "tenant", "tenantid", "clientid", "cid", "valid", "validate", "error", "string",
}

// named goes on with one claim, unless it is a technical one.
func (t *claimTrace) named(name string, v ssa.Value) {
	name = strings.ReplaceAll(strings.TrimPrefix(strings.ToLower(name), "get"), "_", "")
	if !slices.Contains(technical, name) && !strings.HasPrefix(name, "verify") {
		t.claim(v)
	}
}

func (t *claimTrace) holderCall(call *ssa.Call, v ssa.Value) {
	fn := flow.CalleeOf(&call.Call)
	switch {
	case fn == nil:
	case fn.Signature().Recv() != nil && Operand(&call.Call, catalog.Recv) == v:
		name := fn.Name()
		if key, ok := flow.ConstString(Operand(&call.Call, catalog.Arg0)); ok {
			name = key // claims.GetStr("email")
		}
		if _, isMap := call.Type().Underlying().(*types.Map); isMap {
			t.holder(call)
		} else {
			t.resultNamed(call, name)
		}
	case InContext(fn):
		t.uses.InContext = append(t.uses.InContext, call.Parent())
		t.uses.Decides = true
	default:
		t.into(call, v, false)
	}
}

// resultNamed goes on with the first result of a method that returns a claim.
func (t *claimTrace) resultNamed(call *ssa.Call, name string) {
	if _, several := call.Type().(*types.Tuple); !several {
		t.named(name, call)
		return
	}
	for _, use := range *call.Referrers() {
		if extract, ok := use.(*ssa.Extract); ok && extract.Index == 0 {
			t.named(name, extract)
		}
	}
}

// into goes on in a function of the package that is given claims.
func (t *claimTrace) into(call ssa.CallInstruction, v ssa.Value, claim bool) bool {
	callee := t.Callee(call)
	if callee == nil {
		return false
	}
	for i, arg := range call.Common().Args {
		if arg == v && i < len(callee.Params) {
			t.follow(callee.Params[i], claim)
		}
	}
	return true
}

// returns notes that a function returns claims, and goes on with what its callers do with them.
func (t *claimTrace) returns(ret *ssa.Return, v ssa.Value, claim bool) {
	fn := ret.Parent()
	for i, result := range ret.Results {
		if result != v {
			continue
		}
		t.uses.returned[fn] = append(t.uses.returned[fn], returned{index: i, claim: claim})
		calls, _ := t.Callers(fn)
		for _, call := range calls {
			if call, ok := call.(*ssa.Call); ok {
				t.result(call, i, claim)
			}
		}
	}
}

// claim goes on with the value of one claim.
func (t *claimTrace) claim(v ssa.Value) {
	if t.seen[v] || v.Referrers() == nil {
		return
	}
	t.seen[v] = true
	for _, use := range *v.Referrers() {
		t.claimUse(use, v)
	}
}

func (t *claimTrace) claimUse(use ssa.Instruction, v ssa.Value) {
	switch use := use.(type) {
	case *ssa.Extract:
		if use.Index == 0 {
			t.claim(use)
		}
	case *ssa.UnOp, *ssa.Phi, *ssa.TypeAssert, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Convert, *ssa.FieldAddr, *ssa.Field, *ssa.Slice, *ssa.Lookup:
		t.claim(use.(ssa.Value))
	case *ssa.BinOp:
		t.operator(use, v)
	case *ssa.Store:
		t.stored(use, v)
	case *ssa.Return:
		t.returns(use, v, true)
	case *ssa.MakeClosure:
		for i, bound := range use.Bindings {
			if bound == v {
				t.claim(use.Fn.(*ssa.Function).FreeVars[i])
			}
		}
	case ssa.CallInstruction:
		t.claimCall(use, v)
	}
}

// operator looks at a comparison: whether a claim is there at all decides nothing.
func (t *claimTrace) operator(op *ssa.BinOp, v ssa.Value) {
	if op.Op == token.ADD {
		t.claim(op)
		return
	}
	other := op.X
	if other == v {
		other = op.Y
	}
	c, ok := other.(*ssa.Const)
	text, _ := flow.ConstString(other)
	t.uses.Decides = t.uses.Decides || !ok || c.Value != nil && text != ""
}

// stored goes on with a variable, or with the list of arguments that a claim is an element of.
func (t *claimTrace) stored(store *ssa.Store, v ssa.Value) {
	if store.Val != v {
		return
	}
	switch addr := store.Addr.(type) {
	case *ssa.Alloc:
		t.claim(addr)
	case *ssa.IndexAddr:
		for _, use := range *addr.X.Referrers() {
			if slice, ok := use.(*ssa.Slice); ok {
				t.claim(slice)
			}
		}
	}
}

func (t *claimTrace) claimCall(call ssa.CallInstruction, v ssa.Value) {
	fn := flow.CalleeOf(call.Common())
	value, _ := call.(*ssa.Call)
	switch {
	case fn == nil || fn.Pkg() == nil:
	case t.into(call, v, true):
	case InContext(fn):
		t.uses.InContext = append(t.uses.InContext, call.Parent())
		t.uses.Decides = true
	case Displays(fn):
		if value != nil && (fn.Pkg().Path() == "fmt" || fn.Pkg().Path() == "strings" || fn.Pkg().Path() == "strconv") {
			t.result(value, 0, true)
		}
	default:
		t.uses.Decides = true
	}
}

// InContext reports whether a function puts a value into the context of a request.
func InContext(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	switch catalog.Unversioned(fn.Pkg().Path()) + "." + fn.Name() {
	case "context.WithValue", "github.com/gin-gonic/gin.Set", "github.com/labstack/echo.Set", "github.com/gofiber/fiber.Locals", "github.com/valyala/fasthttp.SetUserValue",
		"github.com/cloudwego/hertz/pkg/app.Set", "github.com/kataras/iris/context.Set":
		return true
	}
	return false
}

// Displays reports whether a function prints, formats, encodes or answers what it is given, and decides nothing.
func Displays(fn *types.Func) bool {
	path := catalog.Unversioned(fn.Pkg().Path())
	for _, start := range []string{
		"fmt", "strings", "strconv", "encoding/", "net/http", "log", "errors", "time", "sort", "slices", "go.uber.org/zap", "github.com/sirupsen/logrus", "github.com/rs/zerolog",
		"github.com/gin-gonic/gin", "github.com/labstack/echo", "github.com/gofiber/fiber", "github.com/kataras/iris", "github.com/go-chi/", "github.com/go-logr/logr", "k8s.io/klog",
	} {
		if path == start || strings.HasPrefix(path, start) && (strings.HasSuffix(start, "/") || strings.HasPrefix(path, start+"/")) {
			return true
		}
	}
	return strings.Contains(strings.ToLower(fn.Pkg().Name()), "log")
}
