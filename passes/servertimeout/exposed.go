package servertimeout

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// serverExposed reports whether clients that nobody vouches for may reach a server.
func serverExposed(p *lint.Pass, s *summary.Server, serving summary.Serving) bool {
	e := &exposure{p}
	handlers := e.field(s.Origin, "Handler")
	if !serving.AtAddr {
		return !e.profiles(handlers, nil) && (serving.Listener == nil || !e.localListeners(e.reaching(serving.Listener), 0))
	}
	addrs := e.field(s.Origin, "Addr")
	return !e.profiles(handlers, addrs) && !e.localAddrs(addrs, 0)
}

// helperExposed does the same for the server of http.ListenAndServe and the like.
func helperExposed(p *lint.Pass, helper string, args []ssa.Value) bool {
	e := &exposure{p}
	h := helpers[helper]
	handlers := e.reaching(args[h.handler])
	where := e.reaching(args[0])
	if h.listener {
		return !e.profiles(handlers, nil) && !e.localListeners(where, 0)
	}
	return !e.profiles(handlers, where) && !e.localAddrs(where, 0)
}

// exposure tells who can reach a server.
type exposure struct{ *lint.Pass }

// maxDepth ends the search where strings or listeners are made from themselves.
const maxDepth = 8

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

// localAddrs reports whether all addresses are on the loopback interface.
func (e *exposure) localAddrs(origins []flow.Origin, depth int) bool {
	return all(origins, func(o flow.Origin) bool { return e.localAddr(o, depth) })
}

func all(origins []flow.Origin, is func(flow.Origin) bool) bool {
	return len(origins) > 0 && !slices.ContainsFunc(origins, func(o flow.Origin) bool { return !is(o) })
}

// localAddr reports whether an address begins with a host on the loopback interface.
func (e *exposure) localAddr(o flow.Origin, depth int) bool {
	if text, ok := text(o); ok {
		return isLoopback(text)
	}
	if depth > maxDepth {
		return false
	}
	switch v := o.Value.(type) {
	case *ssa.BinOp:
		return e.localAddrs(e.at(v.X, o), depth+1)
	case *ssa.Call:
		switch callee(v) {
		case "net.JoinHostPort":
			return e.localAddrs(e.at(v.Call.Args[0], o), depth+1)
		case "net.ResolveTCPAddr":
			return e.localAddrs(e.at(v.Call.Args[1], o), depth+1)
		case "fmt.Sprintf":
			return e.localFormat(v, o, depth)
		}
	}
	return false
}

// localFormat reports whether what a call of fmt.Sprintf makes begins with a local host.
func (e *exposure) localFormat(call *ssa.Call, o flow.Origin, depth int) bool {
	return all(e.at(call.Call.Args[0], o), func(format flow.Origin) bool {
		text, ok := text(format)
		if !ok {
			return false
		}
		if !strings.HasPrefix(text, "%s") && !strings.HasPrefix(text, "%v") {
			return isLoopback(text)
		}
		args, ok := flow.Elements(call.Call.Args[1])
		return ok && len(args) > 0 && e.localAddrs(e.at(args[0], o), depth+1)
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

// isLoopback reports whether an address, or the beginning of one, names the
// loopback interface.
func isLoopback(addr string) bool {
	return addr == "localhost" || addr == "::1" || strings.HasPrefix(addr, "localhost:") ||
		strings.HasPrefix(addr, "127.") || strings.HasPrefix(addr, "[::1]")
}

// localListeners reports whether no listener takes connections from other machines, as far
// as they are understood.
func (e *exposure) localListeners(origins []flow.Origin, depth int) bool {
	return all(origins, func(o flow.Origin) bool { return e.localListener(o, depth) })
}

// localListener looks at where a listener is made. One that is handed in is taken for
// a listener on the network; one that an unknown function makes may be a
// pipe, a tunnel or memory.
func (e *exposure) localListener(o flow.Origin, depth int) bool {
	if depth > maxDepth {
		return false
	}
	switch v := o.Value.(type) {
	case *ssa.Call:
		return e.localListen(v, o, depth)
	case *ssa.Alloc:
		return e.localWrapper(o, depth)
	}
	return false
}

// localListen looks at a call that returns a listener.
func (e *exposure) localListen(call *ssa.Call, o flow.Origin, depth int) bool {
	args := call.Call.Args
	switch callee(call) {
	case "(*net.ListenConfig).Listen":
		args = args[2:] // the receiver and the context
	case "net.Listen", "crypto/tls.Listen", "net.ListenTCP":
	case "golang.org/x/crypto/acme/autocert.NewListener", "(*golang.org/x/crypto/acme/autocert.Manager).Listener":
		return false
	default:
		if slices.ContainsFunc(args, func(arg ssa.Value) bool { return all(e.at(arg, o), isTCP) }) {
			return false
		}
		i := slices.IndexFunc(args, func(arg ssa.Value) bool { return isListener(arg.Type()) })
		return i < 0 || e.localListeners(e.at(args[i], o), depth+1)
	}
	return all(e.at(args[0], o), isUnix) || e.localAddrs(e.at(args[1], o), depth+1)
}

func isTCP(network flow.Origin) bool {
	text, ok := text(network)
	return ok && strings.HasPrefix(text, "tcp")
}

func isUnix(network flow.Origin) bool {
	text, ok := text(network)
	return ok && strings.HasPrefix(text, "unix")
}

// localWrapper looks at a listener of a struct type, which has the real one in
// one of its fields.
func (e *exposure) localWrapper(o flow.Origin, depth int) bool {
	s, ok := o.Value.Type().(*types.Pointer).Elem().Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		if isListener(field.Type()) {
			return e.localListeners(e.expand(e.Summary.FieldOrigins(o, field)), depth+1)
		}
	}
	return true
}

func isListener(t types.Type) bool {
	method, _, _ := types.LookupFieldOrMethod(t, true, nil, "Accept")
	fn, ok := method.(*types.Func)
	return ok && fn.Signature().Params().Len() == 0 && fn.Signature().Results().Len() == 2
}

// callee returns the full name of the function that a call calls, or "".
func callee(call *ssa.Call) string {
	if fn := call.Call.StaticCallee(); fn != nil && fn.Object() != nil {
		return fn.Object().(*types.Func).FullName()
	}
	return ""
}
