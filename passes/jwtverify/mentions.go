package jwtverify

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// aboutTime reports whether a name is of something that has to do with when a token expires.
func aboutTime(name string) bool {
	name = strings.ToLower(name)
	switch name {
	case "exp", "valid", "validate", "validatewithleeway", "validator", "newvalidator":
		return true
	}
	return strings.Contains(name, "expir") || strings.HasPrefix(name, "valid") && name != "validmethods"
}

// aboutAudience reports whether a name is of something that has to do with whom a token is for.
func aboutAudience(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "aud") || name == "azp" || strings.Contains(name, "clientid") || name == "client_id"
}

// mentions reports whether a function reads a field, looks up a key or calls a function of some names.
func mentions(fn *ssa.Function, about func(name string) bool) bool {
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			if field := flow.FieldOf(instr); field != nil && about(field.Name()) && field.Name() != "Valid" && isRead(instr) {
				return true
			}
		case *ssa.Lookup:
			if key, ok := flow.ConstString(instr.Index); ok && about(key) {
				return true
			}
		case ssa.CallInstruction:
			if callee := flow.CalleeOf(instr.Common()); callee != nil && about(callee.Name()) {
				return true
			}
		}
	}
	return false
}

// isRead reports whether something else is done with the address of a field than to store there.
func isRead(addr *ssa.FieldAddr) bool {
	for _, use := range *addr.Referrers() {
		if store, ok := use.(*ssa.Store); !ok || store.Addr != addr {
			return true
		}
	}
	return false
}

// anywhere reports whether some function of the package mentions something.
func (c *checker) anywhere(about func(name string) bool) bool {
	for _, fn := range c.Summary.Functions {
		if mentions(fn, about) {
			return true
		}
	}
	return false
}
