package oauthstate

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// unchecked reports an exchange of the code of a callback whose state nobody looks at.
func (f *flows) unchecked(call ssa.CallInstruction) {
	row := catalog.AuthCodeOf(flow.CalleeOf(call.Common()))
	if f.others || f.typed || !f.unbound(summary.AuthCodeOptions(call)) || !f.ofCallback(summary.Operand(call.Common(), row.Code)) {
		return
	}
	for fn := range f.Summary.Around(call.Parent()) {
		if handsOn(fn) {
			return
		}
	}
	for _, read := range f.states {
		if !dropped(read.Value(), 0) {
			return
		}
	}
	expr, ok := f.CallExpr(call)
	if !ok {
		return
	}
	evidence := "nothing in the package reads the state"
	if len(f.states) > 0 {
		evidence = "the state in " + f.Where(f.states[0].Pos(), expr.Pos()) + " is compared with nothing"
	}
	f.ReportOnce(expr, "unchecked", "%s takes the code of a login that somebody else may have begun: whoever gets a user to follow the link of another login logs them in as somebody else (%s)",
		lint.Name(expr), evidence)
}

// ofCallback reports whether a code is the query parameter of that name in a request that a handler of the package gets.
func (f *flows) ofCallback(code ssa.Value) bool {
	for _, received := range f.Summary.Received(code) {
		if received.Key == "code" && received.Reads&catalog.InQuery != 0 && f.isServed(received.By.Parent()) {
			return true
		}
	}
	return false
}

const maxUses = 5 // instructions after each other that hand on a value

// dropped reports whether a value is known to be compared with nothing but the empty text, and to end in a log or a redirect.
func dropped(v ssa.Value, depth int) bool {
	if v == nil || v.Referrers() == nil || depth > maxUses {
		return false
	}
	for _, use := range *v.Referrers() {
		if !harmlessUse(use, v, depth) {
			return false
		}
	}
	return true
}

// harmlessUse reports whether an instruction does nothing with a state that would tell a forged one.
func harmlessUse(use ssa.Instruction, v ssa.Value, depth int) bool {
	switch use := use.(type) {
	case *ssa.DebugRef:
		return true
	case *ssa.BinOp:
		if use.Op == token.ADD {
			return dropped(use, depth+1)
		}
		return comparesWithEmpty(use, v)
	case *ssa.MakeInterface:
		return dropped(use, depth+1)
	case *ssa.Phi:
		return dropped(use, depth+1)
	case *ssa.Extract:
		return use.Index > 0 || dropped(use, depth+1)
	case *ssa.Store:
		addr, ok := use.Addr.(*ssa.IndexAddr) // an element of variadic arguments
		return ok && listDropped(addr.X, depth+1)
	case ssa.CallInstruction:
		fn := flow.CalleeOf(use.Common())
		return fn != nil && (fn.Name() == "Redirect" || lint.IsLogger(fn))
	}
	return false
}

func comparesWithEmpty(op *ssa.BinOp, v ssa.Value) bool {
	other := op.X
	if other == v {
		other = op.Y
	}
	text, ok := flow.ConstString(other)
	return ok && strings.TrimSpace(text) == ""
}

// listDropped reports whether the variadic arguments that an array holds are dropped.
func listDropped(array ssa.Value, depth int) bool {
	for _, use := range *array.Referrers() {
		if slice, ok := use.(*ssa.Slice); ok && !dropped(slice, depth) {
			return false
		}
	}
	return true
}
