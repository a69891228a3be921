package summary

import (
	"net/http"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A route is a handler that is registered for a constant path.
type route struct {
	in *ssa.Function // which registers it
	// router is what it is registered with, nil for the one of net/http.
	router  ssa.Value
	method  string // "" if all, or not known
	path    string
	handler *ssa.Function
}

// paired returns what receives the webhooks of a service for which another function answers the handshake that comes first: one function registers the two for the
// same path, the first for GET and the other one for POST.
func (p *Package) paired(shaking *Receiver) []*Receiver {
	if !p.isHandshakeRead(shaking.Evidence) {
		return nil
	}
	routes := p.routes()
	var all []*Receiver
	for _, first := range routes {
		if first.handler != shaking.Func || first.method != "" && first.method != http.MethodGet {
			continue
		}
		for _, second := range routes {
			if second.handler != shaking.Func && (second.method == "" || second.method == http.MethodPost) && p.samePlace(first, second) {
				all = append(all, &Receiver{Func: second.handler, Service: shaking.Service, Evidence: shaking.Evidence, Above: p.Above(second.handler)})
			}
		}
	}
	return all
}

// isHandshakeRead reports whether an instruction reads a parameter of a handshake.
func (p *Package) isHandshakeRead(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	row := catalog.InboundOf(flow.CalleeOf(call.Common()))
	return row != nil && row.Key != catalog.None && slices.ContainsFunc(p.Origins(Operand(call.Common(), row.Key)), func(o flow.Origin) bool {
		name, _ := flow.ConstString(o.Value)
		return catalog.Handshake(name)
	})
}

// routes returns the handlers of the package that it registers for paths.
func (p *Package) routes() []route {
	var all []route
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if r, ok := p.route(call.Common()); ok {
					r.in = fn
					all = append(all, r)
				}
			}
		}
	}
	return all
}

// methods are those by which a service and its receiver talk, and that routers are told.
var methods = []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions}

// route returns what a call like router.POST("/path", handler) registers.
func (p *Package) route(call *ssa.CallCommon) (r route, ok bool) {
	fn := flow.CalleeOf(call)
	if fn == nil || !isRouting(fn.Name()) {
		return route{}, false
	}
	if method := strings.ToUpper(fn.Name()); slices.Contains(methods, method) {
		r.method = method
	}
	args := call.Args
	switch {
	case call.IsInvoke():
		r.router = call.Value
	case fn.Signature().Recv() != nil:
		r.router, args = args[0], args[1:]
	case fn.Pkg().Path() != "net/http":
		return route{}, false
	}
	known := false
	for _, arg := range args {
		switch text, isText := flow.ConstString(arg); {
		case isText && slices.Contains(methods, strings.ToUpper(text)):
			r.method = strings.ToUpper(text)
		case isText && !known:
			r.setPattern(text)
			known = true
		case !isText:
			if handler := p.handlerIn(arg); handler != nil {
				r.handler = handler
			}
		}
	}
	return r, known && r.handler != nil
}

// setPattern takes what a router is told: a path, or as net/http has it, "POST /path".
func (r *route) setPattern(pattern string) {
	method, path, both := strings.Cut(pattern, " ")
	if both {
		r.method, pattern = method, strings.TrimSpace(path)
	}
	r.path = pattern
}

// handlerIn returns the handler of the package that an argument is, or the last one among several, or nil.
func (p *Package) handlerIn(arg ssa.Value) *ssa.Function {
	elements, variadic := flow.Elements(arg)
	if !variadic {
		elements = []ssa.Value{arg}
	}
	var handler *ssa.Function
	for _, element := range elements {
		for _, o := range p.Origins(element) {
			if fn := p.FunctionOf(o); fn != nil && IsHandler(fn) {
				handler = fn
			}
		}
	}
	return handler
}

// samePlace reports whether two handlers are registered for one path of one router.
func (p *Package) samePlace(a, b route) bool {
	if a.in != b.in || a.path != b.path {
		return false
	}
	if a.router == nil || b.router == nil {
		return a.router == b.router
	}
	first, second := p.Origins(embedding(a.router)), p.Origins(embedding(b.router))
	return len(first) == 1 && len(second) == 1 && first[0].Same(second[0])
}

// embedding returns the value whose embedded field a method is called on.
func embedding(v ssa.Value) ssa.Value {
	for {
		addr, ok := v.(*ssa.FieldAddr)
		if !ok || !flow.FieldOf(addr).Embedded() {
			return v
		}
		v = addr.X
	}
}
