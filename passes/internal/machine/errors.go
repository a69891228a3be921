package machine

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
)

// errorsPackage knows the functions of a package that is called errors. There are many, and all that
// New and Errorf of them make is an error, while Wrap and its like keep nil and wrap all else.
func (p *play) errorsPackage(s *state, fn *types.Func, args []Value) (Value, bool) {
	sig := fn.Signature()
	if fn.Pkg() == nil || fn.Pkg().Name() != "errors" || sig.Recv() != nil || sig.Params().Len() == 0 || sig.Results().Len() != 1 || !isError(sig.Results().At(0).Type()) {
		return unknown, false
	}
	switch fn.Name() {
	case "New":
		return plainError(args[0]), true
	case "Errorf", "Newf":
		return plainError(p.formattedBy(s, args)), true
	case "Wrap", "Wrapf", "WithMessage", "WithMessagef", "WithStack":
	default:
		return unknown, false
	}
	switch err := args[0]; err.Kind {
	case Nil:
		return err, true
	case Interface, NonNil:
		says := p.textOf(s, err)
		if len(args) > 1 {
			says = concat(p.formattedBy(s, args[1:]), text(": "), says)
		}
		return Value{Kind: Interface, Type: wrappedType, Dep: err.Dep, Parts: []Value{says, err}}, true
	}
	return unknownIf(p.tells(s, args[0], 0)), true
}

// Stand-ins for the dynamic types of errors that libraries make: nobody outside can name them.
var (
	plainType   = stand("errorString")
	wrappedType = stand("wrapError")
	markedType  = stand("marked")
)

func stand(name string) types.Type {
	return types.NewPointer(types.NewNamed(types.NewTypeName(0, nil, "errors."+name, nil), types.NewStruct(nil, nil), nil))
}

// plainError is an error that wraps none.
func plainError(says Value) Value {
	return Value{Kind: Interface, Type: plainType, Parts: []Value{says}}
}

// errorf wraps the errors among the arguments, if the format has a %w.
func errorf(p *play, s *state, args []Value) (Value, bool) {
	format, ok := stringOf(args[0])
	if !ok {
		return nonNil.with(true), true
	}
	says := p.formattedBy(s, args)
	if !strings.Contains(format, "%w") {
		return plainError(says), true
	}
	err := Value{Kind: Interface, Type: wrappedType, Parts: []Value{says}}
	if len(args) < 2 || args[1].Kind != List {
		return nonNil.with(p.tells(s, args[1], 0)), true
	}
	for _, arg := range args[1].Parts {
		if isErrorValue(arg) || arg.Kind == Unknown || arg.Kind == NonNil {
			err.Parts = append(err.Parts, arg)
		}
	}
	return err, true
}

// made reports whether an error was made after the answer came: which one it is tells something of the answer.
func made(v Value) bool {
	if !isErrorValue(v) {
		return false
	}
	if fresh(v.Type) {
		return true
	}
	inner := v.part(0)
	switch inner.Addr.Base.(type) {
	case *ssa.Alloc, *box:
		return inner.Kind == Pointer
	}
	return inner.Kind == Struct
}

// fresh reports whether a dynamic type stands for errors that the play has made itself.
func fresh(t types.Type) bool {
	return t != nil && (t == plainType || t == wrappedType || t == markedType)
}

// isErrorValue reports whether an interface value holds an error.
func isErrorValue(v Value) bool {
	if v.Kind != Interface {
		return false
	}
	if v.Type == nil || fresh(v.Type) {
		return true
	}
	return types.Implements(v.Type, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

// wrapped returns the errors that an error wraps: vague ones where that is not known.
func (p *play) wrapped(s *state, err Value) []Value {
	if len(err.Parts) > 1 || err.Type == nil {
		return err.Parts[min(1, len(err.Parts)):]
	}
	unwrap, _, _ := types.LookupFieldOrMethod(err.Type, true, p.pkg.Pkg, "Unwrap")
	fn, ok := unwrap.(*types.Func)
	if !ok {
		return nil
	}
	if fn.Pkg() != p.pkg.Pkg {
		return []Value{vague}
	}
	inner := p.evaluate(s, p.pkg.Prog.FuncValue(fn), err.part(0))
	if inner.Kind == Nil {
		return nil
	}
	return []Value{inner}
}

// search looks for an error in the tree of what err wraps. It isn't known where a part of the tree isn't.
func (p *play) search(s *state, err Value, matches func(Value) (bool, bool)) (found Value, ok, known bool) {
	known = true
	switch err.Kind {
	case Nil:
		return Value{}, false, true
	case Interface:
	default:
		return Value{}, false, false
	}
	if match, sure := matches(err); match && sure {
		return err, true, true
	} else if !sure {
		known = false
	}
	for _, inner := range p.wrapped(s, err) {
		if v, ok, sure := p.search(s, inner, matches); ok {
			return v, true, true
		} else if !sure {
			known = false
		}
	}
	return Value{}, false, known
}

func errorsIs(p *play, s *state, args []Value) (Value, bool) {
	target := args[1]
	dep := p.tells(s, args[0], 0)
	_, ok, known := p.search(s, args[0], func(err Value) (bool, bool) {
		if p.hasMethod(err, "Is") {
			return false, false
		}
		return p.equal(err, target)
	})
	if !ok && !known {
		return unknownIf(dep && !ofTransport(args[0])), true
	}
	return boolean(ok).with(dep), true
}

// hasMethod reports whether an error has a method of its own that errors.Is or errors.As asks.
func (p *play) hasMethod(err Value, name string) bool {
	if err.Type == nil {
		return false
	}
	m, _, _ := types.LookupFieldOrMethod(err.Type, true, p.pkg.Pkg, name)
	return m != nil
}

// ofTransport reports whether an error is one of the transport, or wraps one: which one it is, someone else decides.
func ofTransport(v Value) bool {
	return isTransport(v) || v.Kind == Interface && len(v.Parts) > 1 && slices.ContainsFunc(v.Parts[1:], ofTransport)
}

func isTransport(v Value) bool {
	return v.Kind == Interface && v.part(0).Kind == Pointer && v.part(0).Addr.Base == transport
}

func errorsAs(p *play, s *state, args []Value) (Value, bool) {
	dep := p.tells(s, args[0], 0)
	target := args[1]
	if target.Kind != Interface || target.Type == nil {
		return unknownIf(dep), true
	}
	ptr, ok := target.Type.Underlying().(*types.Pointer)
	if !ok {
		return unknownIf(dep), true
	}
	found, ok, known := p.errorOfType(s, args[0], ptr.Elem())
	cell := target.part(0)
	switch {
	case !ok && !known:
		p.spoil(s, cell, dep)
		return unknownIf(dep && !ofTransport(args[0])), true
	case ok && cell.Kind == Pointer:
		p.store(s, cell.Addr, found)
	}
	return boolean(ok).with(dep), true
}

// errorsAsType is errors.AsType, whose type argument the type of its result tells.
func (p *play) errorsAsType(s *state, call *ssa.CallCommon, args []Value) (Value, bool) {
	results := call.Signature().Results()
	if len(args) != 1 || results.Len() != 2 {
		return unknown, false
	}
	dep := p.tells(s, args[0], 0)
	found, ok, known := p.errorOfType(s, args[0], results.At(0).Type())
	switch {
	case !ok && !known:
		dep = dep && !ofTransport(args[0])
		return tuple([]Value{unknownIf(dep), unknownIf(dep)}), true
	case !ok:
		found = zero(results.At(0).Type())
	}
	return tuple([]Value{found.with(dep), boolean(ok).with(dep)}), true
}

// errorOfType looks for an error of a type in the tree of what err wraps.
func (p *play) errorOfType(s *state, err Value, t types.Type) (found Value, ok, known bool) {
	found, ok, known = p.search(s, err, func(err Value) (bool, bool) {
		switch {
		case isTransport(err) || p.hasMethod(err, "As"):
			return false, false
		case isRefusal(err):
			return false, !mayHold(t)
		}
		return err.Type != nil && holds(err.Type, t), err.Type != nil || err.part(0).Kind == Pointer
	})
	if ok && !types.IsInterface(t) {
		found = found.part(0)
	}
	return found, ok, known
}

func isRefusal(v Value) bool {
	return v.Kind == Interface && v.part(0).Kind == Pointer && v.part(0).Addr.Base == refusal
}

// mayHold reports whether a type may be that of a library's error for a status, or be implemented by it.
func mayHold(t types.Type) bool {
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || types.IsInterface(t) || named.Obj().Pkg() == nil {
		return true
	}
	path := named.Obj().Pkg().Path()
	return catalog.LibraryOf(path) != nil && !catalog.Std(path)
}

func errorsUnwrap(p *play, s *state, args []Value) (Value, bool) {
	if args[0].Kind != Interface {
		return unknownIf(args[0].Dep), true
	}
	if inner := p.wrapped(s, args[0]); len(inner) == 1 {
		return inner[0], true
	} else if len(inner) == 0 && args[0].Type != nil {
		return null, true
	}
	return vague, true
}

func errorsJoin(p *play, s *state, args []Value) (Value, bool) {
	if len(args) != 1 || args[0].Kind != List {
		return unknown, false
	}
	joined := Value{Kind: Interface, Type: wrappedType, Parts: []Value{vague}}
	for _, err := range args[0].Parts {
		if err.Kind != Nil {
			joined.Parts = append(joined.Parts, err)
		}
	}
	if len(joined.Parts) == 1 {
		return null, true
	}
	return joined, true
}
