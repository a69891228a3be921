package lint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// A Sent is a request that a region's attempt sends, and what the region does with it.
type Sent struct {
	*summary.Request
	Region *scenario.Region

	pkg    *summary.Package
	extent *scenario.Extent
}

// Sent returns the requests that a region's attempt sends: several where it calls a function that
// sends several. It returns none where one of them isn't understood.
func (p *Pass) Sent(r *scenario.Region) []*Sent {
	exchanges, ok := p.Summary.Player().Exchanges(r.Attempt)
	if !ok {
		return nil
	}
	var all []*Sent
	for _, e := range exchanges {
		request := p.Summary.RequestOf(e)
		if request.Open || len(request.Made) == 0 || !plainExchange(e.Call.Common()) {
			return nil
		}
		all = append(all, &Sent{Request: request, Region: r, pkg: p.Summary, extent: r.Extent()})
	}
	return all
}

// plainExchange reports whether a call sends as net/http does, without a mechanism of another library's.
func plainExchange(call *ssa.CallCommon) bool {
	fn := flow.CalleeOf(call)
	if fn == nil || fn.Pkg() == nil {
		return true // a function value
	}
	switch fn.Pkg().Path() {
	case "net/http", "golang.org/x/net/context/ctxhttp":
		return true
	}
	return call.IsInvoke() && call.Signature().Params().Len() == 1
}

// Anew says whether something is made anew for each attempt. It is No if it is made before the
// region begins, by the region's function or one that calls it.
func (s *Sent) Anew(o flow.Origin) flow.Tri {
	if param, ok := o.Value.(*ssa.Parameter); ok {
		return s.isBefore(param.Parent())
	}
	instr, ok := o.Value.(ssa.Instruction)
	if outer := o.Outer(); outer != nil {
		instr, ok = outer, true
	}
	switch {
	case !ok:
		return flow.Unknown
	case s.extent.Contains(instr):
		return flow.Yes
	}
	return s.isBefore(instr.Parent())
}

// isBefore returns No if a function leads to the region: what it has is the same for all attempts.
func (s *Sent) isBefore(fn *ssa.Function) flow.Tri {
	if slices.ContainsFunc(s.ways(), func(w way) bool { return w.fn == fn }) {
		return flow.No
	}
	return flow.Unknown
}

// ByUser reports whether an origin is a parameter of a function that users of the package call
// with whatever they like: an exported one, or one that is a transport.
func (s *Sent) ByUser(o flow.Origin) bool {
	param, ok := o.Value.(*ssa.Parameter)
	if !ok || o.Kind != flow.Given || o.Field != nil {
		return false
	}
	fn := param.Parent()
	if obj := fn.Object(); obj != nil {
		return obj.Name() == "RoundTrip" || obj.Exported() && s.pkg.Pkg.Name() != "main"
	}
	return isRoundTrip(fn.Signature)
}

// isRoundTrip reports whether a function literal does what a transport does.
func isRoundTrip(sig *types.Signature) bool {
	return sig.Params().Len() == 1 && summary.IsHTTPRequest(sig.Params().At(0).Type()) &&
		sig.Results().Len() == 2 && sig.Results().At(0).Type().String() == "*net/http.Response" && IsError(sig.Results().At(1).Type())
}

const maxWays = 50 // functions that lead to a region

// A way is a function that leads to a region, with the instruction by which it does so.
type way struct {
	fn   *ssa.Function
	site ssa.Instruction
}

// ways returns the region's function, with the attempt, and those that it stands in or is called by.
func (s *Sent) ways() []way {
	attempt := s.Region.AttemptInRoot()
	all := []way{{attempt.Parent(), attempt}}
	for i := 0; i < len(all) && len(all) < maxWays; i++ {
		calls, _ := s.pkg.Callers(all[i].fn)
		for _, call := range calls {
			if call.Parent() != attempt.Parent() { // recursion leads to nothing new
				all = appendNew(all, way{call.Parent(), call})
			}
		}
		for _, closure := range s.pkg.Closures(all[i].fn) {
			all = appendNew(all, way{closure.Parent(), closure})
		}
	}
	return all
}

func appendNew(all []way, w way) []way {
	if slices.Contains(all, w) {
		return all
	}
	return append(all, w)
}

// MethodValues returns the values that become the request's method: parameters, mostly.
func (s *Sent) MethodValues() []ssa.Value {
	var all []ssa.Value
	var add func(v ssa.Value)
	add = func(v ssa.Value) {
		if _, constant := v.(*ssa.Const); constant || v == nil || slices.Contains(all, v) {
			return
		}
		all = append(all, v)
		switch v := v.(type) {
		case *ssa.Parameter:
			calls, _ := s.pkg.Callers(v.Parent())
			for _, call := range calls {
				add(flow.Argument(call, v))
			}
		case *ssa.Phi:
			for _, edge := range v.Edges {
				add(edge)
			}
		}
	}
	for _, m := range s.Made {
		add(m.Method)
	}
	return all
}

// IsOwnTransport reports whether the region stands in the RoundTrip method of a type that only its package can name, which makes
// the clients that send by it.
func (s *Sent) IsOwnTransport() bool {
	recv := s.extent.Root.Signature.Recv()
	if recv == nil || s.extent.Root.Name() != "RoundTrip" {
		return false
	}
	t := recv.Type()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && !named.Obj().Exported()
}

// MakesBodyless reports whether the package makes requests, and none of them with a body.
func (s *Sent) MakesBodyless() bool {
	made := false
	for _, fn := range s.pkg.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := flow.CalleeOf(call.Common())
			if callee == nil || callee.Pkg() == nil || callee.Pkg().Path() != "net/http" {
				continue
			}
			switch callee.Name() {
			case "Post", "PostForm":
				return false
			case "NewRequest", "NewRequestWithContext":
				args := call.Common().Args
				if body, ok := args[len(args)-1].(*ssa.Const); !ok || !body.IsNil() {
					return false
				}
				made = true
			}
		}
	}
	return made
}
