package summary

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A Request is what an attempt sends, as far as it is understood.
type Request struct {
	// Made are the places where it may have been made.
	Made []Made
	// Open says that it may have been made elsewhere too.
	Open bool
	// Names are the origins of all that stands for the request: where it is made, and its copies.
	Names []flow.Origin
}

// A Made is a place where a request is made, or comes into the package.
type Made struct {
	// Origin is the call of http.NewRequest, the literal, or what code outside the package hands over.
	flow.Origin
	// Given says that code outside the package makes the request.
	Given bool
	// Methods are the constant methods that it can have, in upper case.
	Methods []string
	// MethodOpen says that it can have others; MethodGiven that code outside the package chooses.
	MethodOpen, MethodGiven bool
	// Method is the value that its method is, or nil.
	Method ssa.Value
	// Bodies are the bodies that it can have.
	Bodies []Body
	// URL is the value that its URL is made of, or nil.
	URL ssa.Value
}

// A Body is one of the bodies that a request can have.
type Body struct {
	flow.Origin
	Kind BodyKind
}

// A BodyKind says what is known of a body.
type BodyKind uint8

// The kinds.
const (
	// OpenBody is a body that is not understood.
	OpenBody BodyKind = iota
	// NoBody is none, or an empty one.
	NoBody
	// Consumed is a reader that is at its end when it was sent.
	Consumed
	// GivenBody is a reader that code outside the package hands over.
	GivenBody
)

// An Exchange is a call that sends a request by itself, with the calls that lead to it from an attempt.
type Exchange struct {
	Call ssa.CallInstruction
	Path []ssa.CallInstruction
}

const maxPath = 5 // calls inside each other

// Exchanges returns the calls by which an attempt sends. It returns false if some of them are not
// in this package.
func (p *Player) Exchanges(attempt ssa.CallInstruction) ([]Exchange, bool) {
	return p.exchanges(attempt, nil)
}

func (p *Player) exchanges(call ssa.CallInstruction, path []ssa.CallInstruction) ([]Exchange, bool) {
	callee := p.pkg.Callee(call)
	if callee == nil {
		return []Exchange{{call, path}}, p.Exchange(call)
	}
	if len(path) == maxPath || slices.Contains(path, call) {
		return nil, false
	}
	var all []Exchange
	path = append(slices.Clone(path), call)
	for _, inner := range p.Attempts(callee) {
		found, ok := p.exchanges(inner, path)
		if !ok {
			return nil, false
		}
		all = append(all, found...)
	}
	return all, len(all) > 0
}

// helpers are the functions of net/http that make a request themselves, and that request's method.
var helpers = map[string]string{
	"net/http.Get": "GET", "net/http.Head": "HEAD", "net/http.Post": "POST", "net/http.PostForm": "POST",
	"(*net/http.Client).Get": "GET", "(*net/http.Client).Head": "HEAD", "(*net/http.Client).Post": "POST", "(*net/http.Client).PostForm": "POST",
}

// RequestOf returns what an exchange sends.
func (p *Package) RequestOf(e Exchange) *Request {
	common := e.Call.Common()
	if fn := flow.CalleeOf(common); fn != nil && helpers[fn.FullName()] != "" {
		return p.requestOfHelper(e, helpers[fn.FullName()], fn.Name() == "Post")
	}
	r := &Request{}
	operand := requestOperand(common)
	if operand == nil {
		r.Open = true
		return r
	}
	p.addMade(r, p.ReachingIn(operand, e.Path), 0)
	return r
}

func (p *Package) requestOfHelper(e Exchange, method string, body bool) *Request {
	var args []ssa.Value // without a receiver
	args = append(args, e.Call.Common().Args...)
	if e.Call.Common().Signature().Recv() != nil {
		args = args[1:]
	}
	made := Made{Origin: flow.Origin{Kind: flow.Result, Value: e.Call.Value()}, Methods: []string{method}, URL: args[0]}
	if body {
		made.Bodies = p.bodies(p.ReachingIn(args[2], e.Path))
	}
	return &Request{Made: []Made{made}, Names: []flow.Origin{made.Origin}}
}

// requestOperand returns the only operand of a call that is a *http.Request, or nil.
func requestOperand(call *ssa.CallCommon) ssa.Value {
	var found ssa.Value
	for _, arg := range call.Args {
		if IsHTTPRequest(arg.Type()) {
			if found != nil {
				return nil
			}
			found = arg
		}
	}
	return found
}

// IsHTTPRequest reports whether t is *http.Request, or http.Request.
func IsHTTPRequest(t types.Type) bool {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	return types.Unalias(t).String() == "net/http.Request"
}

const maxCopies = 5 // of a request, one of the other

// addMade adds where requests were made.
func (p *Package) addMade(r *Request, origins []flow.Origin, depth int) {
	for _, o := range origins {
		r.Names = append(r.Names, o)
		switch {
		case isNil(o):
		case (o.Kind == flow.Given || o.Kind == flow.Param) && IsHTTPRequest(handedType(o)):
			r.Made = append(r.Made, Made{Origin: o, Given: true, MethodOpen: true, MethodGiven: true})
		case o.Kind == flow.Object && IsHTTPRequest(o.Value.Type()):
			r.Made = append(r.Made, p.literal(o))
		case o.Kind == flow.Result && o.Index == 0 && o.Field == nil && depth < maxCopies:
			p.addResult(r, o, depth)
		default:
			r.Open = true
		}
	}
}

// handedType returns the type of what an origin hands over.
func handedType(o flow.Origin) types.Type {
	if o.Field != nil {
		return o.Field.Type()
	}
	return o.Value.Type()
}

// addResult adds a request that a function of net/http returns.
func (p *Package) addResult(r *Request, o flow.Origin, depth int) {
	call := &o.Value.(*ssa.Call).Call
	fn := flow.CalleeOf(call)
	name := ""
	if fn != nil {
		name = fn.FullName()
	}
	switch name {
	case "net/http.NewRequest":
		r.Made = append(r.Made, p.made(o, call.Args))
	case "net/http.NewRequestWithContext":
		r.Made = append(r.Made, p.made(o, call.Args[1:]))
	case "(*net/http.Request).Clone", "(*net/http.Request).WithContext":
		p.addMade(r, p.ReachingAt(call.Args[0], o), depth+1) // with the same body
	default:
		r.Open = true
	}
}

// made describes a request made of a method, a URL and a body.
func (p *Package) made(o flow.Origin, args []ssa.Value) Made {
	m := Made{Origin: o, Method: args[0], URL: args[1]}
	p.setMethods(&m, p.ReachingAt(args[0], o))
	m.Bodies = p.bodies(p.ReachingAt(args[2], o))
	return p.withBody(m)
}

// literal describes a request that is a composite literal.
func (p *Package) literal(o flow.Origin) Made {
	m := Made{Origin: o}
	p.setMethods(&m, p.FieldOrigins(o, FieldNamed(o.Value.Type(), "Method")))
	return p.withBody(m)
}

// withBody adds the bodies that a request is given after it was made.
func (p *Package) withBody(m Made) Made {
	for _, b := range p.bodies(p.Assigned(m.Origin, FieldNamed(deref(typeOfRequest(m.Value)), "Body"))) {
		if !slices.Contains(m.Bodies, b) {
			m.Bodies = append(m.Bodies, b)
		}
	}
	return m
}

// typeOfRequest returns the type of what a call or a literal makes, without the error beside it.
func typeOfRequest(v ssa.Value) types.Type {
	if tuple, ok := v.Type().(*types.Tuple); ok {
		return tuple.At(0).Type()
	}
	return v.Type()
}

func deref(t types.Type) types.Type {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		return ptr.Elem()
	}
	return t
}

// setMethods sets the methods of a request. The empty method is GET.
func (p *Package) setMethods(m *Made, origins []flow.Origin) {
	for _, o := range origins {
		c, ok := o.Value.(*ssa.Const)
		switch {
		case ok && o.Kind == flow.Constant && (c.Value == nil || constant.StringVal(c.Value) == ""):
			m.Methods = append(m.Methods, "GET")
		case ok && o.Kind == flow.Constant:
			m.Methods = append(m.Methods, strings.ToUpper(constant.StringVal(c.Value)))
		default:
			m.MethodOpen = true
			m.MethodGiven = m.MethodGiven || o.Kind == flow.Given && isExportedParam(o)
		}
	}
	slices.Sort(m.Methods)
	m.Methods = slices.Compact(m.Methods)
}

// isExportedParam reports whether an origin is a parameter of a function that other packages can call.
func isExportedParam(o flow.Origin) bool {
	param, ok := o.Value.(*ssa.Parameter)
	return ok && o.Field == nil && param.Parent().Object() != nil && param.Parent().Object().Exported()
}

// wrappers are functions whose result reads from their first argument.
var wrappers = map[string]bool{
	"io.NopCloser": true, "io/ioutil.NopCloser": true, "io.TeeReader": true, "io.LimitReader": true, "bufio.NewReader": true, "bufio.NewReaderSize": true,
}

// sources are functions that return a reader, which is at its end when it was read. Those of package bytes and
// strings read their argument.
var sources = map[string]bool{
	"bytes.NewReader": true, "bytes.NewBuffer": true, "bytes.NewBufferString": true, "strings.NewReader": true,
	"os.Open": true, "os.OpenFile": true, "io.Pipe": true,
}

// bodies says what the bodies are that came from somewhere.
func (p *Package) bodies(origins []flow.Origin) []Body {
	var all []Body
	for _, o := range origins {
		for _, b := range p.body(o) {
			if !slices.Contains(all, b) {
				all = append(all, b)
			}
		}
	}
	return all
}

func (p *Package) body(o flow.Origin) []Body {
	switch o.Kind {
	case flow.Constant:
		return []Body{{o, NoBody}}
	case flow.Variable:
		if g := flow.VariableOf(o); g != nil && g.Name() == "NoBody" {
			return []Body{{o, NoBody}}
		}
	case flow.Given, flow.Param:
		if _, ok := o.Value.(*ssa.Parameter); ok && o.Field == nil {
			return []Body{{o, GivenBody}}
		}
	case flow.Object:
		if isBuffer(o.Value.Type()) && o.Field == nil {
			return []Body{{o, Consumed}}
		}
	case flow.Result:
		return p.bodyOf(o)
	}
	return []Body{{o, OpenBody}}
}

// isBuffer reports whether t is a reader of package bytes or strings.
func isBuffer(t types.Type) bool {
	switch deref(t).String() {
	case "bytes.Buffer", "bytes.Reader", "strings.Reader":
		return true
	}
	return false
}

// bodyOf says what body a call returns.
func (p *Package) bodyOf(o flow.Origin) []Body {
	call := &o.Value.(*ssa.Call).Call
	fn := flow.CalleeOf(call)
	switch {
	case fn == nil:
		return []Body{{o, OpenBody}}
	case wrappers[fn.FullName()]:
		return p.bodies(p.ReachingAt(call.Args[0], o))
	case IsRest(o.Value):
		return nil // what there is already
	case !sources[fn.FullName()]:
		return []Body{{o, OpenBody}}
	case len(call.Args) == 1 && p.isEmpty(call.Args[0], o):
		return []Body{{o, NoBody}}
	}
	return []Body{{o, Consumed}}
}

// isEmpty reports whether what a reader is made of is known to be empty.
func (p *Package) isEmpty(v ssa.Value, at flow.Origin) bool {
	origins := p.ReachingAt(v, at)
	return len(origins) > 0 && !slices.ContainsFunc(origins, func(o flow.Origin) bool {
		c, ok := o.Value.(*ssa.Const)
		return !ok || c.Value != nil && c.Value.ExactString() != `""`
	})
}

// IsRest reports whether a body is made, there and then, of what is left in the body of a request, as programs do
// that log requests.
func IsRest(body ssa.Value) bool {
	switch v := body.(type) {
	case *ssa.MakeInterface:
		return IsRest(v.X)
	case *ssa.ChangeInterface:
		return IsRest(v.X)
	case *ssa.Extract:
		return v.Index == 0 && IsRest(v.Tuple)
	case *ssa.Call:
		fn := flow.CalleeOf(&v.Call)
		if fn == nil || len(v.Call.Args) == 0 {
			return false
		}
		switch name := fn.FullName(); {
		case wrappers[name], sources[name], name == "io.ReadAll", name == "io/ioutil.ReadAll":
			return IsRest(v.Call.Args[0])
		}
	case *ssa.UnOp:
		addr, ok := v.X.(*ssa.FieldAddr)
		return ok && IsHTTPRequest(addr.X.Type()) && flow.FieldOf(addr).Name() == "Body"
	}
	return false
}
