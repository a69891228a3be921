package machine

import "golang.org/x/tools/go/ssa"

// apply goes on with what a table says of a call; the response in it is the given object.
func (p *play) apply(s *state, call ssa.CallInstruction, table *Outcome, as *object) (*Outcome, int) {
	p.prune(s.top())
	a := application{p, s, call, as, map[string]applied{}}
	return a.of(table)
}

// An application goes on behind a call that leads to several ends, once behind each.
type application struct {
	*play
	before *state
	call   ssa.CallInstruction
	as     *object
	done   map[string]applied // by keys of what the call leads to
}

type applied struct {
	outcome *Outcome
	low     int
}

func (a application) of(table *Outcome) (*Outcome, int) {
	if have, ok := a.done[table.key]; ok {
		return have.outcome, have.low
	}
	o, low := a.join(table)
	a.done[table.key] = applied{o, low}
	return o, low
}

func (a application) join(table *Outcome) (*Outcome, int) {
	if table.Op == Leaf {
		return a.end(table)
	}
	low := free
	var all []*Outcome
	for _, kid := range table.Kids {
		o, l := a.of(kid)
		all, low = append(all, o), min(low, l)
	}
	return join(table.Op, all...), low
}

// end goes on behind one end.
func (a application) end(end *Outcome) (*Outcome, int) {
	s := a.before.clone()
	a.ends++
	if a.steps++; end.End != Returned || a.steps > maxSteps {
		return a.leaf(s, Stuck), free
	}
	var results []Value
	for i, v := range end.Values {
		results = append(results, a.thaw(s, v, a.as, a.call, string(rune('a'+i))))
	}
	if end.Decision.IsValid() {
		s.Reason = Reason{Decision: end.Decision, Source: end.Decision}
	}
	s.events |= end.Events
	if end.Asked.IsValid() {
		s.asked = end.Asked
	}
	for _, w := range end.Waits {
		if w.At == nil {
			w.At = a.call
		}
		s.wait(w.At, w.Delay)
	}
	a.finish(s, a.call, tuple(results))
	return a.run(s)
}
