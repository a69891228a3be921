package machine

import (
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// load returns what an address holds, which has the type t.
func (p *play) load(s *state, a Address, t types.Type) Value {
	if v, ok := s.heap.at(a); ok {
		return v
	}
	if st, ok := t.Underlying().(*types.Struct); ok {
		v := Value{Kind: Struct, Type: t}
		for i := range st.NumFields() {
			v.Parts = append(v.Parts, p.load(s, a.in(strconv.Itoa(i)), st.Field(i).Type()))
		}
		return v
	}
	for path := a.Path; path != ""; {
		path = path[:strings.LastIndexByte(path, '.')]
		if whole, ok := s.heap.at(Address{a.Base, path}); ok {
			return unknownIf(whole.Dep) // a struct was stored of which nothing is known
		}
	}
	switch rest, ok := s.heap.rest(a.Base); {
	case ok && rest.Kind == Nil: // made by the play, and zero
		return zero(t)
	case ok:
		return rest
	}
	switch base := a.Base.(type) {
	case *ssa.Global:
		if a.Path == "" {
			return p.global(base)
		}
	case *object:
		return vague // not modelled, but part of the answer
	}
	return unknown
}

// store sets what an address holds.
func (p *play) store(s *state, a Address, v Value) { s.heap.replace(a, spread(nil, a.Path, v)) }

// spread appends the cells that a value fills at a place: those of its fields for a struct.
func spread(cells []cell, path string, v Value) []cell {
	if v.Kind != Struct {
		return append(cells, cell{path, v})
	}
	for i, part := range v.Parts {
		cells = spread(cells, path+"."+strconv.Itoa(i), part.with(v.Dep))
	}
	return cells
}

// spoil makes all that v leads to unknown: code that isn't played may change it.
func (p *play) spoil(s *state, v Value, dep bool) {
	if v.Kind == Pointer {
		if _, own := v.Addr.Base.(*object); !own {
			p.spoilAt(s, v.Addr, dep)
		}
	}
	for _, part := range v.Parts {
		p.spoil(s, part, dep)
	}
}

// spoilAt makes what is at an address unknown. A struct that holds the answer goes on to hold it.
func (p *play) spoilAt(s *state, a Address, dep bool) {
	if v, ok := s.heap.at(a); ok && isAnswer(v) {
		return
	}
	if a.Path != "" {
		p.store(s, a, unknownIf(dep))
		return
	}
	s.heap.reset(a.Base, unknownIf(dep), isAnswer)
}

// isAnswer reports whether a value is the answer.
func isAnswer(v Value) bool { return v.Kind == Pointer && v.Addr.Base == response }

// alloc makes a new, zero object.
func (p *play) alloc(s *state, base any) Value {
	s.heap[base] = &known{rest: &null}
	return pointer(base)
}

// global is the value of a package variable that the play has not changed.
func (p *play) global(g *ssa.Global) Value {
	elem := g.Type().(*types.Pointer).Elem()
	if isError(elem) {
		return Value{Kind: Interface, Parts: []Value{pointer(g)}} // a sentinel
	}
	if g.Pkg != p.pkg.Package {
		return unknown
	}
	v, ok := p.consts[g]
	if !ok {
		p.consts[g] = unknown // it may be initialized by a function that reads it
		v = p.initial(g)
		p.consts[g] = v
	}
	return v
}

// initial returns what a package variable is initialized with, if nothing else is stored in it.
func (p *play) initial(g *ssa.Global) Value {
	stores := p.pkg.Stores(g)
	if len(stores) != 1 || stores[0].Parent().Name() != "init" {
		return unknown
	}
	return p.table(stores[0].Val)
}

// table returns the value that the package's initializer gives to a variable: a constant, or a list or set of them.
func (p *play) table(v ssa.Value) Value {
	switch v := v.(type) {
	case *ssa.Const:
		return constantOf(v)
	case *ssa.Function:
		return Value{Kind: Func, Fn: v}
	case *ssa.MakeClosure:
		return Value{Kind: Func, Fn: v.Fn.(*ssa.Function)}
	case *ssa.Convert:
		return p.table(v.X)
	case *ssa.ChangeType:
		return p.table(v.X)
	case *ssa.Slice:
		return p.elements(v.X)
	case *ssa.MakeMap:
		return p.entries(v)
	case *ssa.Alloc:
		return pointer(v)
	}
	return unknown
}

// elements returns the list that the array at addr is initialized with.
func (p *play) elements(addr ssa.Value) Value {
	array, ok := addr.(*ssa.Alloc)
	if !ok {
		return unknown
	}
	t, ok := array.Type().(*types.Pointer).Elem().Underlying().(*types.Array)
	if !ok || t.Len() > maxElements {
		return unknown
	}
	list := Value{Kind: List, Parts: make([]Value, t.Len())}
	for i := range list.Parts {
		list.Parts[i] = zero(t.Elem())
	}
	for _, use := range *array.Referrers() {
		addr, ok := use.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		index, ok := intOf(constantIn(addr.Index))
		if !ok || index < 0 || index >= t.Len() {
			return unknown
		}
		for _, use := range *addr.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
				list.Parts[index] = p.table(store.Val)
			}
		}
	}
	return list
}

// maxElements is the length of the longest list or map that is looked at.
const maxElements = 100

// entries returns the map that is built as a composite literal: a list of its keys and values in turn.
func (p *play) entries(m *ssa.MakeMap) Value {
	entries := Value{Kind: Map}
	for _, use := range *m.Referrers() {
		switch use := use.(type) {
		case *ssa.MapUpdate:
			if use.Map != m || len(entries.Parts) >= 2*maxElements {
				return unknown
			}
			entries.Parts = append(entries.Parts, p.table(use.Key), p.table(use.Value))
		case *ssa.Store, *ssa.DebugRef:
		default:
			return unknown
		}
	}
	return entries
}

func constantIn(v ssa.Value) Value {
	if c, ok := v.(*ssa.Const); ok {
		return constantOf(c)
	}
	return unknown
}
