package machine

import (
	"go/types"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// An intrinsic is what the machine knows of a function of a library. It returns false where it knows nothing.
type intrinsic func(p *play, s *state, args []Value) (Value, bool)

// intrinsics returns the functions that are told by their full names, without the major versions of modules.
func intrinsics() map[string]intrinsic {
	return map[string]intrinsic{
		"errors.New":    func(*play, *state, []Value) (Value, bool) { return plainError(), true },
		"errors.Is":     errorsIs,
		"errors.As":     errorsAs,
		"errors.Unwrap": errorsUnwrap,
		"errors.Join":   errorsJoin,
		"fmt.Errorf":    errorf,

		"(net/http.Header).Get":          headerGet,
		"(net/http.Header).Values":       headerValues,
		"(net/textproto.MIMEHeader).Get": headerGet,
		"net/http.StatusText":            statusText,
		"strconv.Atoi":                   parseInt,
		"strconv.ParseInt":               parseInt,
		"strconv.ParseUint":              parseInt,
		"strconv.ParseFloat":             parseInt,
		"strings.TrimSpace":              trimSpace,
		"time.ParseDuration":             parseDuration,
		"slices.Contains":                contains,

		"net/http.NewRequest":            succeeds,
		"net/http.NewRequestWithContext": succeeds,
		"net/url.Parse":                  succeeds,
		"encoding/json.Marshal":          succeeds,

		"encoding/json.Unmarshal":         decode,
		"(*encoding/json.Decoder).Decode": decode,
		"encoding/xml.Unmarshal":          decode,
		"(*encoding/xml.Decoder).Decode":  decode,

		"io.ReadAll":                     readAll,
		"io/ioutil.ReadAll":              readAll,
		"io.Copy":                        readAll,
		"io.CopyN":                       readAll,
		"net/http/httputil.DumpResponse": readAll,
	}
}

// intrinsic returns the result of a call that the machine knows.
func (p *play) intrinsic(s *state, call *ssa.CallCommon, args []Value) (Value, bool) {
	if builtin, ok := call.Value.(*ssa.Builtin); ok {
		return p.builtin(s, builtin.Name(), args), true
	}
	fn := flow.CalleeOf(call)
	if fn == nil {
		return unknown, false
	}
	if row := catalog.FuncOf(fn); row != nil {
		switch row.Role {
		case catalog.Permanent:
			return mark(Permanent, args[0]), true
		case catalog.Retryable:
			return mark(Retryable, args[0]), true
		case catalog.Stop:
			s.stopped = true
			return unknown, true
		}
	}
	p.at = call.Pos()
	if known, ok := p.known[nameOf(fn)]; ok {
		if v, ok := known(p, s, args); ok {
			return v, true
		}
	}
	if fn.FullName() == "errors.AsType" {
		return p.errorsAsType(s, call, args)
	}
	if v, ok := p.errorsPackage(s, fn, args); ok {
		return v, true
	}
	return p.ofAnswerMethod(s, fn, args)
}

// nameOf returns the name under which a function is known. Many packages that are called errors pass
// on the functions of the standard one; those that only share a name have other parameters.
func nameOf(fn *types.Func) string {
	if fn.Pkg() == nil || fn.Pkg().Name() != "errors" || fn.Signature().Recv() != nil {
		return catalog.Unversioned(fn.FullName())
	}
	params := map[string]int{"Is": 2, "As": 2, "Unwrap": 1, "Join": 1}
	if n, ok := params[fn.Name()]; ok && fn.Signature().Params().Len() == n && fn.Signature().Results().Len() == 1 {
		return "errors." + fn.Name()
	}
	return catalog.Unversioned(fn.FullName())
}

// errorsPackage knows the functions of a package that is called errors. There are many, and all that
// New and Errorf of them make is an error, while Wrap and its like keep nil and wrap all else.
func (p *play) errorsPackage(s *state, fn *types.Func, args []Value) (Value, bool) {
	sig := fn.Signature()
	if fn.Pkg() == nil || fn.Pkg().Name() != "errors" || sig.Recv() != nil || sig.Params().Len() == 0 || sig.Results().Len() != 1 || !isError(sig.Results().At(0).Type()) {
		return unknown, false
	}
	switch fn.Name() {
	case "New", "Errorf", "Newf":
		return plainError(), true
	case "Wrap", "Wrapf", "WithMessage", "WithMessagef", "WithStack":
	default:
		return unknown, false
	}
	switch err := args[0]; err.Kind {
	case Nil:
		return err, true
	case Interface, NonNil:
		return Value{Kind: Interface, Type: wrappedType, Dep: err.Dep, Parts: []Value{nonNil, err}}, true
	}
	return unknownIf(p.tells(s, args[0], 0)), true
}

// ofAnswerMethod knows methods of the objects of the answer.
func (p *play) ofAnswerMethod(s *state, fn *types.Func, args []Value) (Value, bool) {
	if len(args) == 0 || fn.Signature().Recv() == nil {
		return unknown, false
	}
	recv := args[0]
	if recv.Kind == Interface {
		recv = recv.part(0)
	}
	switch {
	case recv.Kind != Pointer:
		return unknown, false
	case recv.Addr.Base == restyResponse || recv.Addr.Base == restyOther:
		return p.resty(recv.Addr.Base.(*object), fn.Name()), true
	case recv.Addr.Base == body && fn.Name() == "Close":
		s.events |= Closed
		return null, true
	case recv.Addr.Base == transport && fn.Name() != "Error":
		return unknown, true // a timeout or a broken connection: either can happen
	}
	return unknown, false
}

// mark returns what a retry library's word for an error makes of it: nil stays nil.
func mark(m Mark, err Value) Value {
	if err.Kind == Nil {
		return err
	}
	return Value{Kind: Interface, Dep: err.Dep, Mark: m, Type: markedType, Parts: []Value{nonNil, err}}
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

func plainError() Value { return Value{Kind: Interface, Type: plainType, Parts: []Value{nonNil}} }

// errorf wraps the errors among the arguments, if the format has a %w.
func errorf(p *play, s *state, args []Value) (Value, bool) {
	err := Value{Kind: Interface, Type: wrappedType, Parts: []Value{nonNil}}
	format, ok := stringOf(args[0])
	if !ok {
		return nonNil, true
	}
	if !strings.Contains(format, "%w") {
		return plainError(), true
	}
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
	joined := Value{Kind: Interface, Type: wrappedType, Parts: []Value{nonNil}}
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

func headerValues(p *play, s *state, args []Value) (Value, bool) {
	name, ok := stringOf(args[1])
	if args[0].Kind != Map || !ok {
		return unknown, false
	}
	p.asks(s, args[0], args[1])
	for i := 0; i < len(args[0].Parts); i += 2 {
		if have, _ := stringOf(args[0].Parts[i]); have == http.CanonicalHeaderKey(name) {
			return args[0].Parts[i+1], true
		}
	}
	if args[0].Dep {
		return vague, true // an answer with headers has more than those that are known
	}
	return null, true
}

// asks notes that a header which says how long to wait is looked for.
func (p *play) asks(s *state, header, name Value) {
	if header.Kind != Map || header.Type != headerType {
		return
	}
	if text, ok := stringOf(name); !ok || catalog.WaitHeader(text) {
		s.events |= Asked
		s.asked = p.at
	}
}

func headerGet(p *play, s *state, args []Value) (Value, bool) {
	values, ok := headerValues(p, s, args)
	if !ok || values.Kind == Nil {
		return text(""), ok
	}
	if values.Kind == Unknown {
		return values, true
	}
	return values.part(0), true
}

func statusText(p *play, s *state, args []Value) (Value, bool) {
	code, ok := intOf(args[0])
	return text(http.StatusText(int(code))).with(args[0].Dep), ok
}

func trimSpace(p *play, s *state, args []Value) (Value, bool) {
	t, ok := stringOf(args[0])
	return text(strings.TrimSpace(t)).with(args[0].Dep), ok
}

func parseDuration(p *play, s *state, args []Value) (Value, bool) {
	t, ok := stringOf(args[0])
	if !ok {
		return unknown, false
	}
	d, err := time.ParseDuration(t)
	if err != nil {
		return Value{Kind: Tuple, Parts: []Value{integer(0).with(args[0].Dep), plainError().with(args[0].Dep)}}, true
	}
	return Value{Kind: Tuple, Parts: []Value{integer(int64(d)).with(args[0].Dep), null.with(args[0].Dep)}}, true
}

// parseInt is strconv.Atoi and its like, for whole numbers.
func parseInt(p *play, s *state, args []Value) (Value, bool) {
	digits, ok := stringOf(args[0])
	if !ok {
		return unknown, false
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return Value{Kind: Tuple, Parts: []Value{integer(0).with(args[0].Dep), plainError().with(args[0].Dep)}}, true
	}
	return Value{Kind: Tuple, Parts: []Value{integer(int64(n)).with(args[0].Dep), null.with(args[0].Dep)}}, true
}

func contains(p *play, s *state, args []Value) (Value, bool) {
	list, v := args[0], args[1]
	if list.Kind != List {
		return unknownIf(list.Dep || v.Dep), true
	}
	known := true
	for _, part := range list.Parts {
		if equal, ok := equalConst(part, v); ok && equal {
			return boolean(true).with(v.Dep || list.Dep), true
		} else if !ok {
			known = false
		}
	}
	if !known {
		return unknownIf(list.Dep || v.Dep), true
	}
	return boolean(false).with(v.Dep || list.Dep), true
}

// succeeds is a function that depends on its arguments alone. As long as these aren't the answer's, it did
// before the first attempt what it does before the next.
func succeeds(p *play, s *state, args []Value) (Value, bool) {
	for _, arg := range args {
		if p.tells(s, arg, 0) {
			return unknown, false
		}
	}
	return Value{Kind: Tuple, Parts: []Value{nonNil, null}}, true
}

// decode decodes the body of the answer: after success it is as it should be; what it says is not known.
func decode(p *play, s *state, args []Value) (Value, bool) {
	if !p.tells(s, args[0], 0) {
		return unknown, false
	}
	s.events |= Closed
	p.spoil(s, args[1], true)
	if p.answer.Status == success.Status {
		return null, true
	}
	return vague, true
}

// readAll reads something to its end: without an error if it is the body of the answer.
func readAll(p *play, s *state, args []Value) (Value, bool) {
	if !p.tells(s, args[0], 0) && (len(args) < 2 || !p.tells(s, args[1], 0)) {
		return unknown, false
	}
	s.events |= Closed
	return Value{Kind: Tuple, Parts: []Value{vague, null}}, true
}
