package jwtverify

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// decoded reports a token that comes with a request and that nobody verifies, whose claims decide something.
func (c *checker) decoded(d summary.Decoding) {
	received := c.Summary.Received(d.Token)
	if len(received) == 0 {
		return
	}
	uses := c.Summary.ClaimUses(d)
	if !uses.Decides || c.Summary.AnyVerifies(d.Call.Parent()) || c.mayBeVerified(d, received) {
		return
	}
	if !inMessage(received) && !slices.ContainsFunc(uses.InContext, passesOn) {
		return // something before the handler may have verified a header or a cookie
	}
	if expr, ok := c.CallExpr(d.Call); ok {
		c.ReportOnce(expr, "unverified", "%s reads the claims of a token that comes with the request, and nobody checks its signature: whoever sends one can claim to be anybody", lint.Name(expr))
	}
}

// inMessage reports whether a token was sent for the handler to read: in the body, or the query.
func inMessage(received []summary.Received) bool {
	return slices.ContainsFunc(received, func(r summary.Received) bool { return r.Reads&^(catalog.InHeader|catalog.InCookie) != 0 })
}

// passesOn reports whether a function calls the handler that follows it: it is a middleware.
func passesOn(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		if callee := flow.CalleeOf(call.Common()); callee != nil {
			if callee.Name() == "Next" || callee.Name() == "ServeHTTP" {
				return true
			}
		} else if _, builtin := call.Common().Value.(*ssa.Builtin); !builtin && call.Common().StaticCallee() == nil {
			return true // next(c)
		}
	}
	return false
}

// mayBeVerified reports whether code that isn't known gets the token too.
func (c *checker) mayBeVerified(d summary.Decoding, received []summary.Received) bool {
	origins := c.Summary.Reaching(d.Token)
	if parsed, ok := d.Token.(*ssa.Extract); ok {
		if call, ok := parsed.Tuple.(*ssa.Call); ok && len(call.Call.Args) > 0 {
			origins = append(slices.Clone(origins), c.Summary.Reaching(call.Call.Args[0])...) // jwt.ParseSigned(text)
		}
	}
	t := &sought{checker: c, origins: origins, received: received}
	for fn := range c.Summary.Around(d.Call.Parent()) {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if ok && call != ssa.CallInstruction(d.Call) && c.isUnknown(call) && slices.ContainsFunc(call.Common().Args, t.isIn) {
				return true
			}
		}
	}
	return false
}

// isUnknown reports whether a call may do anything with a token that it is given.
func (c *checker) isUnknown(call ssa.CallInstruction) bool {
	if _, builtin := call.Common().Value.(*ssa.Builtin); builtin || c.Summary.Callee(call) != nil {
		return false
	}
	fn := flow.CalleeOf(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return true
	}
	sends := fn.Pkg().Path() == "net/http" // to a service that may look at it
	return (sends || !summary.Displays(fn)) && catalog.InboundOf(fn) == nil && catalog.SignedOf(fn) == nil
}

// A sought token is looked for among the arguments of calls.
type sought struct {
	*checker
	origins  []flow.Origin
	received []summary.Received
}

// isIn reports whether a value is the token, is made of it, or is the struct that it was sent in.
func (t *sought) isIn(v ssa.Value) bool {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	if holds := t.holder(v.Type()); holds {
		return true
	}
	for _, text := range t.Summary.Texts(v) {
		for _, part := range text.Unknown() {
			if slices.ContainsFunc(t.origins, func(o flow.Origin) bool { return same(o, part.Origin) }) {
				return true
			}
		}
	}
	for _, r := range t.Summary.Received(v) {
		if r.Key != "" && slices.ContainsFunc(t.received, func(mine summary.Received) bool { return mine.Key == r.Key && mine.Reads == r.Reads }) {
			return true
		}
	}
	return false
}

// holder reports whether a type is that of the struct that the token is a field of, or a pointer to it.
func (t *sought) holder(typ types.Type) bool {
	if ptr, ok := typ.Underlying().(*types.Pointer); ok {
		typ = ptr.Elem()
	}
	s, ok := typ.Underlying().(*types.Struct)
	for i := 0; ok && i < s.NumFields(); i++ {
		if slices.ContainsFunc(t.origins, func(o flow.Origin) bool { return o.Field == s.Field(i) }) {
			return true
		}
	}
	return false
}

// same reports whether two origins are the same value, as far as the fields that they are read from tell.
func same(a, b flow.Origin) bool {
	if a.Kind == flow.Constant || b.Kind == flow.Constant {
		return false
	}
	if a.Field != nil || b.Field != nil {
		return a.Field == b.Field
	}
	return a.Same(b)
}
