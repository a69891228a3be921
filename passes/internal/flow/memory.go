package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// load goes on with what was stored at an address that v reads.
func (w *walk) load(v ssa.Value, addr ssa.Value, at *frame) {
	if g, ok := addr.(*ssa.Global); ok && g.Pkg != w.pkg.Package {
		w.add(Origin{Kind: Variable, Value: v})
		return
	}
	if isStruct(addr) {
		w.value(addr, at) // a copy of a struct counts as the struct itself
		return
	}
	switch addr := addr.(type) {
	case *ssa.Alloc:
		w.stored(addr, at)
	case *ssa.FreeVar:
		w.bindings(addr, at, func(bound ssa.Value, at *frame) { w.load(v, bound, at) })
	case *ssa.Global:
		w.global(addr)
	case *ssa.FieldAddr:
		w.field(addr.X, FieldOf(addr), at)
	case *ssa.IndexAddr:
		w.element(addr, at)
	default:
		w.opaque(addr)
	}
}

// copied goes on with the structs that are copied into a variable as a whole, if
// there are any: they, not the variable, are where it came from.
func (w *walk) copied(variable ssa.Value, at *frame) bool {
	if !isStruct(variable) {
		return false
	}
	any := false
	for _, store := range w.pkg.copies(variable) {
		if _, zero := store.Val.(*ssa.Const); zero {
			continue
		}
		any = true
		if store.Parent() != variable.Parent() {
			at = nil // stored by a literal, or by another function
		}
		w.value(store.Val, at)
	}
	return any
}

func isStruct(addr ssa.Value) bool {
	ptr, ok := addr.Type().Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	_, ok = ptr.Elem().Underlying().(*types.Struct)
	return ok
}

// Stores returns the stores to a package variable.
func (p *Package) Stores(g *ssa.Global) []*ssa.Store { return p.globals[g] }

// copies returns the stores of whole structs in a variable or a field.
func (p *Package) copies(variable ssa.Value) []*ssa.Store {
	switch variable := variable.(type) {
	case *ssa.Global:
		return p.globals[variable]
	case *ssa.FieldAddr:
		var found []*ssa.Store
		for _, addr := range p.fields[FieldOf(variable)] {
			found = append(found, p.storesTo(addr)...)
		}
		return found
	}
	return p.storesTo(variable)
}

// IsStored reports whether something is stored at an address under that name.
func IsStored(addr ssa.Value) bool {
	return slices.ContainsFunc(*addr.Referrers(), func(use ssa.Instruction) bool {
		store, ok := use.(*ssa.Store)
		return ok && store.Addr == addr
	})
}

// storesTo returns the stores to an address, also by function literals that capture it.
func (p *Package) storesTo(addr ssa.Value) []*ssa.Store {
	var found []*ssa.Store
	for use := range uses(addr, p) {
		if store, ok := use.instr.(*ssa.Store); ok && store.Addr == use.addr {
			found = append(found, store)
		}
	}
	return found
}

// stored goes on with everything that is stored in a local variable, also by
// function literals that capture it.
func (w *walk) stored(alloc *ssa.Alloc, at *frame) {
	none := true
	for use := range uses(alloc, w.pkg) {
		store, ok := use.instr.(*ssa.Store)
		switch {
		case ok && store.Addr == use.addr && store.Parent() == alloc.Parent():
			none = false
			w.value(store.Val, at)
		case ok && store.Addr == use.addr:
			none = false
			w.value(store.Val, nil) // in a literal
		case !plainUse(use.instr, use.addr):
			none = false
			w.opaque(alloc) // its address is given away: anybody may write
		}
	}
	if none {
		w.zero()
	}
}

// zero adds the value of a variable that nothing is stored in.
func (w *walk) zero() {
	w.add(Origin{Kind: Constant, Value: zeroConst})
}

var zeroConst = ssa.NewConst(nil, types.Universe.Lookup("any").Type())

// A use is an instruction that uses a variable under the name addr.
type use struct {
	instr ssa.Instruction
	addr  ssa.Value
}

// uses yields the instructions that use a variable's address, in its function
// and in the literals that capture it.
func uses(addr ssa.Value, p *Package) func(yield func(use) bool) {
	return func(yield func(use) bool) {
		eachUse(addr, p, yield)
	}
}

func eachUse(addr ssa.Value, p *Package, yield func(use) bool) bool {
	for _, instr := range *addr.Referrers() {
		closure, ok := instr.(*ssa.MakeClosure)
		if !ok {
			if !yield(use{instr, addr}) {
				return false
			}
			continue
		}
		fn := closure.Fn.(*ssa.Function)
		for i, binding := range closure.Bindings {
			if binding == addr && !eachUse(fn.FreeVars[i], p, yield) {
				return false
			}
		}
	}
	return true
}

// global goes on with everything that is stored in a variable of this package.
func (w *walk) global(g *ssa.Global) {
	if w.pkg.leaked[g] {
		w.opaque(g)
	}
	if g.Object() != nil && g.Object().Exported() {
		w.add(Origin{Kind: Given, Value: g})
	}
	stores := w.pkg.globals[g]
	if len(stores) == 0 {
		w.zero()
	}
	for _, store := range stores {
		w.value(store.Val, nil)
	}
}

// field goes on with what may be stored in a field of base.
//
// For a struct of this package that is everything the package stores in the
// field, whichever struct it belongs to; for a struct of another package, of
// which there may be many for different ends, only what is stored in the very
// same object. Where base came from outside, the field of that is an origin too.
func (w *walk) field(base ssa.Value, field *types.Var, at *frame) {
	if field == nil {
		w.opaque(base)
		return
	}
	own := field.Pkg() == w.pkg.Pkg
	for _, o := range w.pkg.origins(query{value: base, at: at, expand: w.expand}) {
		switch o.Kind {
		case Param, Result, Variable, Given:
			if o.Field == nil {
				o.Field = field
				w.add(o)
			} else if !own {
				w.opaque(base) // a field of a field
			}
		case Object:
			if !own {
				w.fieldOf(o, field)
			}
		case Opaque:
			if !own {
				w.opaque(base)
			}
		}
	}
	if own {
		w.anywhere(base, field)
	}
}

// anywhere goes on with everything that this package stores in a field of one of its
// structs, whichever struct it belongs to.
func (w *walk) anywhere(base ssa.Value, field *types.Var) {
	set := field.Exported()
	if set {
		w.add(Origin{Kind: Given, Value: base, Field: field})
	}
	for _, addr := range w.pkg.fields[field] {
		set = w.storedAt(addr, nil) || set
	}
	if !set {
		w.zero()
	}
}

// storedAt goes on with what is stored through one address of a field.
func (w *walk) storedAt(addr *ssa.FieldAddr, at *frame) (any bool) {
	for _, instr := range *addr.Referrers() {
		if store, ok := instr.(*ssa.Store); ok && store.Addr == addr {
			any = true
			w.value(store.Val, at)
		} else if !isStruct(addr) && !plainUse(instr, addr) {
			any = true
			w.opaque(addr)
		}
	}
	return any
}

// fieldOf goes on with what is stored in a field of one object, and with zero where
// that needn't happen.
func (w *walk) fieldOf(o Origin, field *types.Var) {
	if !w.assigned(o, field) || w.pkg.sometimes(o, field) {
		w.zero()
	}
}

// sometimes reports whether a field is set only under a condition of the
// function that makes the object.
func (p *Package) sometimes(o Origin, field *types.Var) bool {
	alloc, ok := o.Value.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, addr := range p.FieldAddrs(o, field) {
		if addr.Parent() != alloc.Parent() || always(addr, alloc) {
			return false
		}
	}
	return true
}

// always reports whether an instruction is executed whenever a function returns
// without an error after it made the object.
func always(instr ssa.Instruction, alloc *ssa.Alloc) bool {
	for _, block := range instr.Parent().Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if ok && !fails(ret) && alloc.Block().Dominates(block) && !instr.Block().Dominates(block) {
			return false
		}
	}
	return true
}

// fails reports whether a function returns an error there.
func fails(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	c, ok := last.(*ssa.Const)
	return types.Identical(last.Type(), types.Universe.Lookup("error").Type()) && !(ok && c.IsNil())
}

// assigned goes on with what is stored in a field of one object, if anything is.
func (w *walk) assigned(o Origin, field *types.Var) bool {
	any := false
	for _, addr := range w.pkg.FieldAddrs(o, field) {
		at := o.at
		if addr.X != o.Value {
			at = nil
		}
		any = w.storedAt(addr, at) || any
	}
	return any
}

// Assigned returns the origins of what the package stores in a field of an
// origin, be that an object of its own or something that it got from elsewhere.
func (p *Package) Assigned(o Origin, field *types.Var) []Origin {
	w := &walk{pkg: p, seen: map[query]bool{}}
	w.assigned(o, field)
	return w.found
}

// FieldAddrs returns the addresses that are taken of a field of an object, under
// whatever name the object is known.
func (p *Package) FieldAddrs(o Origin, field *types.Var) []*ssa.FieldAddr {
	var found []*ssa.FieldAddr
	for _, addr := range p.fields[field] {
		if addr.X == o.Value || slices.ContainsFunc(p.Reaching(addr.X), o.Same) {
			found = append(found, addr)
		}
	}
	return found
}

// Same reports whether two origins are the same object, whatever calls led to it.
func (o Origin) Same(other Origin) bool { return o.Key() == other.Key() }

// FieldOrigins returns where the value of a field of an origin came from.
func (p *Package) FieldOrigins(o Origin, field *types.Var) []Origin {
	w := &walk{pkg: p, seen: map[query]bool{}}
	switch o.Kind {
	case Object:
		w.fieldOf(o, field)
	case Param, Result, Variable, Given:
		own := field.Pkg() == p.Pkg
		if o.Field == nil {
			o.Field = field
			w.add(o)
		} else if !own {
			w.opaque(o.Value) // a field of a field
		}
		if own {
			w.anywhere(o.Value, field)
		}
	default:
		w.opaque(o.Value)
	}
	return w.found
}

// element goes on with everything that is stored in an array or a slice
// literal, at whatever index.
func (w *walk) element(addr *ssa.IndexAddr, at *frame) {
	values, ok := Elements(addr.X)
	if !ok {
		w.opaque(addr)
	}
	for _, v := range values {
		w.value(v, at)
	}
}

// Elements returns the values stored in a slice literal, such as the compiler
// makes of variadic arguments, or false where v is another slice. A nil slice has none.
func Elements(v ssa.Value) (values []ssa.Value, ok bool) {
	if c, ok := v.(*ssa.Const); ok && c.IsNil() {
		return nil, true
	}
	if s, ok := v.(*ssa.Slice); ok {
		v = s.X
	}
	array, ok := v.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	for _, instr := range *array.Referrers() {
		addr, ok := instr.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *addr.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
				values = append(values, store.Val)
			}
		}
	}
	return values, true
}
