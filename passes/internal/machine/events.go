package machine

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Events are what happened on a path, as far as somebody asks for it.
type Events uint8

// The events.
const (
	// Closed: the body of the answer was closed or read, or something else may do it.
	Closed Events = 1 << iota
	// Asked: the program looked for a header that says how long to wait.
	Asked
	// Given: the answer or its header went to code that isn't played.
	Given
	// Blocked: code that isn't played may have taken its time, or another request was sent.
	Blocked
	// Named: an error that nothing is known of was found to be one that the program names.
	Named
	// Limited: what the answer asks for was found to be less than something that isn't known, or may have been.
	Limited
)

// A Wait is a place at which a path lets time pass.
type Wait struct {
	// At is the call, receive or select that waits.
	At ssa.Instruction
	// Delay is for how long, as a time.Duration; unknown where it may end for other reasons.
	Delay Value
}

// wait notes that time passes.
func (s *state) wait(at ssa.Instruction, delay Value) {
	if !slices.ContainsFunc(s.waits, func(w Wait) bool { return w.At == at }) {
		s.waits = append(slices.Clip(s.waits), Wait{at, delay}) // copies of the state share them
	}
}

// writeEvents appends what happened so far to a key.
func (p *play) writeEvents(out *strings.Builder, s *state) {
	out.WriteByte('a' + byte(s.events))
	for _, w := range s.waits {
		p.keys.writeInt(out, p.keys.base(w.At))
		p.keys.write(out, w.Delay)
	}
}

// clock knows the functions of package time that wait, or make what can be waited for.
func (p *play) clock(s *state, call *ssa.Call, args []Value) (Value, bool) {
	fn := flow.CalleeOf(call.Common())
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "time" {
		return unknown, false
	}
	switch fn.FullName() {
	case "time.Sleep":
		s.wait(call, args[0])
		return unknown, true
	case "time.After", "time.Tick":
		return timer(args[0]), true
	case "time.NewTimer", "time.NewTicker":
		ptr := p.alloc(s, p.boxFor(box{call: call, path: "timer"}))
		p.store(s, ptr.Addr.in("0"), timer(args[0]))
		return ptr, true
	case "(*time.Timer).Reset":
		if args[0].Kind == Pointer {
			p.store(s, args[0].Addr.in("0"), timer(args[1]))
		}
		return unknown, true
	case "(*time.Timer).Stop", "(*time.Ticker).Stop":
		return unknown, true
	}
	return unknown, false
}

// timer is a channel on which something is sent after a delay.
func timer(delay Value) Value { return Value{Kind: Timer, Parts: []Value{delay}} }

// receive waits for a channel.
func (p *play) receive(s *state, at ssa.Instruction, channel Value) {
	if channel.Kind == Timer {
		s.wait(at, channel.part(0))
		return
	}
	s.wait(at, unknownIf(channel.Dep))
}

// choose waits for one of several channels: for the delay of a timer, if there is one among them.
func (p *play) choose(s *state, sel *ssa.Select) {
	if !sel.Blocking {
		return
	}
	delay := unknown
	for _, state := range sel.States {
		if channel := p.value(s, state.Chan); channel.Kind == Timer {
			delay = channel.part(0)
		}
	}
	s.wait(sel, delay)
}

// witness notes what code that isn't played may do: wait, close the answer's body, look at its header.
func (p *play) witness(s *state, call ssa.CallInstruction, fn *types.Func, args []Value) {
	std := fn != nil && fn.Pkg() != nil && catalog.Std(fn.Pkg().Path())
	if p.mayBlock(call.Common()) {
		s.events |= Blocked
	}
	for _, arg := range args {
		answer, header := p.leadsTo(s, arg, 0)
		if answer {
			s.events |= Closed
		}
		if answer && !std || header {
			s.events |= Given
		}
	}
	described := fn != nil && fn.Pkg() != nil && catalog.LibraryOf(fn.Pkg().Path()) != nil
	if !described && slices.ContainsFunc(call.Common().Args, func(arg ssa.Value) bool { return catalog.Stops(arg.Type()) }) {
		s.handed = true
	}
	callee := p.pkg.Callee(call)
	known := callee != nil && !p.mayWait(callee) // whatever it is called
	if _, isCall := call.(*ssa.Call); isCall && !std && !known && mayPause(call.Common()) {
		s.wait(call, pauseOf(call.Common(), args))
	}
}

// leadsTo reports whether a value leads to the answer or its body, and whether it leads to the header.
func (p *play) leadsTo(s *state, v Value, depth int) (answer, header bool) {
	switch {
	case v.Kind == Map && v.Type == headerType:
		return false, true
	case v.Kind != Pointer:
	case v.Addr.Base == response || v.Addr.Base == body:
		return true, false
	case depth < 2:
		for _, c := range s.heap.cells(v.Addr.Base) {
			a, h := p.leadsTo(s, c.value, depth+1)
			answer, header = answer || a, header || h
		}
	}
	for _, part := range v.Parts {
		a, h := p.leadsTo(s, part, depth)
		answer, header = answer || a, header || h
	}
	return answer, header
}

// escape notes that the answer is stored where code beyond the play may find it.
func (p *play) escape(s *state, to Address, v Value) {
	switch base := to.Base.(type) {
	case *box:
		return
	case *ssa.Alloc:
		if slices.ContainsFunc(s.frames, func(f *frame) bool { return f.fn == base.Parent() }) {
			return
		}
	}
	if answer, _ := p.leadsTo(s, v, 0); answer {
		s.events |= Closed
	}
}

// pausing are words in the names of functions that may wait.
var pausing = []string{"sleep", "wait", "delay", "pause", "backoff", "back", "throttle", "limit", "limiter", "acquire", "take", "tick", "block"}

// mayPause reports whether code that isn't known may be there to wait: its name says so, it is
// given a duration, or it is given a context and has nothing but an error or a flag to return.
func mayPause(call *ssa.CallCommon) bool {
	if slices.ContainsFunc(flow.Words(calledName(call)), func(w string) bool { return slices.Contains(pausing, w) }) {
		return true
	}
	context := false
	for param := range call.Signature().Params().Variables() {
		switch param.Type().String() {
		case "time.Duration":
			return true
		case "context.Context":
			context = true
		}
	}
	for result := range call.Signature().Results().Variables() {
		if t := result.Type(); !isError(t) && !types.Identical(t, types.Typ[types.Bool]) {
			return false
		}
	}
	return context
}

// calledName is the name under which something is called: of a function, method, variable or field.
func calledName(call *ssa.CallCommon) string {
	if fn := flow.CalleeOf(call); fn != nil {
		return fn.Name()
	}
	switch v := call.Value.(type) {
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			if field := flow.FieldOf(addr); field != nil {
				return field.Name()
			}
		}
		return v.X.Name()
	case *ssa.Field:
		return v.X.Type().Underlying().(*types.Struct).Field(v.Field).Name()
	}
	return call.Value.Name()
}

// pauseOf is the delay of an unknown function that may wait: the one duration that it is given.
func pauseOf(call *ssa.CallCommon, args []Value) Value {
	first := len(args) - call.Signature().Params().Len()
	delay, dep := unknown, false
	for i, arg := range args {
		dep = dep || arg.depends()
		if i >= first && call.Signature().Params().At(i-first).Type().String() == "time.Duration" {
			delay = arg
		}
	}
	return delay.with(dep)
}

// mayWait reports whether a function of the package, or one that it calls, lets time pass.
func (m *Machine) mayWait(fn *ssa.Function) bool { return executes(fn, m.waits, m.WaitsAt) }

// WaitsAt reports whether an instruction may let time pass: for a call, before it sends a request or after.
func (m *Machine) WaitsAt(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Select:
		return instr.Blocking
	case *ssa.UnOp:
		return isReceive(instr)
	case *ssa.Call:
		if callee := m.pkg.Callee(instr); callee != nil {
			return m.mayWait(callee)
		}
		fn := flow.CalleeOf(&instr.Call)
		if fn != nil && fn.Pkg() != nil && catalog.Std(fn.Pkg().Path()) {
			return fn.FullName() == "time.Sleep"
		}
		_, builtin := instr.Call.Value.(*ssa.Builtin)
		return !builtin && mayPause(&instr.Call)
	}
	return false
}
