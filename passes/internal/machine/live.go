package machine

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// liveIn returns the values that are used in a block or after it and defined before it. Values that are
// no longer used must not keep two states apart.
func (m *Machine) liveIn(block *ssa.BasicBlock) map[ssa.Value]bool {
	fn := block.Parent()
	sets, ok := m.live[fn]
	if !ok {
		sets = liveness(fn)
		m.live[fn] = sets
	}
	return sets[block.Index]
}

func liveness(fn *ssa.Function) []map[ssa.Value]bool {
	sets := make([]map[ssa.Value]bool, len(fn.Blocks))
	for i := range sets {
		sets[i] = map[ssa.Value]bool{}
	}
	for changed := true; changed; {
		changed = false
		for _, block := range slices.Backward(fn.Blocks) {
			live := liveOut(block, sets)
			for _, instr := range slices.Backward(block.Instrs) {
				retract(live, instr)
			}
			if len(live) > len(sets[block.Index]) {
				sets[block.Index] = live
				changed = true
			}
		}
	}
	return sets
}

// liveOut joins what the successors of a block need, and what their phis take from it.
func liveOut(block *ssa.BasicBlock, sets []map[ssa.Value]bool) map[ssa.Value]bool {
	live := map[ssa.Value]bool{}
	for _, succ := range block.Succs {
		for v := range sets[succ.Index] {
			live[v] = true
		}
		from := slices.Index(succ.Preds, block)
		for _, instr := range succ.Instrs {
			phi, ok := instr.(*ssa.Phi)
			if !ok {
				break
			}
			live[phi.Edges[from]] = true
		}
	}
	return live
}

// retract goes back over one instruction.
func retract(live map[ssa.Value]bool, instr ssa.Instruction) {
	if v, ok := instr.(ssa.Value); ok {
		delete(live, v)
	}
	if _, ok := instr.(*ssa.Phi); ok {
		return // its operands belong to the predecessors
	}
	var buf [8]*ssa.Value
	for _, operand := range instr.Operands(buf[:0]) {
		if *operand != nil {
			live[*operand] = true
		}
	}
}

// liveAt returns the values that are used from an instruction of a block on, sorted by name.
func (m *Machine) liveAt(block *ssa.BasicBlock, pc int) []ssa.Value {
	at := point{block, pc}
	if found, ok := m.points[at]; ok {
		return found
	}
	m.liveIn(block)
	live := liveOut(block, m.live[block.Parent()])
	for _, instr := range slices.Backward(block.Instrs[pc:]) {
		retract(live, instr)
	}
	var found []ssa.Value
	for v := range live {
		found = append(found, v)
	}
	slices.SortFunc(found, func(a, b ssa.Value) int { return compareNames(a.Name(), b.Name()) })
	m.points[at] = found
	return found
}

// A point is a place in a function.
type point struct {
	block *ssa.BasicBlock
	pc    int
}

func compareNames(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
