package scenario

import (
	"go/constant"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// plain reports whether a library calls its function again as the row says: nothing that it is given decides otherwise.
func (p *finder) plain(call *ssa.CallCommon, row *catalog.Func) bool {
	if row.Options != catalog.None && hasDeciders(call) {
		options, ok := flow.Elements(summary.Operand(call, row.Options))
		if !ok || slices.ContainsFunc(options, p.decides) {
			return false
		}
	}
	if row.Decider == catalog.None {
		return true
	}
	return !slices.ContainsFunc(p.pkg.Origins(summary.Operand(call, row.Decider)), func(o flow.Origin) bool {
		if c, ok := o.Value.(*ssa.Const); ok && c.IsNil() {
			return false
		}
		made, ok := o.Value.(*ssa.Call)
		if !ok {
			return true
		}
		policy := catalog.FuncOf(flow.CalleeOf(&made.Call))
		return policy == nil || policy.Role != catalog.Policy || !p.plain(&made.Call, policy)
	})
}

// hasDeciders reports whether there are options of the library that is called which decide what errors are tried again.
func hasDeciders(call *ssa.CallCommon) bool {
	lib := catalog.LibraryOf(flow.CalleeOf(call).Pkg().Path())
	return lib == nil || slices.ContainsFunc(lib.Funcs, func(fn catalog.Func) bool { return fn.Role == catalog.Decide })
}

// decides reports whether an option may decide which errors are tried again.
func (p *finder) decides(option ssa.Value) bool {
	return slices.ContainsFunc(p.pkg.Origins(option), func(o flow.Origin) bool {
		call, ok := o.Value.(*ssa.Call)
		if !ok {
			return true
		}
		fn := flow.CalleeOf(&call.Call)
		if fn == nil || fn.Pkg() == nil || catalog.LibraryOf(fn.Pkg().Path()) == nil {
			return true
		}
		row := catalog.FuncOf(fn)
		return row != nil && row.Role == catalog.Decide
	})
}

// calledAgain says whether a library calls a function again that returned the values.
func (c candidate) calledAgain(results []machine.Value) flow.Tri {
	if len(results) == 0 {
		return flow.Unknown
	}
	err := results[len(results)-1]
	failed := fails(err)
	switch {
	case c.again == catalog.IfTrue && len(results) == 1:
		return isTrue(results[0])
	case c.again == catalog.IfTrue:
		return both(isTrue(results[0]), not(failed))
	case c.again == catalog.UnlessDone:
		return both(not(isTrue(results[0])), not(failed))
	case failed != flow.Yes:
		return failed
	case c.again == catalog.OnError:
		return not(marked(err, machine.Permanent))
	case c.again == catalog.OnRetryable:
		return marked(err, machine.Retryable)
	case c.again == catalog.OnTrue:
		return isTrue(results[0])
	}
	return flow.Unknown
}

// fails says whether an error is one.
func fails(err machine.Value) flow.Tri {
	switch err.Kind {
	case machine.Nil:
		return flow.No
	case machine.Interface, machine.NonNil, machine.Pointer:
		return flow.Yes
	}
	return flow.Unknown
}

// marked says whether an error is, or wraps, one that the library was told something about.
func marked(err machine.Value, mark machine.Mark) flow.Tri {
	switch {
	case err.Mark == mark:
		return flow.Yes
	case err.Kind == machine.Nil, err.Kind == machine.Pointer:
		return flow.No
	case err.Kind != machine.Interface:
		return flow.Unknown
	}
	sum := flow.No
	for _, inner := range err.Parts[min(1, len(err.Parts)):] {
		sum = either(sum, marked(inner, mark))
	}
	return sum
}

func isTrue(v machine.Value) flow.Tri {
	switch {
	case v.Kind != machine.Const || v.Lit.Kind() != constant.Bool:
		return flow.Unknown
	case constant.BoolVal(v.Lit):
		return flow.Yes
	}
	return flow.No
}

// both is yes if all are, and no if one is.
func both(all ...flow.Tri) flow.Tri {
	switch {
	case slices.Contains(all, flow.No):
		return flow.No
	case slices.Contains(all, flow.Unknown):
		return flow.Unknown
	}
	return flow.Yes
}
