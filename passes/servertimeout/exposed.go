package servertimeout

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// serverExposed reports whether clients that nobody vouches for may reach a server.
func serverExposed(p *lint.Pass, s *summary.Server, serving summary.Serving) bool {
	e := newExposure(p)
	handlers := e.field(s.Origin, "Handler")
	if !serving.AtAddr {
		return !e.profiles(handlers, nil) && serving.Listener != nil && e.onNetwork(e.expand(e.reaching(serving.Listener)))
	}
	addrs := e.field(s.Origin, "Addr")
	return !e.profiles(handlers, addrs) && !e.localAddrs(addrs)
}

// helperExposed does the same for the server of http.ListenAndServe and the like.
func helperExposed(p *lint.Pass, helper string, args []ssa.Value) bool {
	e := newExposure(p)
	h := helpers[helper]
	handlers := e.reaching(args[h.handler])
	where := e.reaching(args[0])
	if h.listener {
		return !e.profiles(handlers, nil) && e.onNetwork(e.expand(where))
	}
	return !e.profiles(handlers, where) && !e.localAddrs(where)
}

// exposure tells who can reach one server.
type exposure struct {
	*lint.Pass
	// seen are the calls and operations that have been looked at: a listener or a string may be made
	// from the one before it in the same variable.
	seen map[ssa.Value]bool
}

func newExposure(p *lint.Pass) *exposure { return &exposure{Pass: p, seen: map[ssa.Value]bool{}} }

// field returns where a field of a server comes from.
func (e *exposure) field(o flow.Origin, name string) []flow.Origin {
	t := o.Value.Type()
	field, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	return e.expand(e.Summary.FieldOrigins(o, field.(*types.Var)))
}

func (e *exposure) reaching(v ssa.Value) []flow.Origin { return e.Summary.Reaching(v) }

// expand replaces parameters by what the calls in the package pass for them, and drops
// the field of a parameter where all that the package stores in it is there as well.
func (e *exposure) expand(origins []flow.Origin) []flow.Origin {
	var all []flow.Origin
	for _, o := range origins {
		switch {
		case o.Kind == flow.Param && o.Field == nil:
			all = append(all, e.reaching(o.Value)...)
		case o.Kind == flow.Param && o.Field.Pkg() == e.Pkg && !o.Field.Exported():
		default:
			all = append(all, o)
		}
	}
	return all
}

// all reports whether something holds for each origin, of which there is one at least. What leads
// back to itself holds if all else does.
func (e *exposure) all(origins []flow.Origin, is func(flow.Origin) bool) bool {
	return len(origins) > 0 && !slices.ContainsFunc(origins, func(o flow.Origin) bool {
		if e.seen[o.Value] {
			return false
		}
		e.seen[o.Value] = true
		defer delete(e.seen, o.Value)
		return !is(o)
	})
}

// localAddrs reports whether all addresses begin with a host on the loopback interface.
func (e *exposure) localAddrs(origins []flow.Origin) bool {
	if slices.ContainsFunc(origins, e.localFlag) {
		origins = slices.DeleteFunc(slices.Clone(origins), isZero) // what the variable holds before its flag is defined
	}
	return e.all(origins, e.localAddr)
}

func isZero(o flow.Origin) bool {
	c, ok := o.Value.(*ssa.Const)
	return ok && c.Value == nil
}

func (e *exposure) localAddr(o flow.Origin) bool {
	if text, ok := text(o); ok {
		return lint.IsLoopback(text)
	}
	if e.localFlag(o) {
		return true
	}
	switch v := o.Value.(type) {
	case *ssa.BinOp:
		return e.localAddrs(e.at(v.X, o))
	case *ssa.Call:
		return e.localResult(v, o)
	case *ssa.Alloc:
		return v.Type().String() == "*net.TCPAddr" && e.localAddrs(e.field(o, "IP"))
	}
	return false
}

// localResult reports whether a call makes a local address. Functions of the standard library
// make it of their first argument, or their receiver.
func (e *exposure) localResult(call *ssa.Call, o flow.Origin) bool {
	fn, args := callee(call), call.Call.Args
	if fn == nil {
		return false
	}
	switch name := fn.FullName(); {
	case strings.Contains(fn.Name(), "Localhost") || strings.Contains(fn.Name(), "Loopback"):
		return true
	case name == "fmt.Sprintf":
		return e.localFormat(call, o)
	case name == "net.IPv4":
		return e.all(e.at(args[0], o), func(o flow.Origin) bool { return o.Value.String() == "127:byte" })
	case name == "net.ResolveTCPAddr":
		return e.localAddrs(e.at(args[1], o))
	}
	return catalog.Std(fn.Pkg().Path()) && len(args) > 0 && e.localAddrs(e.at(args[0], o))
}

// localFormat reports whether what a call of fmt.Sprintf makes begins with a local host.
func (e *exposure) localFormat(call *ssa.Call, o flow.Origin) bool {
	return e.all(e.at(call.Call.Args[0], o), func(format flow.Origin) bool {
		text, ok := text(format)
		if !ok {
			return false
		}
		if !strings.HasPrefix(text, "%s") && !strings.HasPrefix(text, "%v") {
			return lint.IsLoopback(text)
		}
		args, ok := flow.Elements(call.Call.Args[1])
		return ok && len(args) > 0 && e.localAddrs(e.at(args[0], o))
	})
}

func (e *exposure) at(v ssa.Value, o flow.Origin) []flow.Origin {
	return e.expand(e.Summary.OriginsAt(v, o))
}

// text returns the string that an origin is, if it is a constant.
func text(o flow.Origin) (string, bool) {
	c, ok := o.Value.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// onNetwork reports whether one of the listeners is known to take connections from other machines. One
// that is handed in, or made by a library, may be a tunnel, a socket of this machine or memory.
func (e *exposure) onNetwork(listeners []flow.Origin) bool {
	return slices.ContainsFunc(listeners, func(o flow.Origin) bool {
		if e.seen[o.Value] {
			return false
		}
		e.seen[o.Value] = true
		defer delete(e.seen, o.Value)
		switch v := o.Value.(type) {
		case *ssa.Call:
			return e.listensOnNetwork(v, o)
		case *ssa.Alloc:
			return e.wrapsNetwork(o)
		}
		return false
	})
}

// listensOnNetwork looks at a call that returns a listener.
func (e *exposure) listensOnNetwork(call *ssa.Call, o flow.Origin) bool {
	args := call.Call.Args
	switch calleeName(call) {
	case "(*net.ListenConfig).Listen":
		args = args[2:] // the receiver and the context
		fallthrough
	case "net.Listen", "crypto/tls.Listen", "net.ListenTCP":
		return !e.all(e.at(args[0], o), isUnix) && !e.localAddrs(e.at(args[1], o))
	}
	i := slices.IndexFunc(args, func(arg ssa.Value) bool { return isListener(arg.Type()) })
	return i >= 0 && e.onNetwork(e.at(args[i], o)) // it wraps another one
}

func isUnix(network flow.Origin) bool {
	text, ok := text(network)
	return ok && strings.HasPrefix(text, "unix")
}

// wrapsNetwork looks at a listener of a struct type, which has the real one in one of its fields.
func (e *exposure) wrapsNetwork(o flow.Origin) bool {
	s, ok := o.Value.Type().(*types.Pointer).Elem().Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		if isListener(field.Type()) {
			return e.onNetwork(e.expand(e.Summary.FieldOrigins(o, field)))
		}
	}
	return false
}

func isListener(t types.Type) bool {
	method, _, _ := types.LookupFieldOrMethod(t, true, nil, "Accept")
	fn, ok := method.(*types.Func)
	return ok && fn.Signature().Params().Len() == 0 && fn.Signature().Results().Len() == 2
}

// callee returns the function or method that is called, or nil where that isn't known.
func callee(call *ssa.Call) *types.Func {
	if fn := call.Call.StaticCallee(); fn != nil {
		obj, _ := fn.Object().(*types.Func)
		return obj
	}
	return nil
}

func calleeName(call *ssa.Call) string {
	if fn := callee(call); fn != nil {
		return fn.FullName()
	}
	return ""
}
