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

// deciderOf returns the function of the package that a library asks whether to try again after an error, nil if it asks
// none. It returns false where something else may decide that.
func (p *finder) deciderOf(call *ssa.CallCommon, row *catalog.Func) (decider *ssa.Function, ok bool) {
	all := p.deciders(call, row)
	switch {
	case slices.Contains(all, nil) || len(all) > 1:
		return nil, false
	case len(all) == 0:
		return nil, true
	}
	return all[0], true
}

// deciders returns the functions that decide for a Retry function or a Policy. A nil function among them stands for something
// that isn't known.
func (p *finder) deciders(call *ssa.CallCommon, row *catalog.Func) []*ssa.Function {
	var all []*ssa.Function
	if row.Options != catalog.None && hasDeciders(call) {
		options, known := flow.Elements(summary.Operand(call, row.Options))
		if !known {
			return []*ssa.Function{nil}
		}
		for _, option := range options {
			all = append(all, p.decidersBehind(option)...)
		}
	}
	if row.Decider != catalog.None {
		all = append(all, p.decidersBehind(summary.Operand(call, row.Decider))...)
	}
	return all
}

func (p *finder) decidersBehind(v ssa.Value) []*ssa.Function {
	var all []*ssa.Function
	for _, o := range p.pkg.Origins(v) {
		all = append(all, p.decidersOf(o)...)
	}
	return all
}

// decidersOf returns the functions that decide where a value is given to decide: it may be one, or nil, or what a policy or an
// option is made as.
func (p *finder) decidersOf(o flow.Origin) []*ssa.Function {
	if c, ok := o.Value.(*ssa.Const); ok && c.IsNil() {
		return nil
	}
	made, ok := o.Value.(*ssa.Call)
	if !ok {
		return []*ssa.Function{functionOf(p.pkg, o.Value)}
	}
	row := catalog.FuncOf(flow.CalleeOf(&made.Call))
	if row == nil || !row.OfRetries() {
		return []*ssa.Function{nil}
	}
	all := p.deciders(&made.Call, row)
	switch {
	case row.Role != catalog.Decide:
	case row.Maker != catalog.None:
		all = append(all, p.decidersMade(summary.Operand(&made.Call, row.Maker))...)
	default:
		all = append(all, p.decidersBehind(summary.Operand(&made.Call, row.Func))...)
	}
	if row.Inner == catalog.Recv {
		all = append(all, p.decidersBehind(summary.Operand(&made.Call, catalog.Recv))...)
	}
	return all
}

// decidersMade returns the functions that decide in what a function returns.
func (p *finder) decidersMade(maker ssa.Value) []*ssa.Function {
	var all []*ssa.Function
	for _, o := range p.pkg.Origins(maker) {
		fn := functionOf(p.pkg, o.Value)
		if fn == nil || len(fn.Blocks) == 0 {
			return []*ssa.Function{nil}
		}
		for _, block := range fn.Blocks {
			if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok {
				all = append(all, p.decidersBehind(ret.Results[0])...)
			}
		}
	}
	return all
}

// hasDeciders reports whether there are options of the library that is called which decide what errors are tried again.
func hasDeciders(call *ssa.CallCommon) bool {
	lib := catalog.LibraryOf(flow.CalleeOf(call).Pkg().Path())
	return lib == nil || slices.ContainsFunc(lib.Funcs, func(fn catalog.Func) bool { return fn.Role == catalog.Decide })
}

// calledAgain says whether a library calls a function again that returned the values.
func (c candidate) calledAgain(results []machine.Value) flow.Tri {
	repeat := c.againAfter(results)
	switch {
	case c.holds == nil && c.again == catalog.IfDecided:
		return flow.No
	case c.holds == nil:
		return repeat
	case c.again == catalog.IfHandled:
		return c.holds(results)
	case repeat == flow.No:
		return repeat
	}
	return both(repeat, c.holds(results))
}

// judge is what a predicate says.
func judge(o *machine.Outcome) flow.Tri { return verdicts{}.of(o) }

// verdicts are what the parts of an outcome say, of which forks may share some.
type verdicts map[*machine.Outcome]flow.Tri

func (said verdicts) of(o *machine.Outcome) flow.Tri {
	if _, ok := said[o]; !ok {
		said[o] = said.join(o)
	}
	return said[o]
}

func (said verdicts) join(o *machine.Outcome) flow.Tri {
	if o.Op == machine.Leaf {
		switch {
		case o.End != machine.Returned:
			return flow.Unknown
		case o.Values[0].Kind == machine.Unknown && !o.Values[0].Dep:
			return flow.Yes // someone can bring it about
		}
		return isTrue(o.Values[0])
	}
	sum := said.of(o.Kids[0])
	for _, kid := range o.Kids[1:] {
		if o.Op == machine.Any {
			sum = either(sum, said.of(kid))
		} else {
			sum = agreed(sum, said.of(kid))
		}
	}
	return sum
}

// againAfter says whether a library calls a function again that returned the values, as far as the library decides.
func (c candidate) againAfter(results []machine.Value) flow.Tri {
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
	case c.again == catalog.IfHandled, c.again == catalog.IfDecided, c.again == catalog.OnError && c.decider != nil:
		return flow.Yes // what is called permanent is for the decider to see
	case c.again == catalog.OnError:
		return not(marked(err, machine.Permanent))
	case c.again == catalog.OnRetryable:
		return marked(err, machine.Retryable)
	case c.again == catalog.OnTrue && results[0].Kind == machine.Unknown && !results[0].Dep:
		return flow.Yes // the number of the attempt decides, "return attempt < 5, err", and is less at first
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
