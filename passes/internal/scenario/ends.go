package scenario

import (
	"go/constant"
	"slices"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
)

// ends is what an outcome comes to for a region.
type ends struct {
	stop, repeat flow.Tri
	reason       machine.Reason
	paths        []Path
	exits        []*ssa.BasicBlock // from which the region is left
	stuck        bool
}

// take adds the paths of another outcome.
func (e *ends) take(other ends) {
	for _, path := range other.paths {
		if !slices.ContainsFunc(e.paths, path.same) {
			e.paths = append(e.paths, path)
		}
	}
	for _, exit := range other.exits {
		if !slices.Contains(e.exits, exit) {
			e.exits = append(e.exits, exit)
		}
	}
	e.stuck = e.stuck || other.stuck
}

// same reports whether nothing tells two paths apart.
func (p Path) same(q Path) bool {
	return p.Closed == q.Closed && p.Asked == q.Asked && p.Given == q.Given && p.Blocked == q.Blocked && p.Named == q.Named && p.Limited == q.Limited && slices.Equal(p.Waits, q.Waits)
}

// A reader joins the ends of an outcome. Parts that several forks share are read once.
type reader struct {
	candidate
	seen map[*machine.Outcome]ends
}

func (c candidate) read(o *machine.Outcome) ends {
	return (&reader{c, map[*machine.Outcome]ends{}}).read(o)
}

// read joins the ends of an outcome: one of several possible paths is enough for a yes, while
// paths that an answer chooses between in a way that isn't understood have to agree.
func (r *reader) read(o *machine.Outcome) ends {
	if o.Op == machine.Leaf {
		return r.end(o)
	}
	if e, ok := r.seen[o]; ok {
		return e
	}
	sum := ends{stop: flow.No, repeat: flow.No}
	for i, kid := range o.Kids {
		e := r.read(kid)
		switch {
		case i == 0:
			sum.stop, sum.repeat, sum.reason = e.stop, e.repeat, e.reason
		case o.Op == machine.Any:
			if e.repeat == flow.Yes && sum.repeat != flow.Yes {
				sum.reason = e.reason
			}
			sum.stop, sum.repeat = either(sum.stop, e.stop), either(sum.repeat, e.repeat)
		default:
			sum.stop, sum.repeat = agreed(sum.stop, e.stop), agreed(sum.repeat, e.repeat)
		}
		sum.take(e)
	}
	r.seen[o] = sum
	return sum
}

// agreed is what two sides have in common.
func agreed(a, b flow.Tri) flow.Tri {
	if a != b {
		return flow.Unknown
	}
	return a
}

func either(a, b flow.Tri) flow.Tri {
	switch {
	case a == flow.Yes || b == flow.Yes:
		return flow.Yes
	case a == flow.Unknown || b == flow.Unknown:
		return flow.Unknown
	}
	return flow.No
}

// end is what the end of one path comes to.
func (c candidate) end(o *machine.Outcome) ends {
	here := []Path{pathOf(o)}
	switch o.End {
	case machine.Again:
		return ends{stop: flow.No, repeat: flow.Yes, reason: o.Reason, paths: here}
	case machine.Left:
		e := ends{stop: flow.Yes, repeat: flow.No}
		if o.Exit != nil {
			e.exits = []*ssa.BasicBlock{o.Exit}
		}
		return e
	case machine.Returned:
		if c.again == 0 {
			return ends{stop: flow.Yes, repeat: flow.No}
		}
		repeat := c.calledAgain(o.Values)
		if repeat == flow.No {
			here = nil
		}
		return ends{stop: not(repeat), repeat: repeat, reason: o.Reason, paths: here}
	}
	return ends{stuck: true}
}

// pathOf is what happens on a path.
func pathOf(o *machine.Outcome) Path {
	path := Path{
		Closed: o.Events&machine.Closed != 0, Given: o.Events&machine.Given != 0, Asked: o.Asked,
		Blocked: o.Events&machine.Blocked != 0, Named: o.Events&machine.Named != 0, Limited: o.Events&machine.Limited != 0,
	}
	for _, w := range o.Waits {
		n, known := int64(0), false
		if w.Delay.Kind == machine.Const && w.Delay.Lit.Kind() == constant.Int {
			n, known = constant.Int64Val(w.Delay.Lit)
		}
		path.Waits = append(path.Waits, Wait{At: w.At, Delay: time.Duration(n), Known: known, Told: w.Delay.Dep})
	}
	return path
}

func not(t flow.Tri) flow.Tri {
	switch t {
	case flow.Yes:
		return flow.No
	case flow.No:
		return flow.Yes
	}
	return flow.Unknown
}
