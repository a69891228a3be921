package scenario

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Doubles reports whether a loop waits twice as long each time, or longer, and goes on with that for ever: nothing in it looks at
// a number that changes from round to round, such as the attempts or the wait, or at the clock.
func (r *Region) Doubles(rows []Row) bool {
	g := &growth{r.candidate.loop}
	return len(g.loop) > 0 && !g.looks() && slices.ContainsFunc(rows, func(row Row) bool {
		return slices.ContainsFunc(row.Paths, func(path Path) bool {
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
			return g.changes(v.Y, 0)
		case token.MUL, token.ADD:
			return g.doubles(v.X, steps+1) || g.doubles(v.Y, steps+1)
		case token.QUO:
			return g.doubles(v.X, steps+1)
		}
	case *ssa.Phi:
		return g.loop[v.Block()] && slices.ContainsFunc(v.Edges, func(edge ssa.Value) bool { return isMultiple(edge, v) })
	}
	return false
}

// isMultiple reports whether a value is a number times two or more.
func isMultiple(v, of ssa.Value) bool {
	product, ok := v.(*ssa.BinOp)
	if !ok || product.X != of {
		return false
	}
	factor, ok := intConst(product.Y)
	return ok && (product.Op == token.MUL && factor >= 2 || product.Op == token.SHL && factor >= 1)
}

// changes reports whether a number is computed from one that changes from round to round.
func (g *growth) changes(v ssa.Value, steps int) bool {
	instr, ok := v.(ssa.Instruction)
	if !ok || steps > maxParts || !g.loop[instr.Block()] {
		return false
	}
	switch v := v.(type) {
	case *ssa.Phi:
		return isInteger(v.Type())
	case *ssa.Convert:
		return g.changes(v.X, steps+1)
	case *ssa.ChangeType:
		return g.changes(v.X, steps+1)
	case *ssa.BinOp:
		return g.changes(v.X, steps+1) || g.changes(v.Y, steps+1)
	}
	return false
}

func isInteger(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}

// looks reports whether the loop compares such a number, or asks what time it is.
func (g *growth) looks() bool {
	for block := range g.loop {
		for _, instr := range block.Instrs {
			switch instr := instr.(type) {
			case *ssa.BinOp:
				if isComparison(instr.Op) && (g.changes(instr.X, 0) || g.changes(instr.Y, 0)) {
					return true
				}
			case *ssa.Call:
				if fn := flow.CalleeOf(&instr.Call); fn != nil && (fn.FullName() == "time.Now" || fn.FullName() == "time.Since" || fn.FullName() == "time.Until") {
					return true
				}
			}
		}
	}
	return false
}

func isComparison(op token.Token) bool {
	switch op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return true
	}
	return false
}
