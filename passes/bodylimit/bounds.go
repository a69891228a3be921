package bodylimit

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// limited reports whether something limits the bodies of requests before a function gets them: what calls it, or middleware.
func (f *finder) limited(fn *ssa.Function) bool {
	for _, above := range f.Summary.Above(fn) {
		if slices.ContainsFunc(f.Summary.Reached(flow.Outermost(above)), f.limits) {
			return true
		}
	}
	return f.everywhere()
}

// everywhere reports whether something in the package limits the bodies of all requests, or of those of some routes.
func (f *finder) everywhere() bool {
	if f.limitsAll == flow.Unknown {
		f.limitsAll = flow.No
		if slices.ContainsFunc(f.Summary.Functions, func(fn *ssa.Function) bool { return isMiddleware(fn) && f.limits(fn) || wrapsAll(fn) }) {
			f.limitsAll = flow.Yes
		}
	}
	return f.limitsAll == flow.Yes
}

// limits reports whether a function replaces the body of a request, or looks at its length.
func (f *finder) limits(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			if flow.TypeWord(instr.X.Type()) == "http.Request" && flow.FieldOf(instr).Name() == "ContentLength" && measures(instr) {
				return true
			}
		case *ssa.Store:
			addr, ok := instr.Addr.(*ssa.FieldAddr)
			if ok && flow.TypeWord(addr.X.Type()) == "http.Request" && flow.FieldOf(addr).Name() == "Body" && !f.restores(instr) {
				return true
			}
		}
	}
	return false
}

// measures reports whether a length is used for more than to see if there is a body.
func measures(length *ssa.FieldAddr) bool {
	for _, use := range *length.Referrers() {
		load, ok := use.(*ssa.UnOp)
		if !ok {
			continue
		}
		for _, use := range *load.Referrers() {
			op, ok := use.(*ssa.BinOp)
			if !ok {
				return true
			}
			if c, ok := op.Y.(*ssa.Const); !ok || c.Int64() > 0 {
				return true
			}
		}
	}
	return false
}

// restores reports whether a store puts back a body that was read without a limit.
func (f *finder) restores(store *ssa.Store) bool {
	return f.madeBy(store.Val, func(closer *ssa.Call) bool {
		return called(closer, "io.NopCloser", "io/ioutil.NopCloser") && f.madeBy(closer.Call.Args[0], func(reader *ssa.Call) bool {
			return called(reader, "bytes.NewReader", "bytes.NewBuffer") && f.madeBy(reader.Call.Args[0], func(read *ssa.Call) bool {
				r := readAll(read)
				return r != nil && isBody(r.from)
			})
		})
	})
}

// madeBy reports whether a value comes from calls only, all of which are of some kind.
func (f *finder) madeBy(v ssa.Value, kind func(*ssa.Call) bool) bool {
	return !slices.ContainsFunc(f.Summary.Origins(v), func(o flow.Origin) bool {
		call, ok := o.Value.(*ssa.Call)
		return !ok || !kind(call)
	})
}

func called(call *ssa.Call, names ...string) bool {
	fn := flow.CalleeOf(&call.Call)
	return fn != nil && slices.Contains(names, fn.FullName())
}

// isMiddleware reports whether a function literal gets requests before another handler does.
func isMiddleware(fn *ssa.Function) bool {
	if fn.Parent() == nil || !summary.IsHandler(fn) {
		return false
	}
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		callee := flow.CalleeOf(call.Common())
		if callee != nil && (callee.Name() == "ServeHTTP" || callee.Name() == "Next") || callee == nil && call.Common().StaticCallee() == nil {
			return true
		}
	}
	return false
}

// wrapsAll reports whether a function limits what a server reads of all requests.
func wrapsAll(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(ssa.CallInstruction); ok {
			if catalog.LimitsBodies(flow.CalleeOf(call.Common())) {
				return true
			}
		}
	}
	return false
}
