package scenario

import (
	"go/token"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
)

// ends is what an outcome comes to for a region.
type ends struct {
	stop, repeat flow.Tri
	decision     token.Pos
}

// read joins the ends of an outcome: one of several possible paths is enough for a yes, while
// paths that an answer chooses between in a way that isn't understood have to agree.
func (c candidate) read(o *machine.Outcome) ends {
	switch o.Op {
	case machine.Leaf:
		return c.end(o)
	case machine.Any:
		sum := ends{stop: flow.No, repeat: flow.No}
		for _, kid := range o.Kids {
			e := c.read(kid)
			if e.repeat == flow.Yes && sum.repeat != flow.Yes {
				sum.decision = e.decision
			}
			sum.stop, sum.repeat = either(sum.stop, e.stop), either(sum.repeat, e.repeat)
		}
		return sum
	}
	sum := c.read(o.Kids[0])
	for _, kid := range o.Kids[1:] {
		e := c.read(kid)
		if e.stop != sum.stop {
			sum.stop = flow.Unknown
		}
		if e.repeat != sum.repeat {
			sum.repeat = flow.Unknown
		}
	}
	return sum
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
	switch o.End {
	case machine.Again:
		return ends{stop: flow.No, repeat: flow.Yes, decision: o.Decision}
	case machine.Left:
		return ends{stop: flow.Yes, repeat: flow.No}
	case machine.Returned:
		if c.again == 0 {
			return ends{stop: flow.Yes, repeat: flow.No}
		}
		repeat := c.calledAgain(o.Values)
		return ends{stop: not(repeat), repeat: repeat, decision: o.Decision}
	}
	return ends{}
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
