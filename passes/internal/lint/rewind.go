package lint

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// rewinding are methods that bring a reader, or the body of a request, back to its begin.
var rewinding = []string{"Seek", "Reset", "Rewind", "SetBody", "GetBody"}

// MayRewind reports whether something that the region does may give a request its body again: it sets a
// body, asks for GetBody, rewinds a reader, or hands the request to code that isn't known.
//
// Clone and WithContext don't: the copy has the same body.
func (s *Sent) MayRewind() bool {
	for instr := range s.extent.Instructions {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			if summary.IsHTTPRequest(instr.X.Type()) && rewindsField(instr) {
				return true
			}
		case ssa.CallInstruction:
			if s.rewindsCall(instr) {
				return true
			}
		}
	}
	return false
}

// rewindsField reports whether the use of a request's field may give it a body.
func rewindsField(addr *ssa.FieldAddr) bool {
	switch flow.FieldOf(addr).Name() {
	case "GetBody":
		return true
	case "Body":
		return slices.ContainsFunc(*addr.Referrers(), func(use ssa.Instruction) bool {
			if store, ok := use.(*ssa.Store); ok {
				return !summary.IsRest(store.Val)
			}
			_, load := use.(*ssa.UnOp)
			return !load
		})
	}
	return false
}

func (s *Sent) rewindsCall(call ssa.CallInstruction) bool {
	fn := flow.CalleeOf(call.Common())
	if fn != nil && slices.Contains(rewinding, fn.Name()) && fn.Signature().Recv() != nil && !isTimer(fn) {
		return true
	}
	return s.givesAway(call)
}

// isTimer reports whether a method belongs to a timer, which is reset between attempts.
func isTimer(fn *types.Func) bool {
	recv := fn.Signature().Recv().Type().String()
	return recv == "*time.Timer" || recv == "*time.Ticker" || strings.Contains(strings.ToLower(recv), "backoff")
}

// givesAway reports whether a call hands a request to code that isn't known, other than to be sent.
func (s *Sent) givesAway(call ssa.CallInstruction) bool {
	common := call.Common()
	if s.pkg.Callee(call) != nil || s.pkg.Player().Exchange(call) {
		return false
	}
	if fn := flow.CalleeOf(common); fn != nil && fn.Pkg() != nil && isHarmless(fn.Pkg().Path()) {
		return false
	}
	return slices.ContainsFunc(common.Args, func(arg ssa.Value) bool { return summary.IsHTTPRequest(arg.Type()) })
}

// Uses reports whether the region does something with a reader, other than to send it.
func (s *Sent) Uses(reader flow.Origin) bool {
	for instr := range s.extent.Instructions {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || s.pkg.Callee(call) != nil || s.pkg.Player().Exchange(call) || makesRequest(call.Common()) {
			continue
		}
		operands := call.Common().Args
		if call.Common().IsInvoke() {
			operands = append(slices.Clone(operands), call.Common().Value)
		}
		if slices.ContainsFunc(operands, func(v ssa.Value) bool { return s.is(v, reader) }) {
			return true
		}
	}
	return false
}

// makesRequest reports whether a call hands a body to a request.
func makesRequest(call *ssa.CallCommon) bool {
	fn := flow.CalleeOf(call)
	if fn == nil {
		return false
	}
	switch fn.FullName() {
	case "net/http.NewRequest", "net/http.NewRequestWithContext", "io.NopCloser", "io/ioutil.NopCloser":
		return true
	}
	return false
}

// is reports whether a value may be an object.
func (s *Sent) is(v ssa.Value, object flow.Origin) bool {
	return slices.ContainsFunc(s.pkg.Reaching(v), object.Same)
}

// isHarmless reports whether the functions of a package leave the requests that they are given as they are, but for
// what their documentation says.
func isHarmless(path string) bool {
	return strings.HasPrefix(path+"/", "net/http/") || strings.HasPrefix(path+"/", "sync/") || path == "golang.org/x/oauth2"
}
