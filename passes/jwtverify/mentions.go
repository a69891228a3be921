package jwtverify

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
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

// audience reports a verification by keys that a provider publishes, whose tokens for other clients are as valid.
func (c *checker) audience(v *verification) {
	if !v.known || !c.fetchesKeys() || c.anywhere(aboutAudience) || strings.Contains(flow.CalleeOf(&v.call.Call).FullName(), "oidc") {
		return
	}
	if len(v.row.KeyedBy) == 0 && v.row.Key == 0 && v.option("WithKeySet") == nil {
		return
	}
	if expr, ok := c.CallExpr(v.call); ok {
		c.ReportOnce(expr, "audience", "%s accepts a token that the provider made for another client: its keys sign those as well (nothing in the package looks at aud)", lint.Name(expr))
	}
}

// fetchesKeys reports whether the package gets its keys from where a provider publishes them (JWKS, RFC 7517).
func (c *checker) fetchesKeys() bool {
	for _, fn := range c.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := flow.CalleeOf(call.Common())
			if callee == nil || callee.Pkg() == nil {
				continue
			}
			switch path := callee.Pkg().Path(); {
			case strings.HasPrefix(path, "github.com/lestrrat-go/jwx") && strings.HasSuffix(path, "/jwk"):
				if name := callee.Name(); name == "Fetch" || name == "NewCache" || name == "NewAutoRefresh" {
					return true
				}
			case strings.HasPrefix(path, "github.com/MicahParks/keyfunc"):
				if name := callee.Name(); name == "Get" || strings.HasPrefix(name, "NewDefault") {
					return true
				}
			}
		}
	}
	return false
}
