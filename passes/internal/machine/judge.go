package machine

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Judge plays a predicate of the package, which a library asks about the results that a function has ended with after an
// answer: about the error, which is the last one, or about others as well. A predicate that is asked about more than there
// is learns nothing of what comes before.
func (m *Machine) Judge(predicate *ssa.Function, answer Answer, results []Value) *Outcome {
	if len(predicate.Params) == 0 || len(predicate.Blocks) == 0 {
		return &Outcome{}
	}
	p := m.newPlay(Region{}, answer)
	s := newState()
	p.fill(s, response, answer)
	env := map[ssa.Value]Value{}
	missing := len(predicate.Params) - len(results)
	for i, param := range predicate.Params {
		if from := i - missing; from >= 0 {
			env[param] = p.thaw(s, results[from], response, nil, string(rune('a'+from)))
		}
	}
	s.frames = []*frame{{fn: predicate, block: predicate.Blocks[0], env: env}}
	return p.outcome(p.run(s))
}

// Retryer plays a function that a library which makes errors of answers asks whether to send a request again: its last
// parameter is the error, or a struct that holds the error and the response.
func (m *Machine) Retryer(fn *ssa.Function, answer Answer) *Outcome {
	failure := Value{Kind: Interface, Dep: true, Parts: []Value{pointer(refusal)}}
	got := pointer(response)
	if answer.Status == 0 {
		failure, got = broken, null.with(true)
	}
	asked := fn.Signature.Params().At(fn.Signature.Params().Len() - 1).Type()
	if isError(asked) {
		return m.Judge(fn, answer, []Value{failure})
	}
	request, ok := asked.Underlying().(*types.Pointer)
	if !ok {
		return &Outcome{}
	}
	return m.Judge(fn, answer, []Value{{Kind: Pointer, Type: request.Elem(), Parts: []Value{holding(request.Elem(), failure, got)}}})
}
