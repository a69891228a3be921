package summary

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// of evaluates a value of type t with the given origins as it appears in fn.
func (p *Package) of(t types.Type, origins []flow.Origin, fn *ssa.Function) Term {
	e := p.evaluation(fn)
	if isContext(t) || isRequest(t) {
		return e.deadline(origins)
	}
	return e.client(origins, nil)
}

// An evaluation answers how a value is bounded, as seen from one function: the
// parameters of that function stay open, those of others are looked up.
type evaluation struct {
	pkg  *Package
	fn   *ssa.Function
	busy map[question]bool
}

// A question is what an evaluation asks of one origin.
type question struct {
	aspect aspect
	origin flow.Origin
	row    *catalog.Func
	fn     *ssa.Function
}

// An aspect is what is asked of an origin.
type aspect uint8

const (
	clientBound   aspect = iota + 1
	deadlineBound        // of a context or a request
	heldClient           // the bound of the client in a context
)

// client says how a client, transport or dialer is bounded. row is the call
// that uses it, which knows what a nil client stands for; it may be nil.
//
// A user's client beside our own default is a fallback; but where one
// source is bounded or not understood, nothing is said.
func (e *evaluation) client(origins []flow.Origin, row *catalog.Func) Term {
	var all []Term
	for _, o := range origins {
		if isNil(o) {
			continue
		}
		all = append(all, e.ask(clientBound, o, nil, e.clientFrom))
	}
	if len(all) == 0 {
		return e.pkg.fallback(row)
	}
	sum := Term{Bound: flow.No}
	for _, t := range all {
		switch {
		case t.Bound == flow.Yes:
			return t
		case t.Ref.Operand != 0:
			if sum.Ref.Operand != 0 && sum.Ref != t.Ref {
				return unknown
			}
			sum.Ref = t.Ref
			sum.Fallback = sum.Fallback || t.Ref.Field == "" // a field is set by what the other origins are
		case t.Bound == flow.Unknown && !t.Fallback:
			return unknown
		}
		sum.Fallback = sum.Fallback || t.Fallback
		sum.addSources(t)
		if t.Lost.Operand != 0 {
			sum.Lost = t.Lost
		}
		sum.Loses = sum.Loses || t.Loses
	}
	if len(sum.Sources) == 0 {
		sum.Bound = flow.Unknown
	}
	return sum
}

// fallback is how a call is bounded whose client is nil, or that takes none.
func (p *Package) fallback(row *catalog.Func) Term {
	if row == nil || p.changed(row.Fallback) || p.changed("http.DefaultTransport") {
		return unknown
	}
	switch row.Bound {
	case catalog.Bounded:
		return bounded
	case catalog.Unbounded:
		return Term{Bound: flow.No, Sources: []Source{{What: row.Fallback}}}
	}
	return unknown
}

func isNil(o flow.Origin) bool {
	c, ok := o.Value.(*ssa.Const)
	return ok && o.Kind == flow.Constant && c.IsNil()
}

// ask answers a question once. Where it leads back to itself, nothing is known.
func (e *evaluation) ask(aspect aspect, o flow.Origin, row *catalog.Func, eval func(flow.Origin) Term) Term {
	q := question{aspect, o, row, e.fn}
	if t, ok := e.pkg.terms[q]; ok {
		return t
	}
	if e.busy[q] || len(e.busy) > maxNested {
		return unknown
	}
	e.busy[q] = true
	t := eval(o)
	delete(e.busy, q)
	e.pkg.terms[q] = t
	return t
}

// maxNested limits the clients in clients, and contexts in contexts, that are followed.
const maxNested = 40

func (e *evaluation) clientFrom(o flow.Origin) Term {
	switch o.Kind {
	case flow.Object:
		return e.object(o)
	case flow.Result:
		return e.built(o)
	case flow.Variable:
		return e.pkg.variable(o)
	case flow.Param:
		if key := o.Key(); e.pkg.marks.bounded[key] {
			return bounded
		} else if e.pkg.marks.released[key] {
			return unknown
		}
		return e.param(o, func(origins []flow.Origin) Term { return e.client(origins, nil) })
	case flow.Given:
		return given
	}
	return unknown
}

func (e *evaluation) at(v ssa.Value, o flow.Origin) []flow.Origin {
	if v == nil {
		return nil
	}
	return e.pkg.OriginsAt(v, o)
}

// variable says how the value of another package's variable is bounded.
func (p *Package) variable(o flow.Origin) Term {
	g := flow.VariableOf(o)
	if g == nil || p.changed(globalWord(g)) {
		return unknown
	}
	row := catalog.VarOf(g.Object())
	if row == nil {
		return unknown
	}
	switch row.Bound {
	case catalog.Bounded:
		return bounded
	case catalog.Unbounded:
		return unbounded(o, globalWord(g))
	}
	return unknown
}

// param leaves a parameter of the function at hand open. What another function is
// given is looked up at its callers.
func (e *evaluation) param(o flow.Origin, eval func([]flow.Origin) Term) Term {
	v := o.Value.(*ssa.Parameter)
	if v.Parent() == e.fn {
		ref := Ref{Operand: flow.ParamIndex(v) + 1}
		if o.Field != nil {
			ref.Field = o.Field.Name()
		}
		return Term{Ref: ref}
	}
	if o.Field != nil {
		return given
	}
	origins := e.pkg.Reaching(v)
	if slices.ContainsFunc(origins, func(o flow.Origin) bool { return o.Kind == flow.Param }) {
		return unknown
	}
	return eval(origins)
}

// argument returns the origins of what a call passes for a parameter, or for a field of it.
func (e *evaluation) argument(o flow.Origin, call ssa.CallInstruction, ref Ref) []flow.Origin {
	arg := argumentOf(call.Common(), ref)
	if arg == nil {
		return nil
	}
	return e.pkg.fieldOrigins(e.pkg.OriginsAt(arg, o), ref.Field)
}

// argumentOf returns what a call passes for a parameter.
func argumentOf(call *ssa.CallCommon, ref Ref) ssa.Value {
	args := call.Args
	if call.IsInvoke() {
		args = append([]ssa.Value{call.Value}, args...)
	}
	return nth(args, ref.Operand-1)
}

// fieldOrigins goes on from structs to one of their fields, if one is named.
func (p *Package) fieldOrigins(structs []flow.Origin, name string) []flow.Origin {
	if name == "" {
		return structs
	}
	var all []flow.Origin
	for _, o := range structs {
		if isNil(o) {
			continue
		}
		field := FieldNamed(typeOf(o), name)
		if field == nil {
			return []flow.Origin{{}}
		}
		all = append(all, p.FieldOrigins(o, field)...)
	}
	return all
}

// typeOf returns the type of the value that an origin stands for.
func typeOf(o flow.Origin) types.Type {
	if o.Field != nil {
		return o.Field.Type()
	}
	if call, ok := o.Value.(*ssa.Call); ok {
		return resultType(call, o.Index)
	}
	if o.Value == nil {
		return types.Typ[types.Invalid]
	}
	return o.Value.Type()
}

func fieldName(o flow.Origin) string {
	if o.Field == nil {
		return ""
	}
	return o.Field.Name()
}
