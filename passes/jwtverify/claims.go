package jwtverify

import (
	"go/ast"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// claims reports a verification that is told not to look at when a token expires.
func (c *checker) claims(v *verification) {
	if c.looksAtTime(v) {
		return
	}
	if option := v.option("WithoutClaimsValidation"); option != nil {
		c.timeless(option, "WithoutClaimsValidation")
	}
	if option := v.option("WithValidate"); option != nil && len(option.Call.Args) == 1 && summary.IsFalse(option.Call.Args[0]) {
		c.timeless(option, "WithValidate(false)")
	}
	if fn := flow.CalleeOf(&v.call.Call); fn.Signature().Recv() != nil && flow.TypeWord(fn.Signature().Recv().Type()) == "jwt.Parser" {
		for _, o := range c.Summary.Reaching(summary.Operand(&v.call.Call, catalog.Recv)) {
			c.skips(o)
		}
	}
}

func (c *checker) timeless(option *ssa.Call, why string) {
	if expr, ok := c.CallExpr(option); ok {
		c.reportTimeless(expr, why)
	}
}

func (c *checker) reportTimeless(at ast.Node, why string) {
	c.ReportOnce(at, "claims", "tokens are accepted for ever, long after they expired or their user was locked out (%s, and nothing else looks at exp)", why)
}

// skips looks at a jwt.Parser that is a literal.
func (c *checker) skips(o flow.Origin) {
	alloc, ok := o.Value.(*ssa.Alloc)
	if !ok {
		return
	}
	found, _, _ := types.LookupFieldOrMethod(alloc.Type(), true, nil, "SkipClaimsValidation")
	field, ok := found.(*types.Var)
	if !ok {
		return
	}
	for _, addr := range c.Summary.FieldAddrs(o, field) {
		for _, use := range *addr.Referrers() {
			if store, ok := use.(*ssa.Store); ok && isTrue(store.Val) {
				if site, ok := c.Site(store); ok {
					c.reportTimeless(site, "SkipClaimsValidation")
				}
			}
		}
	}
}

func isTrue(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.ExactString() == "true"
}

// late matches the names of functions that have to do with tokens which may have expired, or are about to end.
var late = regexp.MustCompile(`(?i)refresh|renew|logout|log_?out|sign_?out|revo[ck]|expire|hint|introspect|ignor|insecure|unsafe|test|mock|debug`)

// looksAtTime reports whether what is around a verification may look at when the token expires, or leave that to others.
func (c *checker) looksAtTime(v *verification) bool {
	for fn := range c.Summary.Around(v.call.Parent()) {
		if late.MatchString(fn.Name()) || mentions(fn, aboutTime) {
			return true
		}
	}
	return c.handsOver(v)
}

// handsOver reports whether the claims go to a caller that isn't seen, or to code that isn't known, which may look at them.
func (c *checker) handsOver(v *verification) bool {
	for fn := range c.Summary.Around(v.call.Parent()) {
		if _, complete := c.Summary.Callers(fn); complete && fn.Object() != nil && !fn.Object().Exported() {
			continue
		}
		for _, ret := range returns(fn) {
			for _, result := range ret.Results {
				if c.holdsClaims(result, v) {
					return true
				}
			}
		}
	}
	return c.givenOn(v)
}

// holdsClaims reports whether a value is the token that a verification returns, or what it stores the claims to.
func (c *checker) holdsClaims(value ssa.Value, v *verification) bool {
	if !catalogHolder(value.Type()) {
		return false
	}
	for _, o := range c.Summary.Origins(value) {
		if o.Value == v.call {
			return true
		}
		for _, dest := range destinations(v) {
			if o.Value == dest || dest == value {
				return true
			}
		}
	}
	return false
}

// catalogHolder reports whether a type can hold several claims.
func catalogHolder(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Struct, *types.Map, *types.Interface:
		return !types.Identical(t, types.Universe.Lookup("error").Type())
	}
	return false
}

// destinations returns what a verification stores the claims to.
func destinations(v *verification) []ssa.Value {
	op := summary.Operand(&v.call.Call, v.row.Claims)
	if op == nil {
		return nil
	}
	elements := []ssa.Value{op}
	if _, isList := op.(*ssa.Slice); isList {
		elements, _ = flow.Elements(op)
	}
	for i, element := range elements {
		if made, ok := element.(*ssa.MakeInterface); ok {
			elements[i] = made.X
		}
	}
	return elements
}

// givenOn reports whether code that isn't in the package gets the claims.
func (c *checker) givenOn(v *verification) bool {
	for _, dest := range destinations(v) {
		if dest.Referrers() == nil {
			continue
		}
		for _, use := range *dest.Referrers() {
			uses := []ssa.Instruction{use}
			if made, ok := use.(*ssa.MakeInterface); ok {
				uses = *made.Referrers()
			}
			for _, use := range uses {
				call, ok := use.(ssa.CallInstruction)
				if ok && call != ssa.CallInstruction(v.call) && c.Summary.Callee(call) == nil && !ofLibrary(call, v) {
					return true
				}
			}
		}
	}
	return false
}

// ofLibrary reports whether a call is one of the library that verifies.
func ofLibrary(call ssa.CallInstruction, v *verification) bool {
	fn := flow.CalleeOf(call.Common())
	return fn != nil && fn.Pkg() == flow.CalleeOf(&v.call.Call).Pkg()
}

// expiry reports a verification by a library that leaves it to its users when a token expires.
func (c *checker) expiry(v *verification) {
	if !v.row.Timeless || !v.known || v.option("WithValidate") != nil || c.looksAtTime(v) {
		return
	}
	if len(v.row.KeyedBy) == 0 && !expires(destinations(v)) {
		return
	}
	if expr, ok := c.CallExpr(v.call); ok {
		c.ReportOnce(expr, "expiry", "%s checks the signature only: tokens are accepted for ever, long after they expired (nothing calls Validate or looks at exp)", lint.Name(expr))
	}
}

// expires reports whether one of the variables that claims are stored to is, or embeds, the library's own type of them.
func expires(dests []ssa.Value) bool {
	for _, dest := range dests {
		ptr, ok := dest.Type().Underlying().(*types.Pointer)
		if !ok {
			continue
		}
		if flow.TypeWord(ptr.Elem()) == "jwt.Claims" {
			return true
		}
		s, ok := ptr.Elem().Underlying().(*types.Struct)
		for i := 0; ok && i < s.NumFields(); i++ {
			if s.Field(i).Embedded() && flow.TypeWord(s.Field(i).Type()) == "jwt.Claims" {
				return true
			}
		}
	}
	return false
}
