package summary

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A Send is a request that a function of the package sends, itself or by
// calling another function, and that neither its client nor a deadline is known to end.
type Send struct {
	// Call is the call that leads to the request.
	Call ssa.CallInstruction
	// Callee is what is called.
	Callee *types.Func
	// Client and Deadline are what could end the wait.
	Client, Deadline Term
	// Wrapped says that Callee isn't a catalogued function: it sends with a client of its own.
	Wrapped bool
	// BodyOnly says that the wait for the header ends, but not the reading of the body.
	BodyOnly bool
}

// findSends finds the requests of each function. A function whose callees turn out to send
// more than was known is looked at again, until nothing new comes up.
func (p *Package) findSends() {
	candidates := p.candidates()
	work := slices.Clone(p.Functions)
	queued := map[*ssa.Function]bool{}
	for len(work) > 0 {
		fn := work[0]
		work = work[1:]
		queued[fn] = false
		if !p.sendsIn(fn, candidates[fn]) {
			continue
		}
		again := p.dependents(flow.Outermost(fn))
		for _, caller := range again {
			if !queued[caller] {
				queued[caller] = true
				work = append(work, caller)
			}
		}
	}
	p.Unbounded = p.unbounded(candidates)
}

// dependents returns the functions whose requests depend on what fn sends: its callers and,
// for a RoundTrip method, any function that may send through it.
func (p *Package) dependents(fn *ssa.Function) []*ssa.Function {
	if fn.Name() == "RoundTrip" {
		clear(p.terms)
		return p.Functions
	}
	calls, _ := p.Callers(fn)
	var callers []*ssa.Function
	for _, call := range calls {
		callers = append(callers, call.Parent())
	}
	return callers
}

// candidates returns the calls of each function that can lead to a request.
func (p *Package) candidates() map[*ssa.Function][]ssa.CallInstruction {
	found := map[*ssa.Function][]ssa.CallInstruction{}
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if row := rowOf(call.Common()); row != nil {
				if row.Role == catalog.Send && !p.streams(call) {
					found[fn] = append(found[fn], call)
				}
				continue
			}
			// What the function is called says nothing of what its helpers send.
			if (p.Callee(call) != nil || p.hasFact(flow.CalleeOf(call.Common()))) && !readsAsStream(call) {
				found[fn] = append(found[fn], call)
			}
		}
	}
	return found
}

func (p *Package) hasFact(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != p.Pkg && p.pass.ImportObjectFact(fn, new(Does))
}

// sendsIn collects the requests of fn that its callers have to bound, and
// reports whether there are more than before. Those of a function literal count
// for the function that it stands in.
func (p *Package) sendsIn(fn *ssa.Function, calls []ssa.CallInstruction) bool {
	outer := flow.Outermost(fn)
	changed := false
	for _, call := range calls {
		for _, s := range p.sendsBy(call) {
			if s.Client.Ref.Operand == 0 && s.Deadline.Ref.Operand == 0 || s.Deadline.Bound == flow.No && s.Client.Bound == flow.No {
				continue
			}
			if !slices.ContainsFunc(p.sends[outer], s.same) {
				p.sends[outer] = append(p.sends[outer], s)
				changed = true
			}
		}
	}
	return changed
}

func (s *Send) same(other *Send) bool {
	return s.Client.Ref == other.Client.Ref && s.Deadline.Ref == other.Deadline.Ref && s.Client.What() == other.Client.What()
}

// unbounded returns the requests that nothing ends.
func (p *Package) unbounded(candidates map[*ssa.Function][]ssa.CallInstruction) []*Send {
	var found []*Send
	for _, fn := range p.Functions {
		for _, call := range candidates[fn] {
			for _, s := range p.sendsBy(call) {
				if s.Client.Bound == flow.No && s.Deadline.Bound == flow.No {
					found = append(found, s)
				}
			}
		}
	}
	return found
}

// sendsBy returns the requests that a call leads to, less those that are bounded
// or not understood.
func (p *Package) sendsBy(call ssa.CallInstruction) []*Send {
	common := call.Common()
	callee := flow.CalleeOf(common)
	e := p.evaluation(call.Parent())
	var all []*Send
	if row := rowOf(common); row != nil {
		s := &Send{Call: call, Callee: callee, Client: e.sendClient(common, row), Deadline: e.sendDeadline(common, row)}
		s.leaveBody()
		all = append(all, s)
	} else {
		for _, inner := range p.calleeSends(call) {
			all = append(all, e.wrapped(call, callee, inner))
		}
	}
	return slices.DeleteFunc(all, func(s *Send) bool {
		return s == nil || settled(s.Client) || settled(s.Deadline)
	})
}

// leaveBody notes a request that is sent straight through a transport, whose
// ResponseHeaderTimeout is its only bound, although its body is read to the end.
// A client could have a Timeout for the whole exchange; behind a transport only a deadline helps.
func (s *Send) leaveBody() {
	if s.Callee.Name() == "RoundTrip" && s.Client.ByTransport && s.Deadline.Bound == flow.No && readsWhole(s.Call) {
		s.Client = Term{Bound: flow.No, Sources: []Source{{What: "ResponseHeaderTimeout"}}}
		s.BodyOnly = true
	}
}

// settled reports whether a term ends the wait, or isn't known to leave it open.
func settled(t Term) bool {
	return t.Bound == flow.Yes || t.Bound == flow.Unknown && t.Ref.Operand == 0
}

// sendClient says how the client of a catalogued call is bounded.
func (e *evaluation) sendClient(call *ssa.CallCommon, row *catalog.Func) Term {
	switch {
	case row.Timeout != catalog.None:
		return bounded
	case row.ContextClient:
		return e.clientInContext(e.pkg.Origins(Operand(call, row.Context)), row)
	case row.Client != catalog.None:
		return e.client(e.pkg.Origins(Operand(call, row.Client)), row)
	case row.Request != catalog.None && row.Bound == catalog.Unstated:
		return e.client(e.pkg.Origins(Operand(call, row.Request)), nil)
	}
	return e.pkg.fallback(row)
}

// sendDeadline says whether the context of a catalogued call has a deadline.
func (e *evaluation) sendDeadline(call *ssa.CallCommon, row *catalog.Func) Term {
	switch {
	case row.Context != catalog.None:
		return e.deadline(e.pkg.Origins(Operand(call, row.Context)))
	case row.Request != catalog.None:
		return e.deadline(e.pkg.Origins(Operand(call, row.Request)))
	}
	return Term{Bound: flow.No}
}

// calleeSends returns what a function of this package, or of an imported one,
// leaves to its callers to bound.
func (p *Package) calleeSends(call ssa.CallInstruction) []*Send {
	if callee := p.Callee(call); callee != nil {
		return p.sends[callee]
	}
	return p.sendsOf(flow.CalleeOf(call.Common()))
}

func (p *Package) sendsOf(fn *types.Func) []*Send {
	if fn == nil {
		return nil
	}
	if fn.Pkg() == p.Pkg {
		return p.sends[p.Prog.FuncValue(fn)]
	}
	var does Does
	p.pass.ImportObjectFact(fn, &does)
	var all []*Send
	for _, fact := range does.Sends {
		all = append(all, &Send{
			Client:   Term{Bound: flow.No, Ref: fact.Client, Sources: []Source{{What: fact.What}}},
			Deadline: Term{Ref: fact.Deadline},
		})
	}
	return all
}

// wrapped says how a request is bounded that a callee sends. Who hands a context to a function
// of this package can give it a deadline; a request or the client that is used by default are
// better bounded in that function, once for all callers.
func (e *evaluation) wrapped(call ssa.CallInstruction, callee *types.Func, inner *Send) *Send {
	s := &Send{Call: call, Callee: callee, Wrapped: inner.Client.Ref.Operand == 0}
	s.Client = Term{Bound: flow.No, Sources: inner.Client.Sources, Fallback: inner.Client.Fallback}
	s.Deadline = Term{Bound: flow.No}
	handed := argumentOf(call.Common(), inner.Deadline.Ref)
	if s.Client.Fallback || callee.Pkg() == e.pkg.Pkg && handed != nil && isRequest(handed.Type()) {
		s.Wrapped = false
	}
	if arg := argumentOf(call.Common(), inner.Client.Ref); arg != nil {
		origins := e.pkg.fieldOrigins(e.pkg.Origins(arg), inner.Client.Ref.Field)
		if isContext(arg.Type()) {
			s.Client = e.clientInContext(origins, contextClient)
		} else {
			s.Client = e.client(origins, nil)
		}
	}
	if handed != nil {
		s.Deadline = e.deadline(e.pkg.fieldOrigins(e.pkg.Origins(handed), inner.Deadline.Ref.Field))
	}
	return s
}

// contextClient is what golang.org/x/oauth2 takes where a context holds no client.
var contextClient = &catalog.Func{Bound: catalog.Unbounded, Fallback: "http.DefaultClient"}
