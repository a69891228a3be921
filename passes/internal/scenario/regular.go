package scenario

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Regular reports whether the ways to another attempt wait for times that depend on settings and on the number of the attempt
// alone: clients that failed together come back together then.
func (r *Region) Regular(rows []Row) bool {
	waits := 0
	for _, row := range rows {
		for _, path := range row.Paths {
			for _, w := range path.Waits {
				g := &regular{finder: r.finder, seen: map[ssa.Value]bool{}}
				if w.Told || path.Asked.IsValid() || path.Given || !g.value(delayAt(w.At)) {
					return false
				}
				waits++
			}
		}
	}
	return waits > 0
}

// delayAt returns for how long an instruction waits: the operand of time.Sleep, or of the time.After that it receives from.
func delayAt(at ssa.Instruction) ssa.Value {
	switch at := at.(type) {
	case *ssa.Call:
		if fn := flow.CalleeOf(&at.Call); fn != nil && fn.FullName() == "time.Sleep" {
			return at.Call.Args[0]
		}
	case *ssa.UnOp:
		return delayOfChannel(at.X)
	case *ssa.Select:
		for _, state := range at.States {
			if delay := delayOfChannel(state.Chan); delay != nil {
				return delay
			}
		}
	}
	return nil
}

// delayOfChannel returns the operand of the time.After or time.NewTimer that a channel comes from.
func delayOfChannel(channel ssa.Value) ssa.Value {
	if load, ok := channel.(*ssa.UnOp); ok {
		if field, ok := load.X.(*ssa.FieldAddr); ok {
			channel = field.X
		}
	}
	call, ok := channel.(*ssa.Call)
	if !ok {
		return nil
	}
	if fn := flow.CalleeOf(&call.Call); fn != nil && (fn.FullName() == "time.After" || fn.FullName() == "time.NewTimer") {
		return call.Call.Args[0]
	}
	return nil
}

// regular follows a number back to what it is computed from.
type regular struct {
	*finder
	seen map[ssa.Value]bool
}

func (g *regular) value(v ssa.Value) bool {
	if v == nil {
		return false
	}
	if g.seen[v] {
		return true // it is being looked at: a counter comes back to itself
	}
	g.seen[v] = true
	switch v := v.(type) {
	case *ssa.Const:
		return true
	case *ssa.Parameter:
		return g.parameter(v)
	case *ssa.Phi:
		return g.all(v.Edges)
	case *ssa.BinOp:
		return g.value(v.X) && g.value(v.Y)
	case *ssa.Convert:
		return g.value(v.X)
	case *ssa.ChangeType:
		return g.value(v.X)
	case *ssa.Extract:
		return g.result(v.Tuple, v.Index)
	case *ssa.Call:
		return g.result(v, 0)
	case *ssa.UnOp:
		return v.Op == token.MUL && g.variable(v.X)
	}
	return false
}

func (g *regular) all(values []ssa.Value) bool {
	return !slices.ContainsFunc(values, func(v ssa.Value) bool { return !g.value(v) })
}

// parameter looks at what a function is given, if all its calls are known.
func (g *regular) parameter(param *ssa.Parameter) bool {
	calls, complete := g.pkg.Callers(param.Parent())
	return complete && !slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool { return !g.value(flow.Argument(call, param)) })
}

// variable looks at all that is stored in a variable. A field that the package sets to nothing irregular is a setting.
func (g *regular) variable(addr ssa.Value) bool {
	switch addr := addr.(type) {
	case *ssa.Alloc:
		var stored []ssa.Value
		for _, use := range *addr.Referrers() {
			switch use := use.(type) {
			case *ssa.Store:
				stored = append(stored, use.Val)
			case *ssa.UnOp, *ssa.DebugRef:
			default:
				return false
			}
		}
		return g.all(stored)
	case *ssa.FieldAddr:
		return g.all(g.storedIn(flow.FieldOf(addr)))
	}
	return false
}

// storedIn returns what the package stores in a field, of whatever struct.
func (p *finder) storedIn(field *types.Var) []ssa.Value {
	if p.fields == nil {
		p.fields = map[*types.Var][]ssa.Value{}
		for _, fn := range p.pkg.Functions {
			for instr := range flow.Instructions(fn) {
				if store, ok := instr.(*ssa.Store); ok {
					if addr, ok := store.Addr.(*ssa.FieldAddr); ok {
						p.fields[flow.FieldOf(addr)] = append(p.fields[flow.FieldOf(addr)], store.Val)
					}
				}
			}
		}
	}
	return p.fields[field]
}

// computing are functions of the standard library whose results depend on what they are given alone.
var computing = []string{
	"math.Pow", "math.Exp2", "math.Min", "math.Max", "math.Ceil", "math.Floor", "math.Round", "time.ParseDuration",
	"(time.Duration).Seconds", "(time.Duration).Milliseconds", "(time.Duration).Microseconds", "(time.Duration).Nanoseconds", "(time.Duration).Round",
}

// result looks at what a call returns.
func (g *regular) result(v ssa.Value, index int) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	if callee := g.pkg.Callee(call); callee != nil {
		returns := 0
		for _, block := range callee.Blocks {
			if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok {
				if !g.value(ret.Results[index]) {
					return false
				}
				returns++
			}
		}
		return returns > 0
	}
	_, builtin := call.Call.Value.(*ssa.Builtin)
	fn := flow.CalleeOf(&call.Call)
	return (builtin || fn != nil && slices.Contains(computing, fn.FullName())) && g.all(call.Call.Args)
}
