package scenario

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/machine"
)

// candidates returns the regions that an attempt may be repeated in, the smallest first.
func (p *player) candidates(attempt ssa.CallInstruction) []candidate {
	var all []candidate
	for _, loop := range loopsAround(attempt.Block()) {
		all = append(all, candidate{shape: Loop, machine: machine.Region{
			Attempt: attempt,
			Within:  func(b *ssa.BasicBlock) bool { return loop[b] },
		}})
	}
	if fn := attempt.Parent(); p.callsItself(fn) {
		all = append(all, candidate{shape: Recursion, machine: machine.Region{
			Attempt: attempt,
			Again:   func(call ssa.CallInstruction) bool { return p.pkg.Callee(call) == fn },
		}})
	}
	return all
}

func (p *player) callsItself(fn *ssa.Function) bool {
	calls, _ := p.pkg.Callers(fn)
	return slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool { return call.Parent() == fn })
}

// A loop is the set of blocks of a natural loop.
type loop map[*ssa.BasicBlock]bool

// loopsAround returns the natural loops that hold a block, the smallest first. Loops with
// one head are one loop.
func loopsAround(block *ssa.BasicBlock) []loop {
	var all []loop
	for _, head := range block.Parent().Blocks {
		body := loop{}
		for _, latch := range head.Preds {
			if head.Dominates(latch) {
				body.add(latch, head)
			}
		}
		if body[block] {
			all = append(all, body)
		}
	}
	slices.SortStableFunc(all, func(a, b loop) int { return len(a) - len(b) })
	return all
}

// add adds the blocks from which latch is reached without passing head.
func (l loop) add(latch, head *ssa.BasicBlock) {
	l[head] = true
	if l[latch] {
		return
	}
	l[latch] = true
	for _, pred := range latch.Preds {
		l.add(pred, head)
	}
}

// perItem reports whether an attempt is about another thing each time round the
// loop: an element of a collection, or what a channel delivers. It isn't repeated then, even if the loop goes on.
func perItem(attempt ssa.CallInstruction, within func(*ssa.BasicBlock) bool) bool {
	seen := map[ssa.Value]bool{}
	var varies func(v ssa.Value) bool
	varies = func(v ssa.Value) bool {
		instr, ok := v.(ssa.Instruction)
		if !ok || seen[v] || !within(instr.Block()) {
			return false
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.Next, *ssa.Select:
			return true
		case *ssa.UnOp:
			if v.Op.String() == "<-" {
				return true
			}
		case *ssa.IndexAddr:
			return changes(v.Index, within)
		case *ssa.Index:
			return changes(v.Index, within)
		case *ssa.Alloc:
			return slices.ContainsFunc(*v.Referrers(), func(use ssa.Instruction) bool {
				store, ok := use.(*ssa.Store)
				return ok && store.Addr == v && varies(store.Val)
			})
		}
		var buf [8]*ssa.Value
		return slices.ContainsFunc(instr.Operands(buf[:0]), func(operand *ssa.Value) bool { return *operand != nil && varies(*operand) })
	}
	var buf [8]*ssa.Value
	return slices.ContainsFunc(attempt.Operands(buf[:0]), func(operand *ssa.Value) bool { return *operand != nil && varies(*operand) })
}

// changes reports whether an index is computed in the loop.
func changes(index ssa.Value, within func(*ssa.BasicBlock) bool) bool {
	instr, ok := index.(ssa.Instruction)
	return ok && within(instr.Block())
}
