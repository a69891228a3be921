package flow

import (
	"go/token"
	"iter"

	"golang.org/x/tools/go/ssa"
)

// A Guard is a condition that control has passed.
type Guard struct {
	Cond ssa.Value
	// Holds says that the condition holds there, not that it fails.
	Holds bool
}

// Guards yields the conditions that hold wherever control gets to a block, the nearest first. Where && and || are
// concerned, they are those of the operands that are known to hold.
func Guards(block *ssa.BasicBlock) iter.Seq[Guard] {
	return func(yield func(Guard) bool) {
		for b := block; b.Idom() != nil; b = b.Idom() {
			if len(b.Preds) != 1 {
				continue // there are several ways to it
			}
			from := b.Preds[0]
			test, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
			if ok && from.Succs[0] != from.Succs[1] && !yield(positive(test.Cond, from.Succs[0] == b)) {
				return
			}
		}
	}
}

// positive takes the negations off a condition.
func positive(cond ssa.Value, holds bool) Guard {
	for {
		not, ok := cond.(*ssa.UnOp)
		if !ok || not.Op != token.NOT {
			return Guard{Cond: cond, Holds: holds}
		}
		cond, holds = not.X, !holds
	}
}
