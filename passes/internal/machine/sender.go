package machine

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// The object whose method is the attempt may keep what became of it, for a method or a field to tell:
//
//	for it.Next(ctx) { ... }
//	return it.Err()

// isSender reports whether an object of a type may be the one that sends.
func (p *play) isSender(t types.Type) bool {
	if p.region.Attempt == nil {
		return false
	}
	recv := p.region.Attempt.Common().Signature().Recv()
	return recv != nil && types.Identical(recv.Type(), t)
}

// asksSender reports whether a call asks the object that sends for an error.
func (p *play) asksSender(call *ssa.CallCommon) bool {
	sig := call.Signature()
	if sig.Recv() == nil || sig.Params().Len() > 0 || !p.isSender(sig.Recv().Type()) {
		return false
	}
	for result := range sig.Results().Variables() {
		if isError(result.Type()) {
			return true
		}
	}
	return false
}

// isSendersError reports whether a variable is a field of the object that sends in which it keeps an error.
func (p *play) isSendersError(load *ssa.UnOp) bool {
	field, ok := load.X.(*ssa.FieldAddr)
	return ok && isError(load.Type()) && p.isSender(field.X.Type())
}
