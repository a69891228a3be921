package summary

import (
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// marks are what the package, anywhere in it, does with the clients, transports, dialers and
// requests that it has. An origin stands for the object without the way to it.
type marks struct {
	// bounded are given a bound: by an assignment to one of their fields, whatever is
	// assigned (an explicit zero is a decision, too), or by a method.
	bounded map[flow.Origin]bool
	// deadlines are the requests that are given a context.
	deadlines map[flow.Origin]bool
	// released are given to code that isn't known and may bound them.
	released map[flow.Origin]bool
	// tuned are the variables of other packages whose value is given a bound: "http.DefaultClient".
	tuned map[string]bool
	// assigned are the stores to variables of other packages, judged those of which it
	// is known whether what is stored can be bounded.
	assigned map[string][]*ssa.Store
	judged   map[string]bool
}

func (p *Package) markAll() {
	p.marks = marks{
		bounded: map[flow.Origin]bool{}, deadlines: map[flow.Origin]bool{}, released: map[flow.Origin]bool{},
		tuned: map[string]bool{}, assigned: map[string][]*ssa.Store{}, judged: map[string]bool{},
	}
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case *ssa.FieldAddr:
				if isBound(instr) && written(instr) {
					p.mark(p.marks.bounded, instr.X)
				}
			case *ssa.Store:
				p.markStore(instr)
			case *ssa.MapUpdate:
				if canBeBounded(instr.Value.Type()) {
					p.mark(p.marks.released, instr.Value)
				}
			case ssa.CallInstruction:
				p.markCall(instr)
			}
		}
	}
}

// markStore notes a change of another package's variable, and a struct that is
// written as a whole through a pointer: "*req = *req.WithContext(ctx)".
func (p *Package) markStore(store *ssa.Store) {
	switch addr := store.Addr.(type) {
	case *ssa.Global:
		if addr.Pkg != p.Package.Package {
			name := globalWord(addr)
			p.marks.assigned[name] = append(p.marks.assigned[name], store)
		}
	case *ssa.Alloc, *ssa.FieldAddr, *ssa.IndexAddr, *ssa.FreeVar:
	default:
		if row := catalog.TypeOf(addr.Type()); row != nil {
			p.mark(p.marks.bounded, addr)
			p.mark(p.marks.deadlines, addr)
		}
	}
}

// changed reports whether the package gives another package's variable a bound, or a value
// that may have one.
func (p *Package) changed(name string) bool {
	if p.marks.tuned[name] {
		return true
	}
	if changed, ok := p.marks.judged[name]; ok {
		return changed
	}
	p.marks.judged[name] = false // a clone of the variable's own value adds nothing
	for _, store := range p.marks.assigned[name] {
		if p.evaluation(store.Parent()).client(p.Origins(store.Val), nil).Bound != flow.No {
			p.marks.judged[name] = true
		}
	}
	return p.marks.judged[name]
}

// globalWord names a package variable as its users write it: "http.DefaultClient".
func globalWord(g *ssa.Global) string { return g.Pkg.Pkg.Name() + "." + g.Name() }

// setter matches the names of methods that may give a value of another package a client or a bound.
var setter = regexp.MustCompile(`^(Set|With|Use|Configure)`)

// markCall notes what a call sets, or gives to code that isn't known.
func (p *Package) markCall(call ssa.CallInstruction) {
	common := call.Common()
	fn := flow.CalleeOf(common)
	if row := rowOf(common); row != nil {
		if row.Role == catalog.Set && row.Context != catalog.None {
			p.mark(p.marks.deadlines, Operand(common, row.Client))
		} else if row.Role == catalog.Set {
			p.mark(p.marks.bounded, Operand(common, row.Client))
		}
		return
	}
	if p.Callee(call) != nil || fn != nil && leavesBounds(fn) {
		return
	}
	if fn != nil && fn.Signature().Recv() != nil && setter.MatchString(fn.Name()) {
		p.mark(p.marks.released, Operand(common, catalog.Recv))
	}
	if fn != nil && p.hasFact(fn) {
		return
	}
	for _, arg := range common.Args {
		if iface, ok := arg.(*ssa.MakeInterface); ok {
			arg = iface.X
		}
		if canBeBounded(arg.Type()) {
			p.mark(p.marks.released, arg)
		}
	}
}

// leavesBounds reports whether a function is known to leave the bounds of what it is given as they are.
func leavesBounds(fn *types.Func) bool {
	return fn.Pkg() != nil && (catalog.Std(fn.Pkg().Path()) || catalog.LibraryOf(fn.Pkg().Path()) != nil || fn.Pkg().Path() == "golang.org/x/net/http2")
}

// canBeBounded reports whether t points to a client, transport or dialer, which others can bound.
func canBeBounded(t types.Type) bool {
	_, pointer := t.Underlying().(*types.Pointer)
	row := catalog.TypeOf(t)
	return pointer && row != nil && row.Kind != catalog.Request && row.Kind != catalog.Server
}

// isBound reports whether the field that is addressed bounds a wait.
func isBound(addr *ssa.FieldAddr) bool {
	row := catalog.TypeOf(addr.X.Type())
	field := flow.FieldOf(addr)
	return row != nil && field != nil && slices.Contains(row.Bounds, field.Name())
}

// written reports whether a field's address is used for more than to read it.
func written(addr *ssa.FieldAddr) bool {
	return slices.ContainsFunc(*addr.Referrers(), func(use ssa.Instruction) bool {
		_, read := use.(*ssa.UnOp)
		return !read
	})
}

// mark notes all objects that v may be, the parameter that it is, and what they were
// made from by methods that return their receiver.
func (p *Package) mark(set map[flow.Origin]bool, v ssa.Value) {
	if v == nil {
		return
	}
	for _, o := range slices.Concat(p.Reaching(v), p.Origins(v)) {
		key := o.Key()
		if g := flow.VariableOf(o); g != nil {
			p.marks.tuned[globalWord(g)] = true
		}
		if set[key] {
			continue
		}
		set[key] = true
		call, ok := o.Value.(*ssa.Call)
		if !ok || o.Field != nil {
			continue
		}
		if fn := flow.CalleeOf(&call.Call); fn != nil && isFluent(fn) {
			p.mark(set, Operand(&call.Call, catalog.Recv))
		}
	}
}
