package summary

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Around returns the functions of the package that a function belongs to the work of: those that call it, and all that these call. The work of
// a function literal that gets a request begins there; that of another one where the declared function around it does.
func (p *Package) Around(fn *ssa.Function) map[*ssa.Function]bool {
	callers := map[*ssa.Function]bool{}
	p.callersOf(root(fn), callers)
	all := map[*ssa.Function]bool{}
	for caller := range callers {
		p.calleesOf(caller, all)
	}
	return all
}

// root returns the function that a function literal belongs to the work of.
func root(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil && !getsRequest(fn) {
		fn = fn.Parent()
	}
	return fn
}

// getsRequest reports whether a function gets a request that a server received.
func getsRequest(fn *ssa.Function) bool {
	return slices.ContainsFunc(fn.Params, func(param *ssa.Parameter) bool { return catalog.HandsRequest(param.Type()) })
}

// Called returns a function and all of the package that it calls.
func (p *Package) Called(fn *ssa.Function) map[*ssa.Function]bool {
	all := map[*ssa.Function]bool{}
	p.calleesOf(fn, all)
	return all
}

func (p *Package) callersOf(fn *ssa.Function, all map[*ssa.Function]bool) {
	if all[fn] {
		return
	}
	all[fn] = true
	calls, _ := p.Callers(fn)
	for _, call := range calls {
		p.callersOf(root(call.Parent()), all)
	}
}

func (p *Package) calleesOf(fn *ssa.Function, all map[*ssa.Function]bool) {
	if all[fn] {
		return
	}
	all[fn] = true
	for _, literal := range fn.AnonFuncs {
		p.calleesOf(literal, all)
	}
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(ssa.CallInstruction); ok {
			if callee := p.Callee(call); callee != nil {
				p.calleesOf(callee, all)
			}
		}
	}
}
