package summary

import (
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/machine"
)

// A spending is what the plays of a function are for: to describe it to its callers, or to judge the regions in it.
type spending struct {
	fn     *ssa.Function
	region bool
}

// maxSpent is how many steps may be spent on a function, whatever the answers are: they take a tenth of a second or two. What is
// beyond that isn't understood.
const maxSpent = 40_000

// maxDescribed is how many steps may be spent on describing the functions of a package to its importers: they take about half a
// second. Few packages have enough functions that send for more, and what they send is repeated by importers seldom.
const maxDescribed = 250_000

func (p *Player) spend(on spending, region machine.Region, answer machine.Answer) *machine.Outcome {
	if p.spent[on] > maxSpent {
		return &machine.Outcome{}
	}
	o := p.machine.Play(region, answer)
	p.spent[on] += o.Cost
	if !on.region {
		p.described += o.Cost
	}
	return o
}

// A trial is a play behind a call of a function, which has led to something.
type trial struct {
	call  ssa.CallInstruction
	trace string
}

// try plays what a function makes of what one of its attempts returns. Many answers come to the same there, and are played once.
func (p *Player) try(fn *ssa.Function, attempt ssa.CallInstruction, answer machine.Answer) *machine.Outcome {
	trace, traced := p.trace(attempt, answer)
	if o := p.trials[trial{attempt, trace}]; traced && o != nil {
		return o
	}
	o := p.spend(spending{fn: fn}, machine.Region{Attempt: attempt, Persists: true}, answer)
	if traced && !o.Particular {
		p.trials[trial{attempt, trace}] = o
	}
	return o
}

// trace tells apart what a call returns after different answers, if that is all that it tells of them.
func (p *Player) trace(call ssa.CallInstruction, answer machine.Answer) (string, bool) {
	returned, ok := p.Outcome(call, answer)
	if !ok || answer.Status == 0 && answer.RetryAfter != "" {
		return "", false // an error that says how long to wait is asked for that
	}
	return returned.Trace()
}
