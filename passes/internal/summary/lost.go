package summary

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// findLost returns the calls that make a client without a Timeout out of one that
// has a Timeout: whoever set it believes that it holds.
func (p *Package) findLost() []ssa.CallInstruction {
	var found []ssa.CallInstruction
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			if call, ok := instr.(*ssa.Call); ok && p.loses(call) {
				found = append(found, call)
			}
		}
	}
	return found
}

func (p *Package) loses(call *ssa.Call) bool {
	fn := flow.CalleeOf(&call.Call)
	if fn == nil || fn.Signature().Results().Len() == 0 || catalog.TypeOf(fn.Signature().Results().At(0).Type()) == nil {
		return false
	}
	e := p.evaluation(call.Parent())
	lost := false
	if row := catalog.FuncOf(fn); row != nil {
		lost = row.DropsTimeout && e.client([]flow.Origin{{Kind: flow.Result, Value: call}}, nil).Loses
	} else {
		lost = slices.ContainsFunc(p.resultsOf(call), func(r ResultFact) bool {
			return r.Index == 0 && r.Lost.Operand != 0 && e.hasTimeout(e.argument(flow.Origin{}, call, r.Lost))
		})
	}
	return lost && !slices.ContainsFunc(p.Origins(call), func(o flow.Origin) bool { return p.marks.bounded[o.Key()] || p.marks.released[o.Key()] })
}

// hasTimeout reports whether a client is bounded by its own Timeout. A context stands for the client that it holds.
func (e *evaluation) hasTimeout(origins []flow.Origin) bool {
	t := e.client(origins, nil)
	if t.Bound == flow.Unknown {
		t = e.clientInContext(origins, contextClient)
	}
	return t.Bound == flow.Yes && !t.ByTransport
}

// resultsOf returns how the results of a call's callee are bounded.
func (p *Package) resultsOf(call *ssa.Call) []ResultFact {
	if callee := p.Callee(call); callee != nil {
		return p.resultFacts(callee)
	}
	var does Does
	if p.pass.ImportObjectFact(flow.CalleeOf(&call.Call), &does) {
		return does.Results
	}
	return nil
}

// evaluation begins an evaluation of values as they appear in fn.
func (p *Package) evaluation(fn *ssa.Function) *evaluation {
	return &evaluation{pkg: p, fn: flow.Outermost(fn), busy: map[question]bool{}}
}
