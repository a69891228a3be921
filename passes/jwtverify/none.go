package jwtverify

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// deliberate matches the names of functions and types that are about tokens without a signature, which their users ask for.
var deliberate = regexp.MustCompile(`(?i)unsigned|un_?verified|no_?verif|insecure|unsafe|none|csrf|mock|fake|test`)

// none reports jwt.UnsafeAllowNoneSignatureType, the key by which golang-jwt accepts and makes tokens without a signature.
func (c *checker) none(made *ssa.MakeInterface) {
	if !isNone(made) || isDeliberate(made.Parent()) {
		return
	}
	for _, use := range *made.Referrers() {
		switch use := use.(type) {
		case *ssa.Return:
			if at := c.returnAt(use); at != nil && isKeyfunc(use.Parent()) && returnsOthers(use.Parent()) && !asksOthers(use.Parent()) {
				c.ReportOnce(at, "none", "%s accepts tokens without a signature: anyone can write one for whomever they like (jwt.UnsafeAllowNoneSignatureType)", nameOf(use.Parent()))
			}
		case *ssa.Call:
			if expr, ok := c.CallExpr(use); ok && signs(use) && !signsOtherwise(use.Parent()) {
				c.ReportOnce(expr, "none", "%s makes a token without a signature, which anyone can write for whomever they like (jwt.UnsafeAllowNoneSignatureType)", lint.Name(expr))
			}
		}
	}
}

// alwaysNone reports a key function that accepts tokens without a signature and no others, for a token that comes with a request.
func (c *checker) alwaysNone(v *verification) {
	for _, fn := range c.keyFuncs(v) {
		if !returnsNone(fn) || returnsOthers(fn) || asksOthers(fn) || isDeliberate(fn) || isDeliberate(v.call.Parent()) {
			continue
		}
		expr, ok := c.CallExpr(v.call)
		if ok && len(c.Summary.Received(summary.Operand(&v.call.Call, v.row.Token))) > 0 {
			c.ReportOnce(expr, "none", "%s accepts tokens without a signature: anyone can write one for whomever they like (jwt.UnsafeAllowNoneSignatureType)", lint.Name(expr))
		}
	}
}

// isNone reports whether a value is jwt.UnsafeAllowNoneSignatureType behind an interface.
func isNone(v ssa.Value) bool {
	made, ok := v.(*ssa.MakeInterface)
	if !ok {
		return false
	}
	named, ok := types.Unalias(made.X.Type()).(*types.Named)
	return ok && named.Obj().Name() == "unsafeNoneMagicConstant"
}

// isDeliberate reports whether a function, or the type that it is a method of, says by its name that it is about tokens without a signature.
func isDeliberate(fn *ssa.Function) bool {
	fn = flow.Outermost(fn)
	recv := fn.Signature.Recv()
	return deliberate.MatchString(fn.Name()) || recv != nil && deliberate.MatchString(flow.TypeWord(recv.Type()))
}

// returnsNone reports whether a function returns the key for no signature, and returnsOthers whether it returns another key.
func returnsNone(fn *ssa.Function) bool {
	return slices.ContainsFunc(returns(fn), func(ret *ssa.Return) bool { return isNone(ret.Results[0]) })
}

func returnsOthers(fn *ssa.Function) bool {
	return slices.ContainsFunc(returns(fn), func(ret *ssa.Return) bool {
		c, ok := ret.Results[0].(*ssa.Const)
		return !isNone(ret.Results[0]) && !(ok && c.IsNil())
	})
}

// signs reports whether a call makes a token.
func signs(call *ssa.Call) bool {
	fn := flow.CalleeOf(&call.Call)
	return fn != nil && fn.Name() == "SignedString"
}

// signsOtherwise reports whether a function signs tokens by a key as well: somebody chose.
func signsOtherwise(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok && signs(call) && !slices.ContainsFunc(call.Call.Args, isNone) {
			return true
		}
	}
	return false
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
func asksOthers(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		branch, ok := instr.(*ssa.If)
		if ok && !isErrorCheck(branch.Cond) && !dependsOn(branch.Cond, fn.Params[len(fn.Params)-1], map[ssa.Value]bool{}) {
			return true
		}
	}
	return false
}

// isErrorCheck reports whether a condition is whether there is an error.
func isErrorCheck(cond ssa.Value) bool {
	op, ok := cond.(*ssa.BinOp)
	return ok && types.Identical(op.X.Type(), types.Universe.Lookup("error").Type())
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
