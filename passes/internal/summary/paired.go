package summary

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A route is a handler that is registered for a constant path.
type route struct {
	in      *ssa.Function // which registers it
	router  ssa.Value
	path    string
	handler *ssa.Function
}

// paired returns what receives the webhooks of a service for which another function answers the handshake that comes first: the two are registered for the same
// path, one for GET and the other one for POST.
func (p *Package) paired(shaking *Receiver) []*Receiver {
	if !p.isHandshakeRead(shaking.Evidence) {
		return nil
	}
	routes := p.routes()
	var all []*Receiver
	for _, first := range routes {
		if first.handler != shaking.Func {
			continue
		}
		for _, second := range routes {
			if second.handler != shaking.Func && second.in == first.in && second.path == first.path && p.sameRouter(first.router, second.router) {
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

// route returns what a call like router.POST("/path", handler) registers: its last constant text is the path, its last function the handler.
func (p *Package) route(call *ssa.CallCommon) (r route, ok bool) {
	args := call.Args
	if call.IsInvoke() {
		args = append([]ssa.Value{call.Value}, args...)
	}
	for i, arg := range args {
		if text, isText := flow.ConstString(arg); isText {
			r.path = text[strings.LastIndexByte(text, ' ')+1:] // "POST /path"
		}
		elements, variadic := flow.Elements(arg)
		if !variadic {
			elements = args[i : i+1]
		}
		for _, element := range elements {
			for _, o := range p.Origins(element) {
				if fn := p.FunctionOf(o); fn != nil && IsHandler(fn) {
					r.handler = fn
				}
			}
		}
	}
	if r.handler == nil || r.path == "" {
		return route{}, false
	}
	r.router = args[0]
	return r, true
}

// sameRouter reports whether two handlers are registered with one router, or with that of a package.
func (p *Package) sameRouter(a, b ssa.Value) bool {
	a, b = embedding(a), embedding(b)
	if _, constant := a.(*ssa.Const); constant {
		_, both := b.(*ssa.Const)
		return both
	}
	first, second := p.Origins(a), p.Origins(b)
	return a == b || len(first) == 1 && len(second) == 1 && first[0].Same(second[0])
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
