package summary

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A Server is an HTTP server that the package makes and serves, and whose wait for
// the header of a request nothing ends.
type Server struct {
	// Origin is where it is made: a literal, new(http.Server), a variable, or a
	// field that holds a server by value.
	flow.Origin
	// Servings are where it is served, in the order of the source.
	Servings []Serving
}

// A Serving is where a server begins to serve: a call, or a method value such
// as srv.ListenAndServe that is handed to something that calls it.
type Serving struct {
	ssa.Instruction
	// AtAddr says that the server listens at its own Addr.
	AtAddr bool
	// Listener is what the server accepts connections from otherwise; nil if a
	// method value leaves it open.
	Listener ssa.Value

	server ssa.Value
}

// UnboundedServers returns the servers of the package that wait without limit
// for the header of a request. A server that code outside the package may give
// a limit is not one of them.
func (p *Package) UnboundedServers() []*Server {
	use := p.useOfServers()
	if use.untraced {
		return nil
	}
	var all []*Server
	at := map[flow.Origin]*Server{}
	for _, serving := range use.servings {
		for _, o := range p.Reaching(serving.server) {
			if !use.unbounded(o, serving) {
				continue
			}
			s := at[o.Key()]
			if s == nil {
				s = &Server{Origin: o}
				at[o.Key()] = s
				all = append(all, s)
			}
			s.Servings = append(s.Servings, serving)
		}
	}
	return all
}

// A serverUse is what a package does with its servers.
type serverUse struct {
	pkg      *Package
	servings []Serving
	// handed are the servers given to code that may set a limit, published those
	// that it can get at.
	handed, published map[flow.Origin]bool
	// untraced says that a limit is set for a server that may be any.
	untraced bool
}

func (p *Package) useOfServers() *serverUse {
	use := &serverUse{pkg: p, handed: map[flow.Origin]bool{}, published: map[flow.Origin]bool{}}
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			use.note(instr)
		}
	}
	return use
}

func (u *serverUse) note(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		u.noteCall(instr)
	case *ssa.MakeClosure:
		u.noteMethodValue(instr)
	case *ssa.FieldAddr:
		if isServer(instr.X.Type()) && isBound(instr) && written(instr) {
			u.untraced = u.untraced || slices.ContainsFunc(u.pkg.Reaching(instr.X), func(o flow.Origin) bool { return o.Kind == flow.Opaque })
		}
	case *ssa.MakeInterface:
		if isServer(instr.X.Type()) && types.NewMethodSet(instr.Type()).Len() == 0 {
			u.release(u.handed, instr.X)
		}
	case *ssa.Store:
		u.noteStore(instr)
	case *ssa.Return:
		u.noteReturn(instr)
	}
}

func isServer(t types.Type) bool {
	row := catalog.TypeOf(t)
	return row != nil && row.Kind == catalog.Server
}

// release notes that all servers that v may be are released in one of two ways.
func (u *serverUse) release(how map[flow.Origin]bool, v ssa.Value) {
	for _, o := range u.pkg.Reaching(v) {
		how[o.Key()] = true
	}
}

// serves reports whether a method serves, and whether it does so at the server's own
// Addr. It may be a method of an interface through which a server is held.
func serves(method *types.Func) (atAddr, ok bool) {
	if method == nil || method.Signature().Recv() == nil {
		return false, false
	}
	if !types.IsInterface(method.Signature().Recv().Type()) && !isServer(method.Signature().Recv().Type()) {
		return false, false
	}
	switch method.Name() {
	case "ListenAndServe", "ListenAndServeTLS":
		return true, true
	case "Serve", "ServeTLS":
		return false, true
	}
	return false, false
}

func (u *serverUse) noteCall(call ssa.CallInstruction) {
	common := call.Common()
	callee := flow.CalleeOf(common)
	if atAddr, ok := serves(callee); ok {
		s := Serving{Instruction: call, AtAddr: atAddr, server: Operand(common, catalog.Recv)}
		if !atAddr {
			s.Listener = Operand(common, catalog.Arg0)
		}
		u.servings = append(u.servings, s)
		return
	}
	if u.pkg.Callee(call) != nil || callee != nil && setsNoLimit(callee) {
		return
	}
	for _, arg := range common.Args {
		if isServer(arg.Type()) {
			u.release(u.handed, arg)
		}
	}
}

// setsNoLimit reports whether a function of another package is known to leave the
// limits of a server that it is given as they are.
func setsNoLimit(fn *types.Func) bool {
	return fn.Pkg() != nil && (catalog.Std(fn.Pkg().Path()) || fn.Pkg().Path() == "golang.org/x/net/http2")
}

func (u *serverUse) noteMethodValue(closure *ssa.MakeClosure) {
	method, _ := closure.Fn.(*ssa.Function).Object().(*types.Func)
	if atAddr, ok := serves(method); ok && len(closure.Bindings) == 1 {
		u.servings = append(u.servings, Serving{Instruction: closure, AtAddr: atAddr, server: closure.Bindings[0]})
	}
}

// noteStore looks for servers that get to where other packages can reach them.
func (u *serverUse) noteStore(store *ssa.Store) {
	if !isServer(store.Val.Type()) {
		return
	}
	switch addr := store.Addr.(type) {
	case *ssa.Global:
		if addr.Pkg != u.pkg.Package.Package {
			u.release(u.handed, store.Val)
		} else if u.isPublic(addr) {
			u.release(u.published, store.Val)
		}
	case *ssa.FieldAddr:
		field := flow.FieldOf(addr)
		if field == nil || field.Pkg() != u.pkg.Pkg {
			u.release(u.handed, store.Val)
		} else if u.isPublic(addr) {
			u.release(u.published, store.Val)
		}
	}
}

// isPublic reports whether other packages can name a variable or a field of this package.
func (u *serverUse) isPublic(addr ssa.Value) bool {
	if u.pkg.Pkg.Name() == "main" {
		return false
	}
	switch addr := addr.(type) {
	case *ssa.Global:
		return addr.Object() != nil && addr.Object().Exported()
	case *ssa.FieldAddr:
		field := flow.FieldOf(addr)
		return field != nil && field.Exported() && isExported(addr.X.Type())
	}
	return false
}

// isExported reports whether t, or what it points to, is a type with an exported name.
func isExported(t types.Type) bool {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Exported()
}

// noteReturn looks for exported functions that hand out a server that is kept
// in a field or a variable.
func (u *serverUse) noteReturn(ret *ssa.Return) {
	fn := ret.Parent().Object()
	if u.pkg.Pkg.Name() == "main" || fn == nil || !fn.Exported() {
		return
	}
	for _, result := range ret.Results {
		if !isServer(result.Type()) {
			continue
		}
		v := result
		if load, ok := v.(*ssa.UnOp); ok {
			v = load.X
		}
		switch v.(type) {
		case *ssa.FieldAddr, *ssa.Global:
			u.release(u.published, result)
		}
	}
}

// unbounded reports whether it is certain that a server that is served has no limit.
func (u *serverUse) unbounded(o flow.Origin, serving Serving) bool {
	if o.Kind != flow.Object || !isServer(typeOf(o)) {
		return false
	}
	key := o.Key()
	if u.pkg.marks.bounded[key] || u.handed[key] {
		return false
	}
	return madeIn(o, serving.Parent()) || !u.published[key] && !u.isPublic(o.Value)
}

// madeIn reports whether the function makes the object, as a whole or in
// one of its literals. It serves it then before anybody else gets it.
func madeIn(o flow.Origin, fn *ssa.Function) bool {
	alloc, ok := o.Value.(*ssa.Alloc)
	return ok && flow.Outermost(alloc.Parent()) == flow.Outermost(fn)
}
