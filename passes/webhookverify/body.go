package webhookverify

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// remarshalled reports a verification of what the program wrote itself, from what it read.
func (f *finder) remarshalled(call *ssa.Call, row *catalog.Verifier) {
	if row.Body == catalog.None {
		return
	}
	f.written(call, summary.Operand(&call.Call, row.Body))
}

// writesToMAC reports whether a call adds to what a MAC is computed over.
func (f *finder) writesToMAC(call *ssa.CallCommon, callee *types.Func) bool {
	if callee == nil || callee.Name() != "Write" || !call.IsInvoke() {
		return false
	}
	return slices.ContainsFunc(f.Summary.Origins(call.Value), func(o flow.Origin) bool {
		made, ok := o.Value.(*ssa.Call)
		fn := (*types.Func)(nil)
		if ok {
			fn = flow.CalleeOf(&made.Call)
		}
		return fn != nil && fn.FullName() == "crypto/hmac.New"
	})
}

// written reports bytes that were made of a decoded body.
func (f *finder) written(call *ssa.Call, body ssa.Value) {
	for _, o := range f.Summary.Origins(body) {
		made, ok := o.Value.(*ssa.Call)
		if !ok || made.Parent() != call.Parent() {
			continue
		}
		callee := flow.CalleeOf(&made.Call)
		if callee == nil || callee.FullName() != "encoding/json.Marshal" || !f.decoded(made.Call.Args[0]) {
			continue
		}
		if expr, ok := f.CallExpr(call); ok {
			f.ReportOnce(expr, "raw", "genuine requests are refused: the signature is over the body as it was sent, and this is encoded anew (line %d), with other spaces and in another order",
				f.Fset.Position(made.Pos()).Line)
		}
	}
}

// decoded reports whether a value was decoded from a request.
func (f *finder) decoded(v ssa.Value) bool {
	for _, o := range f.Summary.Origins(v) {
		alloc, ok := o.Value.(*ssa.Alloc)
		if !ok || alloc.Referrers() == nil {
			continue
		}
		for _, ref := range *alloc.Referrers() {
			made, ok := ref.(*ssa.MakeInterface)
			if !ok {
				continue
			}
			for _, use := range *made.Referrers() {
				if call, ok := use.(ssa.CallInstruction); ok && decodes(call.Common()) {
					return true
				}
			}
		}
	}
	return false
}

func decodes(call *ssa.CallCommon) bool {
	fn := flow.CalleeOf(call)
	if fn == nil {
		return false
	}
	row := catalog.InboundOf(fn)
	return fn.FullName() == "(*encoding/json.Decoder).Decode" || fn.FullName() == "encoding/json.Unmarshal" || row != nil && row.Into != catalog.None
}
