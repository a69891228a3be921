package scenario

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// Spins returns the loops that serve for ever, such as one that takes messages off a queue, and that call a service which
// failed again at once: what makes them wait while all is well, if anything does, isn't there then. Their rows are those of 0 and 200.
func Spins(pkg *summary.Package) []*Region {
	p := newFinder(pkg)
	var all []*Region
	for _, fn := range pkg.Functions {
		for _, call := range p.player.Remote(fn) {
			if r := p.spin(call); r != nil {
				all = append(all, r)
			}
		}
	}
	return all
}

// spin returns the smallest loop that a call spins in, or nil.
func (p *finder) spin(call ssa.CallInstruction) *Region {
	for _, start := range p.player.Starts(call) {
		for _, c := range loopsOf(start[len(start)-1], call) {
			if c.loop.ends(call) || c.loop.advances(call) {
				continue
			}
			c.machine.Calls = start[:len(start)-1]
			c.machine.Again = func(again ssa.CallInstruction) bool { return again == call }
			r := &Region{Attempt: call, Shape: Loop, Coarse: true, finder: p, candidate: c}
			for _, answer := range coarse {
				r.Rows = append(r.Rows, p.row(c, answer))
			}
			failure := r.Row(0)
			if failure.Repeat == flow.Yes && failure.Whole && !failure.Named() && !slices.ContainsFunc(failure.Paths, slow) {
				return r
			}
		}
	}
	return nil
}

// slow reports whether something may take its time on a path.
func slow(path Path) bool { return path.Blocked || len(path.Waits) > 0 }

// ends reports whether a loop ends by itself: it counts, or takes what is left of something, and looks at that.
func (l loop) ends(call ssa.CallInstruction) bool {
	for block := range l {
		branch, isIf := block.Instrs[len(block.Instrs)-1].(*ssa.If)
		if !isIf || l[block.Succs[0]] && l[block.Succs[1]] {
			continue
		}
		if l.reaches(branch.Cond, func(v ssa.Value) bool { return v != call.Value() && l.steps(v, true) }) {
			return true
		}
	}
	return false
}

// advances reports whether a call is about another thing each time round the loop, whether it fails or not.
func (l loop) advances(call ssa.CallInstruction) bool {
	var buf [8]*ssa.Value
	return slices.ContainsFunc(call.Operands(buf[:0]), func(operand *ssa.Value) bool {
		return *operand != nil && l.reaches(*operand, func(v ssa.Value) bool { return l.steps(v, false) })
	})
}

// steps reports whether a value is one that the loop carries from one round to the next and changes: in some rounds,
// or else in all. A variable in memory that the loop writes may change in all.
func (l loop) steps(v ssa.Value, some bool) bool {
	switch v := v.(type) {
	case *ssa.Next:
		return true
	case *ssa.Alloc, *ssa.FreeVar:
		return l.writes(func(addr ssa.Value) bool { return addr == v })
	case *ssa.FieldAddr:
		return l.writes(func(addr ssa.Value) bool {
			field, ok := addr.(*ssa.FieldAddr)
			return ok && flow.FieldOf(field) == flow.FieldOf(v)
		})
	case *ssa.Phi:
		if slices.ContainsFunc(v.Block().Preds, func(pred *ssa.BasicBlock) bool { return !l[pred] }) {
			return l.changed(v, some)
		}
	}
	return false
}

// writes reports whether the loop stores something at an address.
func (l loop) writes(at func(addr ssa.Value) bool) bool {
	for block := range l {
		if slices.ContainsFunc(block.Instrs, func(instr ssa.Instruction) bool {
			store, ok := instr.(*ssa.Store)
			return ok && at(store.Addr)
		}) {
			return true
		}
	}
	return false
}

// changed reports whether a phi at the loop's head gets, in some rounds or in all, a value that is computed from the one that it had.
func (l loop) changed(head *ssa.Phi, some bool) bool {
	sources := l.sources(head, head, map[*ssa.Phi]bool{head: true})
	steps := func(v ssa.Value) bool {
		return v != head && l.reaches(v, func(inner ssa.Value) bool { return inner == head })
	}
	if some {
		return slices.ContainsFunc(sources, steps)
	}
	return len(sources) > 0 && !slices.ContainsFunc(sources, func(v ssa.Value) bool { return !steps(v) })
}

// sources returns the values that a phi may get in the loop, through others.
func (l loop) sources(phi, head *ssa.Phi, seen map[*ssa.Phi]bool) []ssa.Value {
	var all []ssa.Value
	for i, edge := range phi.Edges {
		if !l[phi.Block().Preds[i]] {
			continue
		}
		inner, ok := edge.(*ssa.Phi)
		if !ok || inner == head || !l[inner.Block()] {
			all = append(all, edge)
		} else if !seen[inner] {
			seen[inner] = true
			all = append(all, l.sources(inner, head, seen)...)
		}
	}
	return all
}

// reaches reports whether a value is, or is computed in the loop from, one that is reports.
func (l loop) reaches(v ssa.Value, is func(ssa.Value) bool) bool {
	seen := map[ssa.Value]bool{}
	var walk func(ssa.Value) bool
	walk = func(v ssa.Value) bool {
		if v == nil || seen[v] {
			return false
		}
		seen[v] = true
		if is(v) {
			return true
		}
		instr, ok := v.(ssa.Instruction)
		if !ok || !l[instr.Block()] {
			return false
		}
		var buf [8]*ssa.Value
		return slices.ContainsFunc(instr.Operands(buf[:0]), func(operand *ssa.Value) bool { return walk(*operand) })
	}
	return walk(v)
}
