package summary

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// built says how the result of a call is bounded.
func (e *evaluation) built(o flow.Origin) Term {
	call, ok := o.Value.(*ssa.Call)
	if !ok {
		return unknown
	}
	if e.pkg.marks.bounded[o.Key()] {
		return bounded
	}
	if e.pkg.marks.released[o.Key()] {
		return unknown
	}
	fn := flow.CalleeOf(&call.Call)
	if fn == nil {
		return unknown
	}
	if o.Field != nil {
		if row := catalog.TypeOf(resultType(call, o.Index)); row != nil && row.Kind == catalog.Client {
			o.Field = nil // client.Service sends through client
		}
	}
	if row := catalog.FuncOf(fn); row != nil {
		if t, replaced := e.replaced(o, call); replaced {
			return t
		}
		return e.builtBy(o, call, row)
	}
	if isFluent(fn) {
		return e.client(e.at(Operand(&call.Call, catalog.Recv), o), nil)
	}
	return e.fromFact(o, call, fn, e.clientArgument)
}

// replaced says how a client is bounded whose inner client or transport was set, or
// given a bound, after a library's function built it.
func (e *evaluation) replaced(o flow.Origin, call *ssa.Call) (t Term, replaced bool) {
	result := resultType(call, o.Index)
	row := catalog.TypeOf(result)
	if row == nil || o.Field != nil {
		return Term{}, false
	}
	for _, name := range row.Via {
		field := FieldNamed(result, name)
		if field == nil {
			continue
		}
		inner := o
		inner.Field = field
		if e.pkg.marks.bounded[inner.Key()] {
			return bounded, true
		}
		if set := e.pkg.Assigned(o, field); len(set) > 0 {
			return e.client(set, nil), true
		}
	}
	return Term{}, false
}

func (e *evaluation) clientArgument(origins []flow.Origin) Term { return e.client(origins, nil) }

func resultType(call *ssa.Call, index int) types.Type {
	if tuple, ok := call.Type().(*types.Tuple); ok {
		return tuple.At(index).Type()
	}
	return call.Type()
}

// isFluent reports whether a method returns its receiver.
func isFluent(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Signature().Results().Len() == 0 {
		return false
	}
	row := catalog.TypeOf(recv.Type())
	return row != nil && row.Fluent && types.Identical(fn.Signature().Results().At(0).Type(), recv.Type())
}

// builtBy says how the result of a catalogued function is bounded.
func (e *evaluation) builtBy(o flow.Origin, call *ssa.Call, row *catalog.Func) Term {
	what := callWord(flow.CalleeOf(&call.Call))
	switch {
	case row.Role == catalog.Set && row.Context != catalog.None: // a request's context says nothing of its client
		return e.client(e.at(Operand(&call.Call, row.Client), o), nil)
	case row.Role == catalog.Set: // a method that gives its receiver a bound, and returns it
		return bounded
	case row.Role == catalog.NewRequest:
		return e.client(e.at(Operand(&call.Call, row.Client), o), row)
	case row.Role != catalog.Build:
		return unknown
	case row.Timeout != catalog.None:
		return bounded
	}
	if row.Options != catalog.None {
		if t, decided := e.options(o, call, row); decided {
			return t
		}
	}
	if row.ContextClient {
		return e.fromContext(o, call, row, what)
	}
	if row.Client == catalog.None {
		if row.Bound == catalog.Unbounded {
			return unbounded(o, what)
		}
		return e.pkg.fallback(row)
	}
	inner := e.client(e.at(Operand(&call.Call, row.Client), o), row)
	if inner.Bound == flow.No && len(inner.Sources) == 1 && inner.Sources[0].Value == nil {
		return unbounded(o, what) // a nil client: the call is the place to change
	}
	return inner
}

// fromContext says how a client is bounded whose transport comes from the
// client in a context.
func (e *evaluation) fromContext(o flow.Origin, call *ssa.Call, row *catalog.Func, what string) Term {
	inner := e.clientInContext(e.at(Operand(&call.Call, row.Context), o), row)
	switch {
	case inner.Bound == flow.No:
		return unbounded(o, what)
	case e.pkg.dropsTimeout(flow.CalleeOf(&call.Call), row) != flow.Yes:
		return inner
	case inner.Ref.Operand == 0 && (inner.Bound != flow.Yes || inner.ByTransport):
		return inner
	}
	t := unbounded(o, what)
	t.Lost, t.Loses = inner.Ref, inner.Bound == flow.Yes
	return t
}

// options looks at the options given to a function that builds a client. An
// option that bounds it counts wherever it stands, so one with an unbounded client decides last.
func (e *evaluation) options(o flow.Origin, call *ssa.Call, row *catalog.Func) (t Term, decided bool) {
	values, ok := flow.Elements(Operand(&call.Call, row.Options))
	if !ok {
		return unknown, true
	}
	for _, v := range values {
		for _, option := range e.pkg.OriginsAt(v, o) {
			got, decides := e.option(option)
			if decides && got.Bound != flow.No {
				return got, true
			}
			if decides {
				t, decided = got, true
			}
		}
	}
	return t, decided
}

// option says whether an option bounds the client that it is given to. An option of a
// catalogued library without a row has nothing to do with bounds.
func (e *evaluation) option(o flow.Origin) (t Term, decided bool) {
	call, ok := o.Value.(*ssa.Call)
	if !ok {
		return unknown, true
	}
	fn := flow.CalleeOf(&call.Call)
	if fn == nil || fn.Pkg() == nil || catalog.LibraryOf(fn.Pkg().Path()) == nil {
		return unknown, true
	}
	row := catalog.FuncOf(fn)
	switch {
	case row == nil:
		return Term{}, false
	case row.Client != catalog.None:
		return e.client(e.at(Operand(&call.Call, row.Client), o), nil), true
	}
	return bounded, true
}

// fromFact says how the result of a function with a fact is bounded.
func (e *evaluation) fromFact(o flow.Origin, call *ssa.Call, fn *types.Func, argument func([]flow.Origin) Term) Term {
	var does Does
	if !e.pkg.pass.ImportObjectFact(fn, &does) {
		return unknown
	}
	if whole := o; o.Field != nil {
		whole.Field = nil
		if e.pkg.marks.released[whole.Key()] {
			return unknown
		}
		if set := e.pkg.Assigned(whole, o.Field); len(set) > 0 {
			return argument(set)
		}
	}
	for _, r := range does.Results {
		if r.Index != o.Index || r.Field != fieldName(o) {
			continue
		}
		if e.passesOptions(call) {
			return unknown // one of them may well set a bound
		}
		return e.fromResult(o, call, r, argument)
	}
	return unknown
}

func (e *evaluation) fromResult(o flow.Origin, call *ssa.Call, r ResultFact, argument func([]flow.Origin) Term) Term {
	t := Term{Bound: r.Bound, Lost: r.Lost}
	if r.Bound == flow.No {
		t.Sources = []Source{{o, callWord(flow.CalleeOf(&call.Call))}}
	}
	if r.From.Operand == 0 {
		return t
	}
	handed := e.argument(o, call, r.From)
	if len(handed) > 0 && !slices.ContainsFunc(handed, func(o flow.Origin) bool { return !isNil(o) }) {
		return t // nil: the default counts
	}
	if from := argument(handed); from.Bound != flow.No || r.Bound != flow.No {
		return from
	}
	return t
}

// passesOptions reports whether a call passes variadic arguments.
func (e *evaluation) passesOptions(call *ssa.Call) bool {
	sig := call.Call.Signature()
	if !sig.Variadic() {
		return false
	}
	last := call.Call.Args[len(call.Call.Args)-1]
	values, ok := flow.Elements(last)
	return !ok || len(values) > 0
}
