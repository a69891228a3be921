package summary

import (
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Around returns the functions of the package that a function belongs to the work of: those that call it, and all that these call.
func (p *Package) Around(fn *ssa.Function) map[*ssa.Function]bool {
	callers := map[*ssa.Function]bool{}
	p.callersOf(flow.Outermost(fn), callers)
	all := map[*ssa.Function]bool{}
	for caller := range callers {
		p.calleesOf(caller, all)
	}
	return all
}

func (p *Package) callersOf(fn *ssa.Function, all map[*ssa.Function]bool) {
	if all[fn] {
		return
	}
	all[fn] = true
	calls, _ := p.Callers(fn)
	for _, call := range calls {
		p.callersOf(flow.Outermost(call.Parent()), all)
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
