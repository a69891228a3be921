package scenario

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// An Extent is the code that a region executes for each attempt: a part of a function, and the
// functions of the package that it calls.
type Extent struct {
	// Root is the function that the region stands in.
	Root *ssa.Function

	within  func(*ssa.BasicBlock) bool
	pkg     *summary.Package
	reached map[*ssa.Function]bool
}

// Extent returns the code of the region.
func (r *Region) Extent() *Extent {
	if r.extent == nil {
		r.extent = &Extent{Root: r.AttemptInRoot().Parent(), within: r.candidate.machine.Within, pkg: r.finder.pkg, reached: map[*ssa.Function]bool{}}
		for _, block := range r.extent.Root.Blocks {
			if r.extent.Within(block) {
				for _, instr := range block.Instrs {
					r.extent.follow(instr)
				}
			}
		}
	}
	return r.extent
}

// Within reports whether a block of the root belongs to the region.
func (e *Extent) Within(block *ssa.BasicBlock) bool { return e.within == nil || e.within(block) }

// follow adds the functions of the package that an instruction may call, or hand over to be called.
func (e *Extent) follow(instr ssa.Instruction) {
	e.handOver(instr)
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return
	}
	common := call.Common()
	switch callee := e.pkg.Callee(call); {
	case callee != nil:
		e.reach(callee)
	case common.IsInvoke():
		for _, fn := range e.pkg.Functions {
			if obj, ok := fn.Object().(*types.Func); ok && obj.Name() == common.Method.Name() && types.Identical(withoutReceiver(obj), withoutReceiver(common.Method)) {
				e.reach(fn)
			}
		}
	case common.StaticCallee() == nil:
		for _, o := range e.pkg.Reaching(common.Value) {
			if fn := functionOf(e.pkg, o.Value); fn != nil {
				e.reach(fn)
			}
		}
	}
}

// handOver adds the functions that an instruction takes as values, and the methods of what it makes an interface of.
func (e *Extent) handOver(instr ssa.Instruction) {
	if boxed, ok := instr.(*ssa.MakeInterface); ok {
		for method := range e.pkg.Prog.MethodSets.MethodSet(boxed.X.Type()).Methods() {
			if fn, ok := method.Obj().(*types.Func); ok {
				e.reachOwn(e.pkg.Prog.FuncValue(fn.Origin()))
			}
		}
	}
	var buf [8]*ssa.Value
	for _, operand := range instr.Operands(buf[:0]) {
		if *operand != nil {
			e.reachOwn(functionOf(e.pkg, *operand))
		}
	}
}

// reachOwn adds a function if it is one of the package.
func (e *Extent) reachOwn(fn *ssa.Function) {
	if fn != nil && fn.Package() == e.pkg.Package.Package {
		e.reach(fn)
	}
}

// withoutReceiver returns the type of a method as a function.
func withoutReceiver(fn *types.Func) *types.Signature {
	sig := fn.Signature()
	return types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic())
}

func (e *Extent) reach(fn *ssa.Function) {
	if fn == e.Root || e.reached[fn] {
		return
	}
	e.reached[fn] = true
	for instr := range flow.Instructions(fn) {
		e.follow(instr)
	}
}

// Contains reports whether the region executes an instruction.
func (e *Extent) Contains(instr ssa.Instruction) bool {
	if instr.Parent() == e.Root {
		return e.Within(instr.Block())
	}
	return e.reached[instr.Parent()]
}

// Callees returns the functions of the package that are executed when an instruction is.
func (e *Extent) Callees(instr ssa.Instruction) []*ssa.Function {
	inner := &Extent{pkg: e.pkg, reached: map[*ssa.Function]bool{}}
	inner.follow(instr)
	return slices.DeleteFunc(slices.Clone(e.pkg.Functions), func(fn *ssa.Function) bool { return !inner.reached[fn] })
}

// Functions returns the root and the functions of the package that the region may call.
func (e *Extent) Functions() []*ssa.Function {
	return slices.DeleteFunc(slices.Clone(e.pkg.Functions), func(fn *ssa.Function) bool { return fn != e.Root && !e.reached[fn] })
}

// NamesWaitHeader reports whether the function of the region, or another one of the package that it leads to,
// names a header that says how long to wait.
func (r *Region) NamesWaitHeader() bool {
	code := &Extent{pkg: r.finder.pkg, reached: map[*ssa.Function]bool{}}
	code.reach(flow.Outermost(r.Attempt.Parent()))
	for instr := range code.Instructions {
		var buf [8]*ssa.Value
		if slices.ContainsFunc(instr.Operands(buf[:0]), func(operand *ssa.Value) bool {
			c, ok := (*operand).(*ssa.Const)
			return ok && c.Value != nil && c.Value.Kind() == constant.String && catalog.WaitHeader(constant.StringVal(c.Value))
		}) {
			return true
		}
	}
	return false
}

// AttemptInRoot returns the call of the extent's root that leads to the attempt, or is it.
func (r *Region) AttemptInRoot() ssa.CallInstruction {
	if calls := r.candidate.machine.Calls; len(calls) > 0 {
		return calls[0]
	}
	return r.Attempt
}

// Instructions yields the instructions of the region.
func (e *Extent) Instructions(yield func(ssa.Instruction) bool) {
	for _, fn := range e.Functions() {
		for instr := range flow.Instructions(fn) {
			if e.Contains(instr) && !yield(instr) {
				return
			}
		}
	}
}

// RepeatsAvoiding says whether the region can repeat its attempt after an answer without coming
// through one of the blocks of its root that avoid reports.
func (r *Region) RepeatsAvoiding(answer machine.Answer, avoid func(*ssa.BasicBlock) bool) flow.Tri {
	c, within := r.candidate, r.candidate.machine.Within
	c.machine.Within = func(b *ssa.BasicBlock) bool { return (within == nil || within(b)) && !avoid(b) }
	return r.finder.row(c, answer).Repeat
}

// Calls reports whether what the region attempts leads to another region as a whole, in another function.
func (r *Region) Calls(inner *Region) bool {
	root := inner.AttemptInRoot().Parent()
	return root != r.AttemptInRoot().Parent() && root != r.Attempt.Parent() && slices.Contains(r.Extent().Callees(r.Attempt), root)
}
