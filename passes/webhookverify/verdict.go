package webhookverify

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// verifications looks at the calls that verify a webhook: whether what they say is heeded, and what they verify.
func (f *finder) verifications(fn *ssa.Function) {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		callee := flow.CalleeOf(&call.Call)
		if f.writesToMAC(&call.Call, callee) {
			f.written(call, call.Call.Args[0])
		}
		row := catalog.VerifierOf(callee)
		if row == nil {
			continue
		}
		f.keyless(call, row)
		if row.Part {
			continue
		}
		f.ignored(call, callee, row)
		f.ageless(call, row)
		f.remarshalled(call, row)
	}
}

// ignored reports a verification whose outcome nobody looks at.
func (f *finder) ignored(call *ssa.Call, callee *types.Func, row *catalog.Verifier) {
	results := callee.Signature().Results()
	for i := range results.Len() {
		what, field := "", ""
		switch {
		case lint.IsError(results.At(i).Type()):
			what = "its error"
		case row.Verdict == catalog.Verdict(i+1):
			what = "its result"
		case row.Field != "" && i == 0:
			what, field = row.Field, row.Field
		}
		if what == "" || f.heeds(call, i, field) {
			continue
		}
		if expr, ok := f.CallExpr(call); ok {
			f.ReportOnce(expr, "ignored", "what isn't genuine is taken like what is: nobody looks at %s (%s)", what, callee.Name())
		}
	}
}

// heeds reports whether anything looks at a result of a call or, if that is named, at a field of it.
func (f *finder) heeds(call *ssa.Call, index int, field string) bool {
	var result ssa.Value = call
	if _, tuple := call.Type().(*types.Tuple); tuple {
		result = nil
		for _, ref := range *call.Referrers() {
			if extract, ok := ref.(*ssa.Extract); ok && extract.Index == index {
				result = extract
			}
		}
	}
	if result == nil {
		return false
	}
	for _, ref := range *result.Referrers() {
		if _, debug := ref.(*ssa.DebugRef); debug {
			continue
		}
		addr, ok := ref.(*ssa.FieldAddr)
		if field == "" || !ok && !isNilTest(ref) || ok && flow.FieldOf(addr).Name() == field {
			return true
		}
	}
	return false
}

// isNilTest reports whether an instruction only compares with nil.
func isNilTest(instr ssa.Instruction) bool {
	op, ok := instr.(*ssa.BinOp)
	if !ok {
		return false
	}
	c, ok := op.Y.(*ssa.Const)
	return ok && c.IsNil()
}

// ageless reports a verification that lets through what was sent long ago.
func (f *finder) ageless(call *ssa.Call, row *catalog.Verifier) {
	expr, ok := f.CallExpr(call)
	if row.Ageless && ok {
		f.ReportOnce(expr, "replay", "whoever recorded a request can send it again at any time: %s doesn't look at how old it is", flow.CalleeOf(&call.Call).Name())
	}
}

// keyless reports a verification whose key may be empty: that of a setting nobody made, which the package never looks at.
func (f *finder) keyless(call *ssa.Call, row *catalog.Verifier) {
	expr, ok := f.CallExpr(call)
	key := summary.Operand(&call.Call, row.Key)
	if key == nil || !ok {
		return
	}
	for _, o := range f.Summary.Reaching(key) {
		if name := f.setting(o); name != "" && (row.Lenient || f.verifiesFrom(call.Block())) {
			f.ReportOnce(expr, "empty", "if %s isn't set, anybody can sign a request, with the empty key: nothing looks whether there is one", name)
		}
	}
}

// setting returns the name of the environment variable that an origin is, if nothing looks whether it is empty, or "".
func (f *finder) setting(o flow.Origin) string {
	name := environment(o)
	if name == "" {
		return ""
	}
	for _, fn := range f.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			op, ok := instr.(*ssa.BinOp)
			if !ok {
				continue
			}
			text, _, ok := summary.Emptiness(op)
			if ok && slices.ContainsFunc(f.Summary.Reaching(text), func(tested flow.Origin) bool { return tested.Same(o) || environment(tested) == name }) {
				return ""
			}
		}
	}
	return name
}

// environment returns the name of the environment variable that an origin is, or "".
func environment(o flow.Origin) string {
	call, ok := o.Value.(*ssa.Call)
	if !ok || o.Kind != flow.Result {
		return ""
	}
	callee := flow.CalleeOf(&call.Call)
	if callee == nil || callee.FullName() != "os.Getenv" {
		return ""
	}
	name, _ := flow.ConstString(call.Call.Args[0])
	return name
}
