package summary

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
)

// Remote returns the calls of a function that may fail because a service does: its attempts, calls of libraries that send
// something other than a plain HTTP request, and of functions that make such calls.
func (p *Player) Remote(fn *ssa.Function) []ssa.CallInstruction {
	if calls, ok := p.remote[fn]; ok {
		return calls
	}
	p.remote[fn] = nil // while it is looked at
	var found []ssa.CallInstruction
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok && returnsError(call.Call.Signature()) && p.isRemote(call) {
			found = append(found, call)
		}
	}
	p.remote[fn] = found
	return found
}

func (p *Player) isRemote(call *ssa.Call) bool {
	if callee := p.pkg.Callee(call); callee != nil {
		return len(p.Remote(callee)) > 0
	}
	if row := rowOf(&call.Call); row != nil && row.Role == catalog.Send || p.Exchange(call) || catalog.Operation(call.Call.Signature()) {
		return true
	}
	return p.failsElsewhere(call)
}

// failsElsewhere reports whether a call is one of a function of another package that fails at once when a service does.
func (p *Player) failsElsewhere(call ssa.CallInstruction) bool {
	fn := flow.CalleeOf(call.Common())
	var does Does
	return fn != nil && fn.Pkg() != nil && fn.Pkg() != p.pkg.Pkg && p.pkg.pass.ImportObjectFact(fn.Origin(), &does) && does.Fails
}

// Starts returns the calls that lead to the first requests of a call, before which nothing waits, each as a chain that begins with
// the call itself.
func (p *Player) Starts(call ssa.CallInstruction) [][]ssa.CallInstruction { return p.starts(call, 0) }

func (p *Player) starts(call ssa.CallInstruction, depth int) [][]ssa.CallInstruction {
	if !p.WaitsAt(call) || p.failsElsewhere(call) {
		return [][]ssa.CallInstruction{{call}}
	}
	callee := p.pkg.Callee(call)
	if callee == nil || len(callee.FreeVars) > 0 || depth > 2 {
		return nil
	}
	var all [][]ssa.CallInstruction
	for _, attempt := range p.Remote(callee) {
		if p.waitsBefore(attempt) {
			continue
		}
		for _, inner := range p.starts(attempt, depth+1) {
			all = append(all, append([]ssa.CallInstruction{call}, inner...))
		}
	}
	return all
}

// waitsBefore reports whether a function may wait before it comes to a call.
func (p *Player) waitsBefore(call ssa.CallInstruction) bool {
	block := call.Block()
	before := block.Instrs[:slices.Index(block.Instrs, ssa.Instruction(call))]
	if slices.ContainsFunc(before, p.WaitsAt) {
		return true
	}
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(*ssa.BasicBlock) bool
	walk = func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(b.Preds, func(pred *ssa.BasicBlock) bool {
			if seen[pred] {
				return false
			}
			seen[pred] = true
			return slices.ContainsFunc(pred.Instrs, p.WaitsAt) || walk(pred)
		})
	}
	return walk(block)
}

// failsAtOnce reports whether a function, when the first request that it sends fails, returns an error without any wait.
func (p *Player) failsAtOnce(fn *ssa.Function) bool {
	if p.described > maxDescribed || !returnsError(fn.Signature) || len(fn.FreeVars) > 0 {
		return false
	}
	return slices.ContainsFunc(p.Remote(fn), func(call ssa.CallInstruction) bool {
		return !p.waitsBefore(call) && slices.ContainsFunc(p.Starts(call), func(chain []ssa.CallInstruction) bool {
			last := len(chain) - 1
			return failed(p.spend(spending{fn: fn}, machine.Region{Attempt: chain[last], Calls: chain[:last]}, machine.Answer{}))
		})
	})
}

// failed reports whether all paths return an error without any wait.
func failed(o *machine.Outcome) bool {
	return !slices.ContainsFunc(o.Leaves(), func(end *machine.Outcome) bool {
		return end.End != machine.Returned || end.Events&machine.Blocked != 0 || len(end.Waits) > 0 || !end.Values[len(end.Values)-1].IsNonNil()
	})
}
