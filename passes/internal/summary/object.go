package summary

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// object says how a client that the package makes is bounded: by its own
// fields, by the transport in it, or by a method that sets a bound.
func (e *evaluation) object(o flow.Origin) Term {
	t := o.Value.Type()
	row := catalog.TypeOf(t)
	if row == nil {
		return e.ownTransport(o)
	}
	if e.pkg.marks.bounded[o.Key()] {
		return Term{Bound: flow.Yes, ByTransport: row.Kind == catalog.Transport}
	}
	if row.Zero == catalog.Bounded {
		return bounded
	}
	if row.Zero != catalog.Unbounded || e.pkg.marks.released[o.Key()] || e.pkg.public(o.Value) {
		return unknown
	}
	for _, name := range row.Via {
		field := FieldNamed(t, name)
		if field == nil {
			continue
		}
		origins := e.pkg.FieldOrigins(o, field)
		inner := e.client(origins, defaultTransport)
		if inner.Bound == flow.Unknown && slices.ContainsFunc(origins, isNil) {
			continue // only sometimes set, and not known to bound then
		}
		if inner.Bound != flow.No {
			return Term{Bound: inner.Bound, Ref: inner.Ref, ByTransport: inner.Bound == flow.Yes}
		}
	}
	if row.Kind == catalog.Transport && e.dialsItself(o) {
		return unknown
	}
	unset := unbounded(o, flow.TypeWord(t))
	unset.Fallback = o.Field != nil && o.Field.Exported() && e.pkg.Pkg.Name() != "main" // others may set it
	return unset
}

// public reports whether other packages can name a client that is a package variable itself.
func (p *Package) public(v ssa.Value) bool {
	g, ok := v.(*ssa.Global)
	return ok && g.Object() != nil && g.Object().Exported() && p.Pkg.Name() != "main"
}

// defaultTransport is what a nil transport stands for.
var defaultTransport = &catalog.Func{Bound: catalog.Unbounded, Fallback: "http.DefaultTransport"}

// dialFields are the hooks by which a transport connects in a way of its own: to a
// unix socket, say, or with deadlines on the connection.
var dialFields = []string{"DialContext", "Dial", "DialTLSContext", "DialTLS"}

// dialsItself reports whether a transport has a dial hook other than a method
// of net.Dialer, which only bounds the connect.
func (e *evaluation) dialsItself(o flow.Origin) bool {
	for _, name := range dialFields {
		field := FieldNamed(o.Value.Type(), name)
		if field == nil {
			continue
		}
		for _, hook := range e.pkg.FieldOrigins(o, field) {
			if !isNil(hook) && !isDialerMethod(hook.Value) {
				return true
			}
		}
	}
	return false
}

func isDialerMethod(v ssa.Value) bool {
	closure, ok := v.(*ssa.MakeClosure)
	if !ok || len(closure.Bindings) != 1 {
		return false
	}
	ptr, ok := closure.Bindings[0].Type().(*types.Pointer)
	return ok && ptr.Elem().String() == "net.Dialer"
}

// FieldNamed returns the field of a struct of type t, or of what t points to, that has a name, or nil.
func FieldNamed(t types.Type, name string) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		for field := range s.Fields() {
			if field.Name() == name {
				return field.Origin()
			}
		}
	}
	return nil
}

// ownTransport says how a type with a RoundTrip method of its own is bounded:
// not at all if it just passes its request on to a transport that isn't.
func (e *evaluation) ownTransport(o flow.Origin) Term {
	method, _, _ := types.LookupFieldOrMethod(o.Value.Type(), true, e.pkg.Pkg, "RoundTrip")
	fn, ok := method.(*types.Func)
	if !ok || catalog.LibraryOf(fn.Pkg().Path()) != nil {
		return unknown
	}
	for _, send := range e.pkg.sendsOf(fn.Origin()) {
		if send.Deadline.Ref.Operand == 2 && send.Client.Ref.Field == "" {
			return unbounded(o, flow.TypeWord(o.Value.Type()))
		}
		if send.Deadline.Ref.Operand == 2 && send.Client.Ref.Operand == 1 {
			if field := FieldNamed(o.Value.Type(), send.Client.Ref.Field); field != nil {
				return e.client(e.pkg.FieldOrigins(o, field), defaultTransport)
			}
		}
	}
	return unknown
}
