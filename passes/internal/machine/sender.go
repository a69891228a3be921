package machine

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// An object may keep what became of the attempt, for a method or a field of it to tell:
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

// isKeptError reports whether a variable is a field for an error: that of a transport, say, on which a client has called.
func isKeptError(load *ssa.UnOp) bool {
	_, ok := load.X.(*ssa.FieldAddr)
	return ok && isError(load.Type())
}
