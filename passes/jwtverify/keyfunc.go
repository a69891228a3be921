package jwtverify

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// keyFuncs returns the functions of the package that return the keys of a verification.
func (c *checker) keyFuncs(v *verification) []*ssa.Function {
	if v.row.Key == catalog.None {
		return nil
	}
	var fns []*ssa.Function
	for _, o := range c.Summary.Reaching(summary.Operand(&v.call.Call, v.row.Key)) {
		if fn := c.Summary.FunctionOf(o); fn != nil && len(fn.Blocks) > 0 {
			fns = append(fns, fn)
		}
	}
	return fns
}

// keyfunc reports a key function that returns the text of a public key both as it stands and parsed. golang-jwt takes bytes for the secret of an HMAC
// and nothing else, so whoever knows the public key, as everybody may, signs with its text (CVE-2016-5431 was of that kind).
func (c *checker) keyfunc(v *verification) {
	if !v.known || v.option("WithValidMethods") != nil {
		return
	}
	for _, fn := range c.keyFuncs(v) {
		if asksOthers(fn) {
			continue // the algorithm may be a setting
		}
		parsed := c.parsedKeys(fn)
		for _, ret := range returns(fn) {
			at := c.returnAt(ret)
			if at == nil || !isBytes(ret.Results[0]) || !c.sharesOrigin(ret.Results[0], parsed) {
				continue
			}
			c.ReportOnce(at, "keyfunc", "%s returns the text of a public key as the secret of an HMAC: whoever has the public key signs tokens with it (HS256; line %d parses the same text)",
				nameOf(fn), c.Fset.Position(parsed[0].Pos()).Line)
		}
	}
}

// parsedKeys returns the calls in a function that parse a public key.
func (c *checker) parsedKeys(fn *ssa.Function) []*ssa.Call {
	var calls []*ssa.Call
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok || len(call.Call.Args) != 1 {
			continue
		}
		if callee := flow.CalleeOf(&call.Call); callee != nil && strings.HasPrefix(callee.Name(), "Parse") && strings.Contains(callee.Name(), "PublicKey") {
			calls = append(calls, call)
		}
	}
	return calls
}

// sharesOrigin reports whether a value is what one of some calls is given.
func (c *checker) sharesOrigin(v ssa.Value, calls []*ssa.Call) bool {
	origins := c.Summary.Reaching(v)
	for _, call := range calls {
		for _, o := range c.Summary.Reaching(call.Call.Args[0]) {
			if o.Kind != flow.Constant && o.Kind != flow.Opaque && slices.ContainsFunc(origins, o.Same) {
				return true
			}
		}
	}
	return false
}

// returns returns where a function returns a value and no error.
func returns(fn *ssa.Function) []*ssa.Return {
	var all []*ssa.Return
	for _, block := range fn.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 {
			all = append(all, ret)
		}
	}
	return all
}

// isBytes reports whether a value is a slice of bytes behind an interface.
func isBytes(v ssa.Value) bool {
	made, ok := v.(*ssa.MakeInterface)
	return ok && made.X.Type().String() == "[]byte"
}

// looksAtMethod reports whether a function looks at the algorithm that a token is signed by, or hands the token to what may.
func looksAtMethod(fn *ssa.Function) bool {
	if len(fn.Params) == 0 {
		return true
	}
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			if field := flow.FieldOf(instr); field != nil && field.Name() == "Method" {
				return true
			}
		case *ssa.Lookup:
			if key, ok := flow.ConstString(instr.Index); ok && key == "alg" {
				return true
			}
		case ssa.CallInstruction:
			if slices.Contains(instr.Common().Args, ssa.Value(fn.Params[len(fn.Params)-1])) {
				return true
			}
		}
	}
	return false
}

// methods reports a verification that doesn't say by which algorithms tokens may be signed.
func (c *checker) methods(v *verification) {
	fns := c.keyFuncs(v)
	if len(fns) == 0 || slices.ContainsFunc(fns, looksAtMethod) || v.option("WithValidMethods") != nil || c.setsMethods() {
		return
	}
	expr, ok := c.CallExpr(v.call)
	if !ok {
		return
	}
	f := c.ReportOnce(expr, "methods", "%s leaves it to the token by which algorithm it is signed (no WithValidMethods, and %s doesn't look at its Method)", lint.Name(expr), nameOf(fns[0]))
	if alg := c.onlyMethod(); alg != "" && v.known && flow.CalleeOf(&v.call.Call).Signature().Variadic() {
		f.Fix("Accept "+alg+" only", c.withMethods(expr, alg))
	}
}
