package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Kind says what an [Origin] is.
type Kind uint8

// The kinds of origin.
const (
	// Opaque is a source that was not understood.
	Opaque Kind = iota
	// Object is storage of this package: a composite literal, new(T), a
	// variable, or a field that holds a struct.
	Object
	// Result is a result of a call whose callee is not in this package, or not known.
	Result
	// Param is a parameter, to be had from the callers.
	Param
	// Given is a value that code outside the package may hand over: an
	// argument of an exported function, the value of an exported field.
	Given
	// Variable is the value of another package's variable.
	Variable
	// Constant is a constant, nil included.
	Constant
)

// An Origin is a place where a value was made.
type Origin struct {
	Kind Kind
	// Value is the object (an Alloc, Global or FieldAddr), the call, the
	// parameter, the load of the other package's variable, or the constant.
	Value ssa.Value
	// Index is the result's number.
	Index int
	// Field is, for an object that is a FieldAddr, the field; for the other
	// kinds it is a field of Value that the value was read from, if any.
	Field *types.Var

	at *frame
}

// Key returns the origin without the calls that led to it: the object itself.
func (o Origin) Key() Origin {
	o.at = nil
	if _, ok := o.Value.(*ssa.FieldAddr); ok {
		o.Value = nil // there are many addresses of one field
	}
	if g := VariableOf(o); g != nil {
		o.Value = g // and many loads of one variable
	}
	return o
}

// VariableOf returns the variable of another package that an origin is the
// value of, or nil.
func VariableOf(o Origin) *ssa.Global {
	if load, ok := o.Value.(*ssa.UnOp); ok && o.Kind == Variable {
		g, _ := load.X.(*ssa.Global)
		return g
	}
	return nil
}

// A frame is a call that a walk went into, from its result to what its callee
// returns; a parameter of the callee is then an argument of this very call.
type frame struct {
	call   ssa.CallInstruction
	parent *frame
	depth  int
}

const (
	maxDepth = 5    // calls inside each other
	maxSteps = 3000 // values visited by one question, and those that it leads to
)

type query struct {
	value  ssa.Value
	at     *frame
	expand bool
}

// Origins returns where v came from: through phis, conversions, local
// variables, closures, fields, package variables, and the functions of this
// package that return it. Parameters of v's own function are origins.
func (p *Package) Origins(v ssa.Value) []Origin {
	return p.origins(query{value: v})
}

// OriginsAt is like Origins for an operand of the call that another origin is,
// in the calling context of that origin.
func (p *Package) OriginsAt(v ssa.Value, o Origin) []Origin {
	return p.origins(query{value: v, at: o.at})
}

// Reaching is like Origins, but goes on from parameters to the arguments of all
// calls in the package.
func (p *Package) Reaching(v ssa.Value) []Origin {
	return p.origins(query{value: v, expand: true})
}

func (p *Package) origins(q query) []Origin {
	if found, ok := p.memo[q]; ok {
		return found
	}
	if p.active[q] {
		return []Origin{{Kind: Opaque, Value: q.value}} // a struct that points to its like, as in a list
	}
	if len(p.active) == 0 {
		p.steps = 0
	}
	p.active[q] = true
	defer delete(p.active, q)
	w := &walk{pkg: p, expand: q.expand, seen: map[query]bool{}}
	w.value(q.value, q.at)
	p.memo[q] = w.found
	return w.found
}

// A walk goes from a value backwards to its origins.
type walk struct {
	pkg    *Package
	expand bool
	seen   map[query]bool
	found  []Origin
}

func (w *walk) add(o Origin) {
	if !slices.Contains(w.found, o) {
		w.found = append(w.found, o)
	}
}

func (w *walk) opaque(v ssa.Value) { w.add(Origin{Kind: Opaque, Value: v}) }

// enter reports whether v is to be visited now.
func (w *walk) enter(v ssa.Value, at *frame) bool {
	key := query{value: v, at: at}
	if w.seen[key] {
		return false
	}
	w.seen[key] = true
	if w.pkg.steps++; w.pkg.steps > maxSteps {
		w.opaque(v)
		return false
	}
	return true
}

func (w *walk) value(v ssa.Value, at *frame) {
	if !w.enter(v, at) {
		return
	}
	switch v := v.(type) {
	case *ssa.Phi:
		for _, edge := range v.Edges {
			w.value(edge, at)
		}
	case *ssa.ChangeType:
		w.value(v.X, at)
	case *ssa.ChangeInterface:
		w.value(v.X, at)
	case *ssa.MakeInterface:
		w.value(v.X, at)
	case *ssa.Convert:
		w.value(v.X, at)
	case *ssa.TypeAssert:
		w.value(v.X, at)
	case *ssa.Slice:
		if isPartOfString(v) {
			w.add(Origin{Kind: Opaque, Value: v, at: at}) // as with operators
		} else {
			w.value(v.X, at)
		}
	case *ssa.Extract:
		w.extract(v, at)
	case *ssa.Call:
		w.call(v, 0, at)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			w.load(v, v.X, at)
		} else {
			w.opaque(v)
		}
	case *ssa.Field:
		w.field(v.X, structField(v.X.Type(), v.Field), at)
	case *ssa.Parameter:
		w.parameter(v, at)
	case *ssa.FreeVar:
		w.bindings(v, at, w.value)
	case *ssa.Const:
		w.add(Origin{Kind: Constant, Value: v})
	case *ssa.Alloc:
		if !w.copied(v, at) {
			w.add(Origin{Kind: Object, Value: v, at: at})
		}
	case *ssa.BinOp:
		w.add(Origin{Kind: Opaque, Value: v, at: at}) // whoever knows the operator goes on
	case *ssa.Function, *ssa.MakeClosure:
		w.add(Origin{Kind: Object, Value: v, at: at})
	case *ssa.FieldAddr:
		if !w.copied(v, at) {
			w.add(Origin{Kind: Object, Value: v, Field: FieldOf(v), at: at})
		}
	case *ssa.Global:
		if !w.copied(v, nil) {
			w.add(Origin{Kind: Object, Value: v})
		}
	default:
		w.opaque(v)
	}
}

// isPartOfString reports whether a slice is of a string: of a part of it, then.
func isPartOfString(v *ssa.Slice) bool {
	basic, ok := v.X.Type().Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

func (w *walk) extract(v *ssa.Extract, at *frame) {
	switch tuple := v.Tuple.(type) {
	case *ssa.Call:
		w.call(tuple, v.Index, at)
	case *ssa.TypeAssert:
		w.value(tuple.X, at)
	default:
		w.opaque(v) // a map look-up, a channel, a range
	}
}

// call goes on with what the callee returns.
func (w *walk) call(call *ssa.Call, index int, at *frame) {
	callee := w.pkg.Callee(call)
	if callee == nil || tooDeep(call, at) || hides(callee.Name()) {
		w.add(Origin{Kind: Result, Value: call, Index: index, at: at})
		return
	}
	inner := w.pkg.push(call, at)
	for _, block := range callee.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && index < len(ret.Results) {
			w.value(ret.Results[index], inner)
		}
	}
}

// hiding are words by which functions are named that take secrets out of a text, and of those that other functions are named after too, withSecret
// are what has to follow.
var (
	hiding     = []string{"mask", "masked", "redact", "redacted", "scrub", "sanitize", "sanitized", "obfuscate", "conceal", "censor", "hide"}
	taking     = []string{"strip", "remove", "clean", "without", "drop", "trim"}
	withSecret = []string{"token", "tokens", "password", "passwords", "secret", "secrets", "credential", "credentials", "creds", "auth", "key", "userinfo", "sensitive"}
)

// hides reports whether a function takes secrets out of what it is given, by its name: what it returns is another text, even if some of its ways
// return what it was given, because there is no secret in it.
func hides(name string) bool {
	words := Words(name)
	among := func(list []string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(list, word) })
	}
	return among(hiding) || among(taking) && among(withSecret)
}

func tooDeep(call *ssa.Call, at *frame) bool {
	if at != nil && at.depth >= maxDepth {
		return true
	}
	for ; at != nil; at = at.parent {
		if at.call == call {
			return true // recursion
		}
	}
	return false
}

// push returns the frame of a call inside another; the same one each time, so that frames compare.
func (p *Package) push(call ssa.CallInstruction, at *frame) *frame {
	key := frame{call: call, parent: at}
	if have := p.frames[key]; have != nil {
		return have
	}
	inner := &frame{call: call, parent: at, depth: 1}
	if at != nil {
		inner.depth = at.depth + 1
	}
	p.frames[key] = inner
	return inner
}

// parameter goes on with the argument of the call that the walk came through
// or, if it is to expand, with those of all calls.
func (w *walk) parameter(v *ssa.Parameter, at *frame) {
	fn := v.Parent()
	if at != nil && w.pkg.Callee(at.call) == fn {
		w.value(Argument(at.call, v), at.parent)
		return
	}
	if !w.expand {
		w.add(Origin{Kind: Param, Value: v})
		return
	}
	calls, complete := w.pkg.Callers(fn)
	if !complete {
		w.add(Origin{Kind: Given, Value: v})
	}
	for _, call := range calls {
		w.value(Argument(call, v), nil)
	}
}

// Argument returns what a static call passes for a parameter of its callee.
func Argument(call ssa.CallInstruction, param *ssa.Parameter) ssa.Value {
	return call.Common().Args[ParamIndex(param)]
}

// ParamIndex returns a parameter's number; a receiver is number 0.
func ParamIndex(param *ssa.Parameter) int {
	for i, p := range param.Parent().Params {
		if p == param {
			return i
		}
	}
	panic("parameter of another function")
}

// bindings goes on with what a captured variable stands for in the enclosing function.
func (w *walk) bindings(v *ssa.FreeVar, at *frame, next func(ssa.Value, *frame)) {
	fn := v.Parent()
	sites := w.pkg.closures[fn]
	if len(sites) == 0 {
		w.opaque(v) // the closure of a bound method
	}
	outer := at
	if at != nil && w.pkg.Callee(at.call) == fn {
		outer = at.parent
	}
	for _, site := range sites {
		for i, fv := range fn.FreeVars {
			if fv == v {
				next(site.Bindings[i], outer)
			}
		}
	}
}
