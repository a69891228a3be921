package machine

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// call makes a call: by what is known of the callee, by going into it, or by taking its results for unknown.
func (p *play) call(s *state, call *ssa.Call) (o *Outcome, low int, done bool) {
	if call == p.region.Attempt && p.region.Persists {
		return p.persist(s, call)
	}
	if call == p.region.Attempt || p.region.Again != nil && p.region.Again(call) {
		return p.leaf(s, Again), free, true
	}
	fn, args := p.callee(s, call.Common())
	if result, ok := p.clock(s, call, args); ok {
		p.finish(s, call, result)
		return nil, free, false
	}
	if result, ok := p.intrinsic(s, call.Common(), args); ok {
		p.finish(s, call, result)
		return nil, free, false
	}
	if saysWhyEnded(call) {
		p.finish(s, call, nonNil)
		return nil, free, false
	}
	if result, ok := p.hint(s, call); ok {
		p.finish(s, call, result)
		return nil, free, false
	}
	if table, ok := p.tables.Outcome(call, success); ok {
		s.events |= Blocked
		o, low = p.apply(s, call, table, other)
		return o, low, true
	}
	if p.tables.Exchange(call) {
		s.events |= Blocked
		result, _ := p.answerTo(call.Call.Signature(), success, other)
		p.finish(s, call, result)
		return nil, free, false
	}
	if p.worthwhile(s, call, fn, args) {
		p.push(s, call, fn, args)
		return nil, free, false
	}
	p.witness(s, call, flow.CalleeOf(call.Common()), args)
	p.finish(s, call, p.opaque(s, call.Common(), fn, args))
	return nil, free, false
}

// persist gives an attempt that is reached again the same answer.
func (p *play) persist(s *state, call *ssa.Call) (o *Outcome, low int, done bool) {
	if table, ok := p.tables.Outcome(call, p.answer); ok {
		o, low = p.apply(s, call, table, response)
		return o, low, true
	}
	result, _ := p.answerTo(call.Call.Signature(), p.answer, response)
	p.finish(s, call, result)
	return nil, free, false
}

// callee returns what is called and with what, the receiver first.
func (p *play) callee(s *state, call *ssa.CallCommon) (fn Value, args []Value) {
	if call.IsInvoke() {
		recv := p.value(s, call.Value)
		if recv.Kind == Interface && recv.Type != nil {
			if method := p.method(recv.Type, call.Method); method != nil {
				fn, recv = Value{Kind: Func, Fn: method}, recv.part(0)
			}
		}
		args = append(args, recv)
	} else if static := call.StaticCallee(); static != nil {
		fn = Value{Kind: Func, Fn: static}
		if closure, ok := call.Value.(*ssa.MakeClosure); ok {
			fn = p.value(s, closure)
		}
	} else {
		fn = p.value(s, call.Value)
	}
	for _, arg := range call.Args {
		args = append(args, p.value(s, arg))
	}
	return fn, args
}

// method returns the method of this package that an interface's method is for a dynamic type.
func (p *play) method(t types.Type, method *types.Func) *ssa.Function {
	obj, _, _ := types.LookupFieldOrMethod(t, true, method.Pkg(), method.Name())
	fn, ok := obj.(*types.Func)
	if !ok || fn.Pkg() != p.pkg.Pkg {
		return nil
	}
	return p.pkg.Prog.FuncValue(fn.Origin())
}

// body returns the function of this package, with its body, that a value is; or nil.
func (p *play) body(fn Value) *ssa.Function {
	f := fn.Fn
	if fn.Kind != Func || f == nil {
		return nil
	}
	if origin := f.Origin(); origin != nil {
		f = origin
	}
	if f.Package() != p.pkg.Package || len(f.Blocks) == 0 {
		return nil
	}
	return f
}

// worthwhile reports whether the play goes into a call: if that can tell something, and ends.
func (p *play) worthwhile(s *state, call *ssa.Call, fn Value, args []Value) bool {
	f := p.body(fn)
	if f == nil || len(s.frames) >= maxCalls || len(f.Params) != len(args) {
		return false
	}
	for _, frame := range s.frames {
		if frame.fn == f {
			return false
		}
	}
	if len(fn.Parts) > 0 || p.mayWait(f) {
		return true // it reads and writes our variables, or lets time pass
	}
	for _, arg := range args {
		if p.tells(s, arg, 0) || arg.Kind == Pointer && !named(arg.Addr) {
			return true
		}
	}
	return false
}

// push begins a call of a function of this package.
func (p *play) push(s *state, call ssa.CallInstruction, fn Value, args []Value) {
	f := p.body(fn)
	env := map[ssa.Value]Value{}
	for i, param := range f.Params {
		env[param] = args[i]
	}
	for i, free := range f.FreeVars {
		env[free] = fn.part(i)
	}
	s.frames = append(s.frames, &frame{fn: f, block: f.Blocks[0], env: env, call: call})
}

// unwind runs the deferred calls of a function, the last one first.
func (p *play) unwind(s *state) (o *Outcome, low int, done bool) {
	f := s.top()
	if len(f.deferred) == 0 {
		f.pc++
		return nil, free, false
	}
	d := f.deferred[len(f.deferred)-1]
	f.deferred = f.deferred[:len(f.deferred)-1]
	if body := p.body(d.fn); body != nil && len(s.frames) < maxCalls && len(body.Params) == len(d.args) {
		p.push(s, d.call, d.fn, d.args)
		s.top().unwinding = true
		return nil, free, false
	}
	if _, ok := p.intrinsic(s, d.call.Common(), d.args); !ok {
		p.opaque(s, d.call.Common(), d.fn, d.args)
	}
	return nil, free, false
}

// opaque takes the results of a call for unknown. What is handed over by reference may change.
func (p *play) opaque(s *state, call *ssa.CallCommon, fn Value, args []Value) Value {
	dep := p.asksSender(call)
	for _, arg := range append([]Value{fn}, args...) {
		dep = dep || p.tells(s, arg, 0)
	}
	for _, arg := range append([]Value{fn}, args...) {
		p.spoil(s, arg, dep)
	}
	results := call.Signature().Results()
	if results.Len() < 2 {
		return unknownIf(dep)
	}
	tuple := Value{Kind: Tuple}
	for range results.Len() {
		tuple.Parts = append(tuple.Parts, unknownIf(dep))
	}
	return tuple
}

// builtin returns the result of a built-in function.
func (p *play) builtin(s *state, name string, args []Value) Value {
	dep := false
	for _, arg := range args {
		dep = dep || p.tells(s, arg, 0)
	}
	if len(args) == 0 {
		return unknown
	}
	switch x := args[0]; {
	case name == "len" && x.Kind == List:
		return integer(int64(len(x.Parts))).with(dep)
	case name == "len" && x.Kind == Map:
		return integer(int64(len(x.Parts) / 2)).with(dep)
	case name == "len" && x.Kind == Nil:
		return integer(0).with(dep)
	case name == "len" && x.Kind == Const && x.Lit.Kind() == constant.String:
		return integer(int64(len(constant.StringVal(x.Lit)))).with(dep)
	case (name == "min" || name == "max") && allConst(args):
		return extreme(name, args).with(dep)
	case name == "append" && len(args) == 2 && args[1].Kind == List && (x.Kind == List || x.Kind == Nil):
		return Value{Kind: List, Dep: dep, Parts: append(append([]Value(nil), x.Parts...), args[1].Parts...)}
	}
	return unknownIf(dep)
}

func allConst(args []Value) bool {
	for _, arg := range args {
		if arg.Kind != Const {
			return false
		}
	}
	return true
}

// extreme is the least or the greatest of some constants.
func extreme(name string, args []Value) Value {
	op := token.LSS
	if name == "max" {
		op = token.GTR
	}
	best := args[0]
	for _, arg := range args[1:] {
		if constant.Compare(arg.Lit, op, best.Lit) {
			best = arg
		}
	}
	return best
}

// evaluate returns the first result of a function that needs no decision, unknown if it does.
func (p *play) evaluate(s *state, fn *ssa.Function, args ...Value) Value {
	if len(fn.Blocks) == 0 || len(fn.Params) != len(args) || len(s.frames) >= maxCalls {
		return vague
	}
	inner := p.newPlay(Region{}, p.answer)
	inner.steps = p.steps
	from := s.clone()
	env := map[ssa.Value]Value{}
	for i, param := range fn.Params {
		env[param] = args[i]
	}
	from.frames = []*frame{{fn: fn, block: fn.Blocks[0], env: env}}
	o, _ := inner.run(from)
	p.steps, p.ends, p.particular = inner.steps, p.ends+inner.ends, p.particular || inner.particular
	if o == nil || o.Op != Leaf || o.End != Returned || len(o.Values) == 0 {
		return vague
	}
	return o.Values[0]
}

// saysWhyEnded reports whether a call asks a context for its error in order to pass it on, not to find out whether there is one.
func saysWhyEnded(call *ssa.Call) bool {
	fn := flow.CalleeOf(&call.Call)
	return fn != nil && fn.FullName() == "(context.Context).Err" && isPassedOn(call)
}

// isPassedOn reports whether an error is returned, wrapped or stored, and compared with nothing.
func isPassedOn(err ssa.Value) bool {
	for _, use := range *err.Referrers() {
		switch use := use.(type) {
		case *ssa.Return, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.DebugRef:
		case *ssa.Store:
			cell, ok := use.Addr.(*ssa.Alloc)
			if !ok || !isResult(cell) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isResult reports whether a variable is only there to be returned.
func isResult(cell *ssa.Alloc) bool {
	for _, use := range *cell.Referrers() {
		switch use := use.(type) {
		case *ssa.Store, *ssa.DebugRef:
		case *ssa.UnOp:
			for _, use := range *use.Referrers() {
				if _, ok := use.(*ssa.Return); !ok {
					return false
				}
			}
		default:
			return false
		}
	}
	return true
}
