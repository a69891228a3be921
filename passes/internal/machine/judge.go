package machine

import "golang.org/x/tools/go/ssa"

// Judge plays a predicate of the package, which a library asks about the error that a function has ended with after an
// answer.
func (m *Machine) Judge(predicate *ssa.Function, answer Answer, err Value) *Outcome {
	if len(predicate.Params) != 1 || len(predicate.Blocks) == 0 {
		return &Outcome{}
	}
	p := m.newPlay(Region{}, answer)
	s := newState()
	p.fill(s, response, answer)
	env := map[ssa.Value]Value{predicate.Params[0]: p.thaw(s, err, response, nil, "")}
	s.frames = []*frame{{fn: predicate, block: predicate.Blocks[0], env: env}}
	return p.outcome(p.run(s))
}
