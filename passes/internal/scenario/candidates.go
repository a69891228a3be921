package scenario

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// A candidate is a region that was not yet played.
type candidate struct {
	shape   Shape
	machine machine.Region
	// again is what a library looks at to call a closure again; 0 for the other shapes.
	again catalog.Again
	// call is the library's call of a closure.
	call ssa.CallInstruction
	// decider is the function that the library asks whether to try again, and holds what it says of results; both nil
	// if it asks none.
	decider *ssa.Function
	holds   func(results []machine.Value) flow.Tri
	loop    loop // the blocks of a loop
	// policy is the function that decides, instead of code behind an attempt.
	policy *ssa.Function
	// ofErrors says that the policy is asked about failures only, as errors that a library makes.
	ofErrors bool
}

// A finder finds the regions of a package.
type finder struct {
	pkg    *summary.Package
	player *summary.Player
	// retriers are the libraries' calls that call a function of the package again.
	retriers map[*ssa.Function][]retrier
	// helpers are the calls by which functions of the package call a function that they were given.
	helpers map[*ssa.Function][]ssa.CallInstruction
	// handed are the functions that the package hands to a library to decide by the answer.
	handed map[*ssa.Function]bool
	// fields holds what the package stores in each field; it is made when first asked for.
	fields map[*types.Var][]ssa.Value
}

func newFinder(pkg *summary.Package) *finder {
	p := &finder{pkg: pkg, player: pkg.Player(), retriers: map[*ssa.Function][]retrier{}, helpers: map[*ssa.Function][]ssa.CallInstruction{}, handed: map[*ssa.Function]bool{}}
	p.findRetriers()
	return p
}

// candidates returns the regions that an attempt may be repeated in, the smallest first.
func (p *finder) candidates(attempt ssa.CallInstruction) []candidate {
	fn := attempt.Parent()
	all := loopsOf(attempt, nil)
	if p.callsItself(fn) && !asksAgain(attempt) {
		all = append(all, candidate{shape: Recursion, machine: machine.Region{
			Attempt: attempt,
			Again:   func(call ssa.CallInstruction) bool { return p.pkg.Callee(call) == fn },
		}})
	}
	for _, r := range p.retriers[fn] {
		all = append(all, candidate{shape: Closure, machine: machine.Region{Attempt: attempt}, again: r.row.Again, call: r.call, decider: r.decider})
	}
	for _, call := range p.helpers[fn] {
		for _, c := range loopsOf(attempt, call) {
			c.machine.Again = func(again ssa.CallInstruction) bool { return again == call }
			all = append(all, c)
		}
	}
	if fn.Parent() == nil {
		return all
	}
	calls, _ := p.pkg.Callers(fn)
	for _, call := range calls {
		all = append(all, loopsOf(attempt, call)...)
	}
	return all
}

// loopsOf returns the loops around an attempt or, if there is one, around the call that leads to it.
func loopsOf(attempt, call ssa.CallInstruction) []candidate {
	region, inner := machine.Region{Attempt: attempt}, attempt
	if call != nil {
		region.Calls, inner = []ssa.CallInstruction{call}, call
	}
	var all []candidate
	for _, loop := range loopsAround(inner.Block()) {
		region.Within = func(b *ssa.BasicBlock) bool { return loop[b] }
		if !perItem(inner, region.Within) {
			all = append(all, candidate{shape: Loop, machine: region, loop: loop})
		}
	}
	return all
}

// callsItself reports whether a function calls itself for the same: with the texts that it was given, or constants, and not with an
// element of a collection.
func (p *finder) callsItself(fn *ssa.Function) bool {
	calls, _ := p.pkg.Callers(fn)
	calls = slices.DeleteFunc(slices.Clone(calls), func(call ssa.CallInstruction) bool { return call.Parent() != fn })
	all := allOf(fn)
	return len(calls) > 0 && !slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool {
		for i, arg := range call.Common().Args {
			if i < len(fn.Params) && arg == fn.Params[i] {
				continue
			}
			if _, constant := arg.(*ssa.Const); !constant && isString(arg.Type()) || all.reaches(arg, isElement) {
				return true
			}
		}
		return false
	})
}

// isElement reports whether a value is an element of a collection.
func isElement(v ssa.Value) bool {
	switch v.(type) {
	case *ssa.Next, *ssa.IndexAddr, *ssa.Index, *ssa.Lookup:
		return true
	}
	return false
}

// allOf returns the blocks of a function.
func allOf(fn *ssa.Function) loop {
	all := loop{}
	for _, block := range fn.Blocks {
		all[block] = true
	}
	return all
}

// asksAgain reports whether the user says each time what an attempt is about.
func asksAgain(attempt ssa.CallInstruction) bool {
	all := allOf(attempt.Parent())
	var buf [8]*ssa.Value
	return slices.ContainsFunc(attempt.Operands(buf[:0]), func(operand *ssa.Value) bool {
		return *operand != nil && all.reaches(*operand, func(v ssa.Value) bool {
			call, ok := v.(*ssa.Call)
			return ok && asksUser(&call.Call)
		})
	})
}

// callsItselfWithConstant reports whether each call of a function by itself passes a constant for something that it was given.
func (p *finder) callsItselfWithConstant(fn *ssa.Function) bool {
	calls, _ := p.pkg.Callers(fn)
	return !slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool {
		return call.Parent() == fn && !slices.ContainsFunc(call.Common().Args, func(arg ssa.Value) bool {
			_, ok := arg.(*ssa.Const)
			return ok
		})
	})
}

// A retrier is a library's function that calls a function of the package again.
type retrier struct {
	call    ssa.CallInstruction
	row     *catalog.Func
	decider *ssa.Function
}

// findRetriers finds the functions that are handed to libraries to be called again.
func (p *finder) findRetriers() {
	for _, fn := range p.pkg.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			switch row := catalog.FuncOf(flow.CalleeOf(call.Common())); {
			case row == nil:
			case row.Role == catalog.Retry:
				p.noteRetrier(call, row)
			case row.Role == catalog.Decide && row.Inner == catalog.Recv && p.isPolicy(summary.Operand(call.Common(), row.Inner)):
				p.noteDecider(call, row)
			}
			if callee := p.pkg.Callee(call); callee != nil {
				p.noteHelper(call, callee)
			}
		}
	}
}

func (p *finder) noteRetrier(call ssa.CallInstruction, row *catalog.Func) {
	decider, ok := p.deciderOf(call.Common(), row)
	if !ok {
		return
	}
	for _, o := range p.pkg.Origins(summary.Operand(call.Common(), row.Func)) {
		if fn := functionOf(p.pkg, o.Value); fn != nil {
			p.retriers[fn] = append(p.retriers[fn], retrier{call, row, decider})
		}
	}
}

// noteDecider notes the functions that a policy of a library is given to decide by the answer.
func (p *finder) noteDecider(call ssa.CallInstruction, row *catalog.Func) {
	for _, o := range p.pkg.Origins(summary.Operand(call.Common(), row.Func)) {
		if fn := functionOf(p.pkg, o.Value); fn != nil && judgesAnswer(fn.Signature) {
			p.handed[fn] = true
		}
	}
}

// isPolicy reports whether a chain of calls begins with one that makes a policy for retries.
func (p *finder) isPolicy(v ssa.Value) bool {
	for range maxParts {
		made, ok := v.(*ssa.Call)
		if !ok {
			return false
		}
		row := catalog.FuncOf(flow.CalleeOf(&made.Call))
		if row == nil || row.Inner != catalog.Recv {
			return row != nil && row.Role == catalog.Policy
		}
		v = summary.Operand(&made.Call, row.Inner)
	}
	return false
}

// noteHelper notes the functions that a call hands to a function of the package, which calls them.
func (p *finder) noteHelper(call ssa.CallInstruction, callee *ssa.Function) {
	for i, arg := range call.Common().Args {
		if _, ok := arg.Type().Underlying().(*types.Signature); !ok || i >= len(callee.Params) {
			continue
		}
		for _, use := range *callee.Params[i].Referrers() {
			inner, ok := use.(*ssa.Call)
			if !ok || inner.Call.Value != callee.Params[i] {
				continue
			}
			for _, o := range p.pkg.Origins(arg) {
				if fn := functionOf(p.pkg, o.Value); fn != nil {
					p.helpers[fn] = append(p.helpers[fn], inner)
				}
			}
		}
	}
}

// functionOf returns the function of this package that a value is: for x.Method the method.
func functionOf(pkg *summary.Package, v ssa.Value) *ssa.Function {
	var fn *ssa.Function
	switch v := v.(type) {
	case *ssa.Function:
		fn = v
	case *ssa.MakeClosure:
		fn = v.Fn.(*ssa.Function)
	default:
		return nil
	}
	if flow.IsMethodValue(fn) {
		if method, ok := fn.Object().(*types.Func); ok {
			return pkg.Prog.FuncValue(method.Origin())
		}
	}
	return fn
}
