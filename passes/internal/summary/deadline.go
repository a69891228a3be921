package summary

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// deadline says whether a context, or a request's context, has a deadline.
//
// It is No only if none of the origins has one: where a wait ends in some cases,
// somebody thought about it.
func (e *evaluation) deadline(origins []flow.Origin) Term {
	sum := Term{Bound: flow.No}
	for _, o := range origins {
		if isNil(o) {
			continue
		}
		t := e.ask(deadlineBound, o, nil, e.deadlineFrom)
		switch {
		case t.Ref.Operand != 0:
			if sum.Ref.Operand != 0 && sum.Ref != t.Ref {
				return unknown
			}
			sum.Ref = t.Ref
		case t.Bound != flow.No:
			return t
		}
		sum.addSources(t)
	}
	if sum.Ref.Operand != 0 {
		return Term{Ref: sum.Ref} // "if ctx == nil" falls back on Background: the caller decides
	}
	if len(sum.Sources) == 0 {
		return unknown
	}
	return sum
}

func (e *evaluation) deadlineFrom(o flow.Origin) Term {
	switch o.Kind {
	case flow.Object:
		if isRequest(o.Value.Type()) && o.Field == nil && !e.pkg.marks.ends(o) {
			return unbounded(o, flow.TypeWord(o.Value.Type()))
		}
	case flow.Result:
		return e.deadlineOf(o)
	case flow.Variable:
		return e.pkg.variable(o)
	case flow.Param:
		if e.pkg.marks.ends(o) {
			return unknown
		}
		return e.param(o, e.deadline)
	}
	return unknown
}

// deadlineOf says whether the context or request that a call returns has a deadline.
func (e *evaluation) deadlineOf(o flow.Origin) Term {
	call, ok := o.Value.(*ssa.Call)
	if !ok || e.pkg.marks.ends(o) {
		return unknown
	}
	fn := flow.CalleeOf(&call.Call)
	if fn == nil {
		return unknown
	}
	row := catalog.FuncOf(fn)
	switch {
	case row == nil && isFluent(fn):
		return e.deadline(e.at(Operand(&call.Call, catalog.Recv), o))
	case row == nil:
		return e.fromFact(o, call, fn, e.deadline)
	case row.Role == catalog.Build || row.Role == catalog.Send || o.Field != nil:
		return unknown
	}
	switch {
	case row.Context != catalog.None && cancelledLater(call):
		return unknown
	case row.Context != catalog.None:
		return e.deadline(e.at(Operand(&call.Call, row.Context), o))
	case row.Request != catalog.None:
		return e.deadline(e.at(Operand(&call.Call, row.Request), o))
	case row.Bound == catalog.Bounded:
		return bounded
	case row.Bound == catalog.Unbounded:
		return unbounded(o, callWord(fn))
	}
	return unknown
}

// ends reports whether a request is given a context, or another way to end it.
func (m *marks) ends(o flow.Origin) bool { return m.deadlines[o.Key()] || m.bounded[o.Key()] }

// cancelledLater reports whether a timer cancels the context that a call returns, as a deadline
// would: time.AfterFunc(d, cancel), or a function literal that waits and then cancels.
func cancelledLater(call *ssa.Call) bool {
	for _, use := range *call.Referrers() {
		cancel, ok := use.(*ssa.Extract)
		if ok && cancel.Index == 1 && usedByTimer(cancel) {
			return true
		}
	}
	return false
}

// usedByTimer reports whether a function is given to a timer, or to a function literal that is or waits for one.
func usedByTimer(fn ssa.Value) bool {
	return slices.ContainsFunc(*fn.Referrers(), func(use ssa.Instruction) bool {
		switch use := use.(type) {
		case *ssa.ChangeType:
			return usedByTimer(use)
		case *ssa.Store:
			variable, ok := use.Addr.(*ssa.Alloc)
			return ok && use.Val == fn && usedByTimer(variable)
		case *ssa.MakeClosure:
			return usedByTimer(use) || waits(use.Fn.(*ssa.Function))
		case *ssa.Call:
			callee := flow.CalleeOf(&use.Call)
			return callee != nil && callee.FullName() == "time.AfterFunc"
		}
		return false
	})
}

// waits reports whether a function waits for a time of its choice.
func waits(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		if callee := flow.CalleeOf(call.Common()); callee != nil {
			switch callee.FullName() {
			case "time.Sleep", "time.After", "time.NewTimer", "time.Tick", "time.NewTicker":
				return true
			}
		}
	}
	return false
}

// clientInContext says how the client is bounded that a context holds for
// golang.org/x/oauth2, and packages that follow it.
func (e *evaluation) clientInContext(origins []flow.Origin, row *catalog.Func) Term {
	sum := Term{Bound: flow.No}
	for _, o := range origins {
		if isNil(o) {
			continue
		}
		t := e.ask(heldClient, o, row, func(o flow.Origin) Term { return e.clientInContextFrom(o, row) })
		if t.Bound != flow.No {
			return t
		}
		sum.addSources(t)
	}
	if len(sum.Sources) == 0 {
		return unknown
	}
	return sum
}

func (e *evaluation) clientInContextFrom(o flow.Origin, row *catalog.Func) Term {
	switch o.Kind {
	case flow.Param:
		return e.param(o, func(origins []flow.Origin) Term { return e.clientInContext(origins, row) })
	case flow.Variable:
		return e.pkg.fallback(row) // oauth2.NoContext
	}
	call, ok := o.Value.(*ssa.Call)
	if o.Kind != flow.Result || !ok || o.Field != nil {
		return unknown
	}
	fn := flow.CalleeOf(&call.Call)
	how := catalog.FuncOf(fn)
	switch {
	case how == nil || how.Role != catalog.NewContext:
		return unknown
	case how.Client != catalog.None:
		return e.client(e.at(Operand(&call.Call, how.Client), o), nil)
	case fn.FullName() == "context.WithValue" && e.isClientKey(call.Call.Args[1]):
		return e.client(e.at(call.Call.Args[2], o), nil)
	case fn.FullName() == "context.Background" || fn.FullName() == "context.TODO":
		return e.pkg.fallback(row)
	case len(call.Call.Args) > 0 && isContext(call.Call.Args[0].Type()):
		return e.clientInContext(e.at(call.Call.Args[0], o), row)
	}
	return unknown
}

// isClientKey reports whether a context key is golang.org/x/oauth2.HTTPClient.
func (e *evaluation) isClientKey(key ssa.Value) bool {
	for _, o := range e.pkg.Origins(key) {
		if g := flow.VariableOf(o); g != nil && g.Name() == "HTTPClient" && catalog.Unversioned(g.Pkg.Pkg.Path()) == "golang.org/x/oauth2" {
			return true
		}
	}
	return false
}
