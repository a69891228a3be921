package scenario

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
)

// A player plays the functions of one package. It keeps what they lead to.
type player struct {
	pkg     *flow.Package
	machine *machine.Machine
	sends   map[*ssa.Function]bool
	tables  map[play]*machine.Outcome
	// retriers are the libraries' calls that call a function of the package again.
	retriers map[*ssa.Function][]retrier
}

type play struct {
	fn     *ssa.Function
	answer machine.Answer
}

func newPlayer(pkg *flow.Package) *player {
	p := &player{pkg: pkg, sends: map[*ssa.Function]bool{}, tables: map[play]*machine.Outcome{}, retriers: map[*ssa.Function][]retrier{}}
	p.machine = machine.New(pkg, p)
	p.findRetriers()
	return p
}

// attempts returns the calls of a function that reach a service.
func (p *player) attempts(fn *ssa.Function) []ssa.CallInstruction {
	var found []ssa.CallInstruction
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok && p.pkg.Callee(call) != fn && p.reaches(call) {
			found = append(found, call)
		}
	}
	return found
}

// reaches reports whether a call reaches a service, itself or through functions of this package.
func (p *player) reaches(call *ssa.Call) bool {
	if callee := p.pkg.Callee(call); callee != nil {
		return answers(call.Call.Signature()) && p.doesSend(callee)
	}
	return isExchange(call.Call.Signature())
}

// doesSend reports whether a function of this package sends a request.
func (p *player) doesSend(fn *ssa.Function) bool {
	if sends, ok := p.sends[fn]; ok {
		return sends
	}
	p.sends[fn] = false // while it is looked at: a function that only calls itself sends nothing
	p.sends[fn] = len(p.attempts(fn)) > 0
	return p.sends[fn]
}

// Outcome returns what a call of a function of this package that sends leads to.
func (p *player) Outcome(call ssa.CallInstruction, answer machine.Answer) (*machine.Outcome, bool) {
	callee := p.pkg.Callee(call)
	if callee == nil || len(callee.FreeVars) > 0 || !answers(callee.Signature) || !p.doesSend(callee) {
		return nil, false
	}
	key := play{callee, answer}
	if o, ok := p.tables[key]; ok {
		return o, true
	}
	p.tables[key] = &machine.Outcome{} // while it is played: recursion is not understood
	var all []*machine.Outcome
	for _, attempt := range p.attempts(callee) {
		all = append(all, p.machine.Play(machine.Region{Attempt: attempt, Persists: true}, answer))
	}
	p.tables[key] = machine.Join(machine.Any, all...)
	return p.tables[key], true
}

// answers reports whether a function can tell its caller how a request ended.
func answers(sig *types.Signature) bool { return sig.Results().Len() > 0 }

// isExchange reports whether a signature is that of something that sends a request:
// a response and an error are returned.
func isExchange(sig *types.Signature) bool {
	var results []string
	for result := range sig.Results().Variables() {
		results = append(results, result.Type().String())
	}
	return slices.Contains(results, "*net/http.Response") && slices.Contains(results, "error")
}
