package machine

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// exec executes an instruction that isn't a jump. done says that the path goes no further than the outcome.
func (p *play) exec(s *state, instr ssa.Instruction) (o *Outcome, low int, done bool) {
	f := s.top()
	switch instr := instr.(type) {
	case *ssa.Call:
		return p.call(s, instr)
	case *ssa.Go:
		p.detached(s, instr.Common())
	case *ssa.Defer:
		fn, args := p.callee(s, instr.Common())
		f.deferred = append(f.deferred, deferred{instr, fn, args})
		p.witness(s, instr, flow.CalleeOf(instr.Common()), slices.Concat(args, []Value{fn}))
	case *ssa.RunDefers:
		return p.unwind(s)
	case *ssa.Store:
		if addr := p.value(s, instr.Addr); addr.Kind == Pointer {
			p.escape(s, addr.Addr, p.value(s, instr.Val))
			p.store(s, addr.Addr, p.value(s, instr.Val))
		}
	case *ssa.MapUpdate:
		p.update(s, instr)
	case *ssa.Send:
		s.events |= Blocked
	case ssa.Value:
		p.pass(s, instr)
		f.env[instr] = p.compute(s, instr)
	}
	f.pc++
	return nil, free, false
}

// pass notes that an instruction waits.
func (p *play) pass(s *state, instr ssa.Value) {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		if isReceive(instr) {
			p.receive(s, instr, p.value(s, instr.X))
		}
	case *ssa.Select:
		p.choose(s, instr)
	}
}

func isReceive(op *ssa.UnOp) bool { return op.Op == token.ARROW }

// detached notes what a new goroutine may change.
func (p *play) detached(s *state, call *ssa.CallCommon) {
	fn, args := p.callee(s, call)
	for _, arg := range slices.Concat(args, []Value{fn}) {
		if answer, header := p.leadsTo(s, arg, 0); answer || header {
			s.events |= Closed | Given
		}
	}
	p.spoil(s, fn, false)
	for _, arg := range args {
		p.spoil(s, arg, false)
	}
}

// value returns what is known of an operand.
func (p *play) value(s *state, v ssa.Value) Value {
	if known, ok := s.top().env[v]; ok {
		return known
	}
	return p.static(s, v, 0)
}

// static returns what is known of a value that was computed before the play began.
func (p *play) static(s *state, v ssa.Value, depth int) Value {
	switch v := v.(type) {
	case *ssa.Const:
		return constantOf(v)
	case *ssa.Global, *ssa.Alloc:
		return pointer(v)
	case *ssa.Function:
		return Value{Kind: Func, Fn: v}
	case *ssa.MakeClosure:
		closure := Value{Kind: Func, Fn: v.Fn.(*ssa.Function)}
		for _, binding := range v.Bindings {
			closure.Parts = append(closure.Parts, p.static(s, binding, depth+1))
		}
		return closure
	case *ssa.FreeVar:
		if binding := p.binding(v); binding != nil && depth < maxCalls {
			return p.static(s, binding, depth+1)
		}
	case *ssa.FieldAddr:
		if base := p.static(s, v.X, depth+1); base.Kind == Pointer && depth < maxCalls {
			base.Addr = base.Addr.in(strconv.Itoa(v.Field))
			return base
		}
	case *ssa.UnOp:
		return p.staticLoad(s, v, depth)
	case *ssa.ChangeType:
		return p.static(s, v.X, depth+1)
	}
	if _, ok := v.Type().Underlying().(*types.Pointer); ok {
		return pointer(v)
	}
	return unknown
}

// binding returns what a free variable stands for, if its function is made in one place.
func (p *play) binding(v *ssa.FreeVar) ssa.Value {
	sites := p.pkg.Closures(v.Parent())
	if len(sites) != 1 {
		return nil
	}
	for i, fv := range v.Parent().FreeVars {
		if fv == v {
			return sites[0].Bindings[i]
		}
	}
	return nil
}

// staticLoad returns a function that was stored in a local variable before the play began, once and for all.
func (p *play) staticLoad(s *state, v *ssa.UnOp, depth int) Value {
	if v.Op != token.MUL || depth > maxCalls {
		return unknown
	}
	addr := p.static(s, v.X, depth+1)
	if g, ok := addr.Addr.Base.(*ssa.Global); ok && addr.Addr.Path == "" {
		return p.load(s, addr.Addr, g.Type().(*types.Pointer).Elem())
	}
	alloc, ok := addr.Addr.Base.(*ssa.Alloc)
	if !ok || addr.Addr.Path != "" {
		return unknown
	}
	var only *ssa.Store
	for _, use := range *alloc.Referrers() {
		if store, ok := use.(*ssa.Store); ok && store.Addr == alloc {
			if only != nil {
				return unknown
			}
			only = store
		}
	}
	if only == nil {
		return unknown
	}
	switch only.Val.(type) {
	case *ssa.Function, *ssa.MakeClosure:
		return p.static(s, only.Val, depth+1)
	}
	return unknown
}

func constantOf(c *ssa.Const) Value {
	if c.Value == nil {
		return zero(c.Type())
	}
	return literal(c.Value)
}

// compute returns the value of an instruction.
func (p *play) compute(s *state, v ssa.Value) Value {
	switch v := v.(type) {
	case *ssa.Alloc:
		return p.alloc(s, v)
	case *ssa.BinOp:
		if neverNegative(v) {
			return boolean(v.Op == token.GEQ)
		}
		return p.binary(v.Op, p.value(s, v.X), p.value(s, v.Y))
	case *ssa.UnOp:
		return p.unary(s, v)
	case *ssa.ChangeType:
		return p.value(s, v.X)
	case *ssa.ChangeInterface:
		return p.value(s, v.X)
	case *ssa.Convert:
		return p.convert(v.Type(), p.value(s, v.X))
	case *ssa.MakeInterface:
		return Value{Kind: Interface, Type: v.X.Type(), Parts: []Value{p.value(s, v.X)}}
	case *ssa.MakeClosure:
		closure := Value{Kind: Func, Fn: v.Fn.(*ssa.Function)}
		for _, binding := range v.Bindings {
			closure.Parts = append(closure.Parts, p.value(s, binding))
		}
		return closure
	case *ssa.MakeMap, *ssa.MakeChan, *ssa.MakeSlice:
		return nonNil
	case *ssa.Extract:
		return p.extract(s, v)
	case *ssa.Select:
		return unknown // which channel is ready has nothing to do with the answer
	case *ssa.TypeAssert:
		return p.assert(v, p.value(s, v.X))
	}
	return p.reach(s, v)
}

// reach returns the value of an instruction that looks into a structure.
func (p *play) reach(s *state, v ssa.Value) Value {
	switch v := v.(type) {
	case *ssa.FieldAddr:
		base := p.value(s, v.X)
		if base.Kind != Pointer {
			return unknownIf(base.Dep)
		}
		base.Addr = base.Addr.in(strconv.Itoa(v.Field))
		return base
	case *ssa.Field:
		return p.value(s, v.X).field(v.Field)
	case *ssa.IndexAddr:
		return p.indexAddr(p.value(s, v.X), p.value(s, v.Index))
	case *ssa.Index:
		base, index := p.value(s, v.X), p.value(s, v.Index)
		if i, ok := intOf(index); ok && base.Kind == List && i >= 0 {
			return base.part(int(i)).with(index.Dep)
		}
		return unknownIf(base.Dep || index.Dep)
	case *ssa.Slice:
		return p.slice(s, v)
	case *ssa.Lookup:
		base, index := p.value(s, v.X), p.value(s, v.Index)
		p.at = v.Pos()
		p.asks(s, base, index)
		return p.lookup(v, base, index)
	}
	return unknownIf(p.usesAnswer(s, v))
}

// usesAnswer reports whether an operand of an instruction that isn't understood depends on the answer.
func (p *play) usesAnswer(s *state, v ssa.Value) bool {
	instr, ok := v.(ssa.Instruction)
	if !ok {
		return false
	}
	var buf [8]*ssa.Value
	for _, operand := range instr.Operands(buf[:0]) {
		if *operand != nil && p.tells(s, p.value(s, *operand), 0) {
			return true
		}
	}
	return false
}

// tells reports whether something of the answer can be learnt from a value.
func (p *play) tells(s *state, v Value, depth int) bool {
	if v.Dep || made(v) {
		return true
	}
	if v.Kind == Pointer {
		if _, ok := v.Addr.Base.(*object); ok {
			return true
		}
		for _, c := range s.heap.cells(v.Addr.Base) {
			if c.value.depends() || depth < 2 && c.value.Kind == Pointer && p.tells(s, c.value, depth+1) {
				return true
			}
		}
		rest, _ := s.heap.rest(v.Addr.Base)
		return rest.Dep
	}
	for _, part := range v.Parts {
		if p.tells(s, part, depth) {
			return true
		}
	}
	return false
}

// unary returns the value of -x, !x, ^x, *x and <-x.
func (p *play) unary(s *state, v *ssa.UnOp) Value {
	x := p.value(s, v.X)
	switch v.Op {
	case token.MUL:
		if x.Kind == Pointer {
			known := p.read(s, x, v.Type())
			if known.Kind == Unknown && isKeptError(v) {
				return vague
			}
			return p.hintIn(s, v, known)
		}
		return p.hintIn(s, v, unknownIf(x.Dep))
	case token.ARROW:
		return unknown
	}
	if x.Kind != Const {
		return unknownIf(x.Dep)
	}
	basic, ok := v.Type().Underlying().(*types.Basic)
	if !ok || v.Op != token.NOT && basic.Info()&types.IsUnsigned != 0 {
		return unknownIf(x.Dep)
	}
	return literal(constant.UnaryOp(v.Op, x.Lit, 0)).with(x.Dep)
}

// read loads through a pointer, an element of a list included.
func (p *play) read(s *state, at Value, t types.Type) Value {
	if list, ok := at.Addr.Base.(*element); ok {
		return list.value
	}
	return p.load(s, at.Addr, t).with(at.Dep)
}

// An element is the address of an element of a list.
type element struct{ value Value }

func (p *play) indexAddr(base, index Value) Value {
	i, known := intOf(index)
	switch {
	case known && base.Kind == List && 0 <= i && int(i) < len(base.Parts):
		return pointer(&element{base.Parts[i].with(base.Dep || index.Dep)})
	case known && base.Kind == Pointer && !index.Dep:
		base.Addr = base.Addr.in("[" + strconv.FormatInt(i, 10) + "]")
		return base
	}
	return unknownIf(base.Dep || index.Dep)
}

// slice returns what is known of x[i:j]: the elements of an array that was just filled, such as the
// arguments of a variadic call.
func (p *play) slice(s *state, v *ssa.Slice) Value {
	base := p.value(s, v.X)
	if base.Kind == List && v.Low == nil && v.High == nil {
		return base
	}
	ptr, ok := v.X.Type().Underlying().(*types.Pointer)
	if !ok || base.Kind != Pointer || v.Low != nil || v.High != nil {
		return unknownIf(base.Dep)
	}
	array, ok := ptr.Elem().Underlying().(*types.Array)
	if !ok || array.Len() > maxElements {
		return unknown
	}
	list := Value{Kind: List}
	for i := range array.Len() {
		list.Parts = append(list.Parts, p.load(s, base.Addr.in("["+strconv.FormatInt(i, 10)+"]"), array.Elem()))
	}
	return list
}

// lookup returns what a map or string holds.
func (p *play) lookup(v *ssa.Lookup, base, index Value) Value {
	value, found := unknown, unknown
	if base.Kind == Map && index.Kind == Const {
		value, found = entry(base, index, v.X.Type().Underlying().(*types.Map).Elem())
	}
	dep := base.Dep || index.Dep
	if v.CommaOk {
		return Value{Kind: Tuple, Parts: []Value{value.with(dep), found.with(dep)}}
	}
	return value.with(dep)
}

// entry returns what a map holds under a key, and whether it does.
func entry(m, key Value, elem types.Type) (value, found Value) {
	for i := 0; i < len(m.Parts); i += 2 {
		switch equal, known := equalConst(m.Parts[i], key); {
		case !known:
			return unknown, unknown
		case equal:
			return m.Parts[i+1], boolean(true)
		}
	}
	if m.Dep {
		return vague, vague // an answer with headers has more than those that are known
	}
	return zero(elem), boolean(false)
}

// update changes a map, of which nothing is known from then on.
func (p *play) update(s *state, instr *ssa.MapUpdate) {
	if m := p.value(s, instr.Map); m.Kind == Map {
		s.top().env[instr.Map] = nonNil.with(p.tells(s, p.value(s, instr.Value), 0))
	}
}

func (p *play) extract(s *state, v *ssa.Extract) Value {
	tuple := p.value(s, v.Tuple)
	if tuple.Kind == Tuple {
		return tuple.part(v.Index)
	}
	return unknownIf(tuple.Dep)
}

// assert returns the value of x.(T).
func (p *play) assert(v *ssa.TypeAssert, x Value) Value {
	result, ok := unknownIf(x.Dep), unknownIf(x.Dep)
	switch {
	case x.Kind == Nil:
		result, ok = zero(v.AssertedType), boolean(false).with(x.Dep)
	case x.Kind == Interface && x.Type != nil:
		if holds(x.Type, v.AssertedType) {
			ok = boolean(true).with(x.Dep)
			result = x.part(0)
			if types.IsInterface(v.AssertedType) {
				result = x
			}
		} else {
			result, ok = zero(v.AssertedType), boolean(false).with(x.Dep)
		}
	}
	if v.CommaOk {
		return Value{Kind: Tuple, Parts: []Value{result, ok}}
	}
	return result
}

// holds reports whether an interface value with the dynamic type t can be asserted to want.
func holds(t, want types.Type) bool {
	if iface, ok := want.Underlying().(*types.Interface); ok {
		return types.Implements(t, iface)
	}
	return types.Identical(t, want)
}

// neverNegative reports whether an unsigned number is compared with 0 in a way that only a negative one could change.
func neverNegative(v *ssa.BinOp) bool {
	basic, ok := v.X.Type().Underlying().(*types.Basic)
	if !ok || basic.Info()&types.IsUnsigned == 0 || v.Op != token.GEQ && v.Op != token.LSS {
		return false
	}
	zero, ok := intOf(constantIn(v.Y))
	return ok && zero == 0
}
