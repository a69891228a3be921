package scenario

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Doubles reports whether a loop that nothing ends waits twice as long each time, or longer. A wait that is compared with a
// greatest one is chosen from two, and not taken for such a wait.
func (r *Region) Doubles(rows []Row) bool {
	g := &growth{r.candidate.loop}
	return slices.ContainsFunc(rows, func(row Row) bool {
		return row.Stop == flow.No && row.Whole && slices.ContainsFunc(row.Paths, func(path Path) bool {
			return slices.ContainsFunc(path.Waits, func(w Wait) bool { return g.doubles(delayAt(w.At), 0) })
		})
	})
}

// growth looks at the numbers of a loop.
type growth struct{ loop loop }

// doubles reports whether a number grows by a factor with each round: 1 << attempts, or a delay that is doubled.
func (g *growth) doubles(v ssa.Value, steps int) bool {
	if v == nil || steps > maxParts {
		return false
	}
	switch v := v.(type) {
	case *ssa.Convert:
		return g.doubles(v.X, steps+1)
	case *ssa.ChangeType:
		return g.doubles(v.X, steps+1)
	case *ssa.BinOp:
		switch v.Op {
		case token.SHL:
			return g.counts(v.Y)
		case token.MUL, token.ADD:
			return g.doubles(v.X, steps+1) || g.doubles(v.Y, steps+1)
		case token.QUO:
			return g.doubles(v.X, steps+1)
		}
	case *ssa.Phi:
		return g.always(v, func(next *ssa.BinOp, n int64) bool {
			return next.Op == token.MUL && n >= 2 || next.Op == token.SHL && n >= 1
		})
	}
	return false
}

// counts reports whether a number grows by a constant with each round.
func (g *growth) counts(v ssa.Value) bool {
	if converted, ok := v.(*ssa.Convert); ok {
		v = converted.X
	}
	counter, ok := v.(*ssa.Phi)
	return ok && g.always(counter, func(next *ssa.BinOp, n int64) bool { return next.Op == token.ADD && n >= 1 })
}

// always reports whether each round makes a number what grows says, with a constant, of what it was: it isn't set to anything
// else, such as its greatest value.
func (g *growth) always(number *ssa.Phi, grows func(next *ssa.BinOp, n int64) bool) bool {
	found := false
	for i, edge := range number.Edges {
		if !g.loop[number.Block().Preds[i]] {
			continue // where it begins
		}
		next, ok := edge.(*ssa.BinOp)
		if !ok || next.X != number {
			return false
		}
		n, ok := intConst(next.Y)
		if !ok || !grows(next, n) {
			return false
		}
		found = true
	}
	return found && g.loop[number.Block()]
}

func isInteger(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}
