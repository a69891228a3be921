package jwtverify

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

// none reports jwt.UnsafeAllowNoneSignatureType, the key by which golang-jwt accepts and makes tokens without a signature.
func (c *checker) none(made *ssa.MakeInterface) {
	if named, ok := types.Unalias(made.X.Type()).(*types.Named); !ok || named.Obj().Name() != "unsafeNoneMagicConstant" {
		return
	}
	for _, use := range *made.Referrers() {
		switch use := use.(type) {
		case *ssa.Return:
			if at := c.returnAt(use); at != nil && isKeyfunc(use.Parent()) && !c.asksOthers(use.Parent()) {
				c.ReportOnce(at, "none", "%s accepts tokens without a signature: anyone can write one for whomever they like (jwt.UnsafeAllowNoneSignatureType)", nameOf(use.Parent()))
			}
		case *ssa.Call:
			if expr, ok := c.CallExpr(use); ok && (flow.CalleeOf(&use.Call) != nil && flow.CalleeOf(&use.Call).Name() == "SignedString") {
				c.ReportOnce(expr, "none", "%s makes a token without a signature, which anyone can write for whomever they like (jwt.UnsafeAllowNoneSignatureType)", lint.Name(expr))
			}
		}
	}
}

// returnAt returns the syntax of a return, or nil.
func (c *checker) returnAt(ret *ssa.Return) ast.Node {
	if cur, ok := c.Cursor(ret.Pos(), ret.Pos()); ok {
		for up := range cur.Enclosing((*ast.ReturnStmt)(nil)) {
			return up.Node()
		}
	}
	return nil
}

// isKeyfunc reports whether a function is a jwt.Keyfunc by its type.
func isKeyfunc(fn *ssa.Function) bool {
	sig := fn.Signature
	return sig.Params().Len() == 1 && sig.Results().Len() == 2 && flow.TypeWord(sig.Params().At(0).Type()) == "jwt.Token"
}

// asksOthers reports whether a function decides by something else than the token that it is given: a setting for tests, say.
func (c *checker) asksOthers(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		branch, ok := instr.(*ssa.If)
		if ok && !dependsOn(branch.Cond, fn.Params[0], map[ssa.Value]bool{}) {
			return true
		}
	}
	return false
}

// dependsOn reports whether a value is computed from another one.
func dependsOn(v, from ssa.Value, seen map[ssa.Value]bool) bool {
	if v == from {
		return true
	}
	instr, ok := v.(ssa.Instruction)
	if !ok || seen[v] {
		return false
	}
	seen[v] = true
	var buf [8]*ssa.Value
	for _, operand := range instr.Operands(buf[:0]) {
		if *operand != nil && dependsOn(*operand, from, seen) {
			return true
		}
	}
	return false
}

// nameOf is what a message calls a function.
func nameOf(fn *ssa.Function) string {
	if fn.Parent() != nil {
		return "the key function in " + flow.Outermost(fn).Name()
	}
	return fn.Name()
}
