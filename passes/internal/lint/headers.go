package lint

import (
	"go/constant"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// Headers returns the names of the headers that the package sets on a request, as they are written. open says
// that others may be set: a name isn't constant, or code that isn't known is given the request or its headers.
func (s *Sent) Headers() (names []string, open bool) {
	h := &headers{Sent: s}
	for _, fn := range s.pkg.Functions {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case *ssa.FieldAddr:
				if summary.IsHTTPRequest(instr.X.Type()) && flow.FieldOf(instr).Name() == "Header" && s.named(instr.X) {
					h.field(instr)
				}
			case ssa.CallInstruction:
				if s.givesAway(instr) && slices.ContainsFunc(instr.Common().Args, s.named) {
					h.open = true
				}
			}
		}
	}
	return h.names, h.open
}

// named reports whether a value may be the request, or a copy of it.
func (s *Sent) named(v ssa.Value) bool {
	return summary.IsHTTPRequest(v.Type()) && slices.ContainsFunc(s.Names, func(o flow.Origin) bool { return s.is(v, o) })
}

type headers struct {
	*Sent
	names []string
	open  bool
}

// field notes what is done with the headers at an address.
func (h *headers) field(addr *ssa.FieldAddr) {
	for _, use := range *addr.Referrers() {
		switch use := use.(type) {
		case *ssa.UnOp:
			h.uses(use)
		case *ssa.Store:
			if made, ok := use.Val.(*ssa.MakeMap); ok {
				h.uses(made)
			} else {
				h.open = true
			}
		default:
			h.open = true
		}
	}
}

// uses notes what is done with a map of headers.
func (h *headers) uses(headers ssa.Value) {
	for _, use := range *headers.Referrers() {
		switch use := use.(type) {
		case *ssa.MapUpdate:
			h.name(use.Key)
		case *ssa.Call:
			h.call(use, headers)
		case *ssa.ChangeType:
			h.uses(use)
		case *ssa.Lookup, *ssa.Range, *ssa.Store, *ssa.DebugRef:
		default:
			h.open = true
		}
	}
}

func (h *headers) call(call *ssa.Call, headers ssa.Value) {
	fn := flow.CalleeOf(&call.Call)
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "net/http" || call.Call.Args[0] != headers {
		h.open = true
		return
	}
	if fn.Name() == "Set" || fn.Name() == "Add" {
		h.name(call.Call.Args[1])
	}
}

func (h *headers) name(key ssa.Value) {
	for _, o := range h.pkg.Reaching(key) {
		c, ok := o.Value.(*ssa.Const)
		if !ok || o.Kind != flow.Constant || c.Value == nil {
			h.open = true
			return
		}
		h.names = append(h.names, constant.StringVal(c.Value))
	}
}
