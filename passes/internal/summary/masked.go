package summary

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Masked reports whether a value is a copy of a struct, or its address, in which something else was put in the place of a credential.
func (p *Package) Masked(v ssa.Value) bool {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = load.X
	}
	variable, ok := v.(*ssa.Alloc)
	return ok && flow.IsStored(variable) && p.replaces(variable)
}

// replaces reports whether something is stored in a field of a struct, or of one in it, that is a credential.
func (p *Package) replaces(addr ssa.Value) bool {
	for _, use := range *addr.Referrers() {
		field, ok := use.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		if _, inner := flow.FieldOf(field).Type().Underlying().(*types.Struct); inner && p.replaces(field) {
			return true
		}
		if p.HoldsCredential(field) && flow.IsStored(field) {
			return true
		}
	}
	return false
}

// HoldsCredential reports whether a field is a text that is a credential.
func (p *Package) HoldsCredential(addr *ssa.FieldAddr) bool {
	s, ok := addr.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
	return ok && isPlainText(s.Field(addr.Field).Type()) && p.showsField(s, addr.Field)
}
