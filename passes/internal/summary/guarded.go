package summary

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Guarded reports whether something looks at who sent a request before a handler gets it: what the handler is wrapped in, or
// middleware of its router. It is Unknown where code that isn't known may, and No where nothing in the package does.
func (p *Package) Guarded(handler *ssa.Function) flow.Tri {
	answer := p.middleware()
	seen := map[ssa.Value]bool{}
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			for _, v := range valuesOf(instr, handler) {
				answer = surer(answer, p.wrapped(v, instr, seen))
			}
		}
	}
	return answer
}

// valuesOf returns the operands of an instruction that are a function as a value.
func valuesOf(instr ssa.Instruction, fn *ssa.Function) []ssa.Value {
	var values []ssa.Value
	var buf [8]*ssa.Value
	for i, operand := range instr.Operands(buf[:0]) {
		call, isCall := instr.(ssa.CallInstruction)
		if isCall && i == 0 && !call.Common().IsInvoke() {
			continue // it is called
		}
		if is(*operand, fn) {
			values = append(values, *operand)
		}
	}
	return values
}

// is reports whether a value is a function, or its method value.
func is(v ssa.Value, fn *ssa.Function) bool {
	if closure, ok := v.(*ssa.MakeClosure); ok {
		v = closure.Fn
	}
	f, ok := v.(*ssa.Function)
	return ok && (f == fn || flow.IsMethodValue(f) && f.Object() == fn.Object())
}

// wrapped follows a handler's value from an instruction that uses it.
func (p *Package) wrapped(v ssa.Value, use ssa.Instruction, seen map[ssa.Value]bool) flow.Tri {
	switch use := use.(type) {
	case *ssa.Call:
		answer := p.wrapper(&use.Call, v)
		if answer == flow.No && takesHandler(use.Type()) {
			answer = p.followed(use, seen)
		}
		return answer
	case *ssa.MakeClosure, *ssa.ChangeType, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.Phi:
		return p.followed(use.(ssa.Value), seen)
	case *ssa.Store:
		if array, ok := use.Addr.(*ssa.IndexAddr); ok && use.Val == v {
			return p.followed(array.X, seen) // a variadic argument
		}
	case *ssa.Slice:
		return p.followed(use, seen)
	case *ssa.Return:
		answer := flow.No
		calls, _ := p.Callers(use.Parent())
		for _, call := range calls {
			if made, ok := call.(*ssa.Call); ok {
				answer = surer(answer, p.followed(made, seen))
			}
		}
		return answer
	}
	return flow.No
}

func (p *Package) followed(v ssa.Value, seen map[ssa.Value]bool) flow.Tri {
	answer := flow.No
	if seen[v] || v.Referrers() == nil {
		return answer
	}
	seen[v] = true
	for _, use := range *v.Referrers() {
		answer = surer(answer, p.wrapped(v, use, seen))
	}
	return answer
}

// wrapper says whether what a call does with a handler v looks at who sent a request: the callee, or the other handlers that it is given.
func (p *Package) wrapper(call *ssa.CallCommon, v ssa.Value) flow.Tri {
	answer := p.handlerAsks(call)
	for _, arg := range call.Args {
		elements, variadic := flow.Elements(arg)
		if !variadic {
			elements = []ssa.Value{arg}
		}
		for _, element := range elements {
			if element != v && takesHandler(element.Type()) {
				answer = surer(answer, p.middlewareAsks(element))
			}
		}
	}
	return answer
}

// handlerAsks says whether a function that gets a handler looks at who sent a request.
func (p *Package) handlerAsks(call *ssa.CallCommon) flow.Tri {
	if own := call.StaticCallee(); own != nil && own.Package() == p.Package.Package && own.Blocks != nil {
		return p.KnowsSender(own)
	}
	fn := flow.CalleeOf(call)
	switch {
	case fn == nil || fn.Pkg() == nil:
		return flow.Unknown
	case catalog.AsksByName(fn):
		return flow.Yes
	case catalog.Indifferent(fn.Pkg().Path()), call.IsInvoke() && isRouting(fn.Name()):
		return flow.No
	}
	var does Does
	if p.pass.ImportObjectFact(fn.Origin(), &does) && does.Asks {
		return flow.Yes
	}
	if p.sameModule(fn.Pkg().Path()) && fn.Pkg() != p.Pkg && !call.IsInvoke() {
		return flow.No
	}
	return flow.Unknown
}

// isRouting reports whether an interface's method of that name says which handler a path has.
func isRouting(name string) bool {
	return slices.Contains([]string{"Handle", "HandleFunc", "Get", "Post", "Put", "Delete", "Patch", "GET", "POST", "PUT", "DELETE", "PATCH", "Any", "Method", "MethodFunc"}, name)
}

// middlewareAsks says whether middleware looks at who sent a request: a function, or what a function returned.
func (p *Package) middlewareAsks(v ssa.Value) flow.Tri {
	answer := flow.No
	for _, o := range p.Origins(v) {
		if fn := p.FunctionOf(o); fn != nil {
			answer = surer(answer, p.KnowsSender(fn))
			continue
		}
		switch made := o.Value.(type) {
		case *ssa.Call:
			answer = surer(answer, p.handlerAsks(&made.Call))
		case *ssa.Function:
			answer = surer(answer, p.handlerAsks(&ssa.CallCommon{Value: made}))
		case *ssa.Const:
		default:
			answer = surer(answer, flow.Unknown)
		}
	}
	return answer
}

// middleware says whether any middleware that the package puts before its handlers looks at who sent a request.
func (p *Package) middleware() flow.Tri {
	answer := flow.No
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !puts(call.Common()) {
				continue
			}
			answer = surer(answer, p.wrapper(call.Common(), nil))
		}
	}
	return answer
}

// puts reports whether a call puts middleware before handlers: router.Use(m), router.With(m), router.Group("/x", m).
func puts(call *ssa.CallCommon) bool {
	fn := flow.CalleeOf(call)
	return fn != nil && fn.Signature().Recv() != nil && slices.Contains([]string{"Use", "With", "Group", "UseBefore", "Then", "ThenFunc"}, fn.Name())
}

// takesHandler reports whether t is a handler, or middleware, which takes one and returns one, or gets a request.
func takesHandler(t types.Type) bool {
	switch types.TypeString(types.Unalias(t), nil) {
	case "net/http.Handler", "net/http.HandlerFunc":
		return true
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return false
	}
	for param := range sig.Params().Variables() {
		if catalog.HandsRequest(param.Type()) || takesHandler(param.Type()) {
			return true
		}
	}
	return false
}
