package summary

import (
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// markBounds finds the clients, transports, dialers and requests that are given a
// bound anywhere in the package: by an assignment to one of their fields, whatever
// is assigned (an explicit zero is a decision, too), or by a method.
func (p *Package) markBounds() {
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case *ssa.FieldAddr:
				if isBound(instr) && written(instr) {
					p.mark(p.marks, instr.X)
				}
			case ssa.CallInstruction:
				call := instr.Common()
				if row := rowOf(call); row != nil && row.Role == catalog.Set {
					p.markSet(instr, row)
				}
			}
		}
	}
}

// markSet notes what a method sets: a bound of a client, or the context of a
// request. A request whose method is used for its result is followed from there.
func (p *Package) markSet(call ssa.CallInstruction, row *catalog.Func) {
	target := operand(call.Common(), row.Client)
	if row.Context == catalog.None {
		p.mark(p.marks, target)
	} else if value := call.Value(); value == nil || len(*value.Referrers()) == 0 {
		p.mark(p.deadlines, target)
	}
}

// isBound reports whether the field that is addressed bounds a wait.
func isBound(addr *ssa.FieldAddr) bool {
	row := catalog.TypeOf(addr.X.Type())
	if row == nil {
		return false
	}
	field := flow.FieldOf(addr)
	for _, name := range row.Bounds {
		if field != nil && field.Name() == name {
			return true
		}
	}
	return false
}

// written reports whether a field's address is used for more than to read it.
func written(addr *ssa.FieldAddr) bool {
	for _, use := range *addr.Referrers() {
		if _, read := use.(*ssa.UnOp); !read {
			return true
		}
	}
	return false
}

// mark notes that all objects that v may be are bounded, and what they were
// made from by methods that return their receiver.
func (p *Package) mark(marks map[flow.Origin]flow.Tri, v ssa.Value) {
	if v == nil {
		return
	}
	for _, o := range p.Reaching(v) {
		key := o.Key()
		if marks[key] == flow.Yes {
			continue
		}
		marks[key] = flow.Yes
		call, ok := o.Value.(*ssa.Call)
		if !ok || o.Field != nil {
			continue
		}
		if fn := calleeOf(&call.Call); fn != nil && isFluent(fn) {
			p.mark(marks, operand(&call.Call, catalog.Recv))
		}
	}
}
