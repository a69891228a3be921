package jwtverify

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// audience reports a verification by keys that a provider publishes (JWKS, RFC 7517), whose tokens for other clients are as valid.
func (c *checker) audience(v *verification) {
	if !v.known || !c.fetchesKeys() || !c.ofKeySet(v) || c.anywhere(aboutAudience) {
		return
	}
	if expr, ok := c.CallExpr(v.call); ok {
		c.ReportOnce(expr, "audience", "%s accepts a token that the provider made for another client: its keys sign those as well (nothing in the package looks at aud)", lint.Name(expr))
	}
}

// ofKeySet reports whether the keys of a verification are those of a key set.
func (c *checker) ofKeySet(v *verification) bool {
	if v.option("WithKeySet") != nil {
		return true
	}
	for _, o := range c.Summary.Reaching(summary.Operand(&v.call.Call, v.row.Key)) {
		if closure, ok := o.Value.(*ssa.MakeClosure); ok && closure.Fn.Name() == "Keyfunc$bound" {
			return true // of github.com/MicahParks/keyfunc
		}
	}
	for _, fn := range c.keyFuncs(v) {
		for near := range c.Summary.Called(fn) {
			if looksUpKey(near) {
				return true
			}
		}
	}
	return false
}

// looksUpKey reports whether a function uses a key set of jwx.
func looksUpKey(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		if callee := flow.CalleeOf(call.Common()); callee != nil && callee.Name() == "LookupKeyID" {
			return true
		}
	}
	return false
}

// fetchesKeys reports whether the package gets keys from where a provider publishes them.
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
