package webhookverify

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// late reports a receiver that verifies a webhook, but has acted on what is in it by then. What is only looked up before, such as the
// secret of the sender, is no effect.
func (f *finder) late(r *summary.Receiver) {
	if calls, _ := f.Summary.Callers(r.Func); len(calls) > 0 || f.Summary.Guarded(r.Func) != flow.No {
		return // it may have been verified before
	}
	var verified []ssa.Instruction
	for instr := range flow.Instructions(r.Func) {
		if f.Summary.MayAuthenticate(instr) {
			verified = append(verified, instr)
		}
	}
	for instr := range flow.Instructions(r.Func) {
		if !f.passesOn(instr) || slices.ContainsFunc(verified, func(v ssa.Instruction) bool { return v == instr || follows(v, instr) }) {
			continue
		}
		i := slices.IndexFunc(verified, func(v ssa.Instruction) bool { return f.Summary.Authenticates(v) && follows(instr, v) })
		if i < 0 {
			continue
		}
		if at, ok := f.Site(instr); ok {
			finding := f.ReportOnce(at, "late", "%s acts on what %s is said to have sent before it verifies that: what is done isn't undone by a refusal", lint.HandlerName(r.Func), r.Service)
			if at, ok := f.Site(verified[i]); ok {
				finding.Related(at, "it is verified here")
			}
		}
		return
	}
}

// passesOn reports whether an instruction gives what is in the body of a request to something that outlives the request.
func (f *finder) passesOn(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Defer:
		return false // it comes last
	case *ssa.Send:
		return f.fromBody(instr.X)
	case *ssa.Select:
		return slices.ContainsFunc(instr.States, func(state *ssa.SelectState) bool { return state.Dir == types.SendOnly && f.fromBody(state.Send) })
	case ssa.CallInstruction:
		return f.changes(instr) && slices.ContainsFunc(given(instr.Common()), f.fromBody)
	}
	return false
}

// changes reports whether a call, or what it calls in the package, starts a goroutine, sends to a channel, or changes what outlives a request.
func (f *finder) changes(call ssa.CallInstruction) bool {
	if _, starts := call.(*ssa.Go); starts {
		return true
	}
	if fn := flow.CalleeOf(call.Common()); fn != nil && catalog.Changes(fn) {
		return true
	}
	own := f.Summary.Callee(call)
	if own == nil {
		return false
	}
	for _, inner := range f.Summary.Reached(own) {
		for instr := range flow.Instructions(inner) {
			switch instr := instr.(type) {
			case *ssa.Go, *ssa.Send:
				return true
			case *ssa.Call:
				if fn := flow.CalleeOf(&instr.Call); fn != nil && catalog.Changes(fn) {
					return true
				}
			}
		}
	}
	return false
}

// given returns what a call gives: its arguments, and what the closure that it calls has of the function around it.
func given(call *ssa.CallCommon) []ssa.Value {
	values := slices.Clone(call.Args)
	for _, arg := range call.Args {
		variadic, _ := flow.Elements(arg)
		values = append(values, variadic...)
	}
	if closure, ok := call.Value.(*ssa.MakeClosure); ok {
		for instr := range flow.Instructions(closure.Fn.(*ssa.Function)) {
			load, ok := instr.(*ssa.UnOp)
			if ok && load.Op == token.MUL {
				values = append(values, load)
			}
		}
	}
	return values
}

// fromBody reports whether a value was made of the body of a request.
func (f *finder) fromBody(v ssa.Value) bool {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	return slices.ContainsFunc(f.Summary.Received(v), func(part summary.Received) bool { return part.Reads&(catalog.InBody|catalog.InForm) != 0 })
}

// follows reports whether an instruction may be carried out after another of its function.
func follows(first, then ssa.Instruction) bool {
	if first.Block() != then.Block() {
		return flow.Leads(first.Block(), then.Block())
	}
	instrs := first.Block().Instrs
	return slices.Index(instrs, first) < slices.Index(instrs, then) || slices.ContainsFunc(first.Block().Succs, func(next *ssa.BasicBlock) bool { return flow.Leads(next, first.Block()) })
}
