package flow

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

func sortByPos(fns []*ssa.Function) {
	slices.SortStableFunc(fns, func(a, b *ssa.Function) int {
		return cmp.Or(cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(a.String(), b.String()))
	})
}

// index notes who writes, calls and passes on what.
func (p *Package) index() {
	for _, fn := range p.Functions {
		for instr := range Instructions(fn) {
			p.note(instr)
		}
	}
}

func (p *Package) note(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.FieldAddr:
		field := FieldOf(instr)
		p.fields[field] = append(p.fields[field], instr)
	case *ssa.MakeClosure:
		fn := instr.Fn.(*ssa.Function)
		p.closures[fn] = append(p.closures[fn], instr)
		p.noteMethodValue(fn)
	case *ssa.Store:
		if g, ok := instr.Addr.(*ssa.Global); ok {
			p.globals[g] = append(p.globals[g], instr)
		}
	}
	var called ssa.Value
	if call, ok := instr.(ssa.CallInstruction); ok {
		common := call.Common()
		if common.IsInvoke() {
			p.invoked[common.Method.Name()] = true
		} else {
			called = common.Value
		}
		if callee := p.Callee(call); callee != nil {
			p.calls[callee] = append(p.calls[callee], call)
		}
	}
	p.noteOperands(instr, called)
}

// noteOperands finds the functions that are used as values and the package
// variables whose address is given away.
func (p *Package) noteOperands(instr ssa.Instruction, called ssa.Value) {
	_, closure := instr.(*ssa.MakeClosure)
	var buf [8]*ssa.Value
	for _, operand := range instr.Operands(buf[:0]) {
		switch v := (*operand).(type) {
		case *ssa.Const:
			p.users[v] = instr
		case *ssa.Function:
			if v != called && !closure {
				p.values[origin(v)] = true
				p.noteMethodValue(v)
			}
		case *ssa.MakeClosure:
			if v != called {
				p.values[v.Fn.(*ssa.Function)] = true
			}
		case *ssa.Global:
			if !plainUse(instr, v) {
				p.leaked[v] = true
			}
		}
	}
}

// noteMethodValue notes the method behind x.Method or T.Method, which SSA wraps in a
// function of its own.
func (p *Package) noteMethodValue(fn *ssa.Function) {
	if method, ok := fn.Object().(*types.Func); ok && IsMethodValue(fn) {
		if f := p.Prog.FuncValue(method.Origin()); f != nil {
			p.values[f] = true
		}
	}
}

// IsMethodValue reports whether fn is the function that SSA makes of x.Method or
// T.Method; its parameters are not those of the method, which is its object.
func IsMethodValue(fn *ssa.Function) bool {
	return strings.HasSuffix(fn.Name(), "$bound") || strings.HasSuffix(fn.Name(), "$thunk")
}

// plainUse reports whether the instruction only reads, writes or addresses into
// what addr points to, without giving the address away.
func plainUse(instr ssa.Instruction, addr ssa.Value) bool {
	switch instr := instr.(type) {
	case *ssa.Store:
		return instr.Addr == addr && instr.Val != addr
	case *ssa.UnOp, *ssa.FieldAddr, *ssa.IndexAddr, *ssa.DebugRef:
		return true
	}
	return false
}

// Callee returns the function of this package that the call calls, or nil.
func (p *Package) Callee(call ssa.CallInstruction) *ssa.Function {
	fn := call.Common().StaticCallee()
	if fn == nil {
		return nil
	}
	if fn = origin(fn); fn.Package() != p.Package || fn.Blocks == nil {
		return nil
	}
	return fn
}

// origin returns the generic function that fn is an instance of, or fn.
func origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}

// CalleeOf returns the declared function or interface method that is called, or nil.
func CalleeOf(call *ssa.CallCommon) *types.Func {
	if call.IsInvoke() {
		return call.Method.Origin()
	}
	if fn := call.StaticCallee(); fn != nil && !IsMethodValue(fn) {
		if obj, ok := fn.Object().(*types.Func); ok {
			return obj.Origin()
		}
	}
	return nil
}

// Callers returns the calls of fn in this package. complete says that no other call is
// possible: fn can't be called from elsewhere, through an interface or as a value.
func (p *Package) Callers(fn *ssa.Function) (calls []ssa.CallInstruction, complete bool) {
	complete = !p.values[fn]
	if obj, ok := fn.Object().(*types.Func); ok {
		complete = complete && !obj.Exported() && !(obj.Signature().Recv() != nil && p.invoked[obj.Name()])
	}
	return p.calls[fn], complete
}

// Reached returns a function and those of this package that it calls, or makes a closure of, and so on.
func (p *Package) Reached(fn *ssa.Function) []*ssa.Function {
	reached := []*ssa.Function{fn}
	visit := func(next *ssa.Function) {
		if next != nil && !slices.Contains(reached, next) {
			reached = append(reached, next)
		}
	}
	for i := 0; i < len(reached); i++ {
		for instr := range Instructions(reached[i]) {
			switch instr := instr.(type) {
			case ssa.CallInstruction:
				visit(p.Callee(instr))
			case *ssa.MakeClosure:
				visit(instr.Fn.(*ssa.Function))
			}
		}
	}
	return reached
}

// User returns the instruction that uses a constant: each has a value of its own.
func (p *Package) User(c *ssa.Const) ssa.Instruction { return p.users[c] }

// Closures returns where a function literal is made.
func (p *Package) Closures(fn *ssa.Function) []*ssa.MakeClosure { return p.closures[fn] }

// FieldOf returns the field that is addressed, or nil where the struct's type
// is a type parameter.
func FieldOf(addr *ssa.FieldAddr) *types.Var {
	return structField(addr.X.Type(), addr.Field)
}

func structField(t types.Type, index int) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		return s.Field(index).Origin()
	}
	return nil
}

// Instructions yields the instructions of a function, block by block.
func Instructions(fn *ssa.Function) func(yield func(ssa.Instruction) bool) {
	return func(yield func(ssa.Instruction) bool) {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if !yield(instr) {
					return
				}
			}
		}
	}
}

// Leads reports whether some way through a function goes from one block to another, or they are the same.
func Leads(from, to *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var visit func(block *ssa.BasicBlock) bool
	visit = func(block *ssa.BasicBlock) bool {
		if block == to {
			return true
		}
		if seen[block] {
			return false
		}
		seen[block] = true
		return slices.ContainsFunc(block.Succs, visit)
	}
	return visit(from)
}

// Outermost returns the declared function that a function literal stands in.
func Outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}
