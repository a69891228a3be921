package machine

import (
	"fmt"
	"go/types"
	"net/http"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// An Answer is what a remote service does with a request.
type Answer struct {
	// Status is the status code; 0 stands for an error of the transport, such as a
	// connection that breaks, and no answer at all.
	Status int
	// RetryAfter is the answer's Retry-After header; "" stands for an answer without any headers, while one
	// with this header may have others.
	RetryAfter string
}

func (a Answer) String() string {
	if a.RetryAfter != "" {
		return fmt.Sprintf("%d+", a.Status)
	}
	return strconv.Itoa(a.Status)
}

// The objects of the answer.
var (
	response  = &object{"response"}
	other     = &object{"another response"} // of a request that is not the attempt, and succeeds
	body      = &object{"body"}
	transport = &object{"transport error"}
	refusal   = &object{"refusal"} // a library's error for a status
)

// success is how requests end that are not the attempt.
var success = Answer{Status: 200}

// answerTo returns the result of a call that sends a request, if its signature is that of one.
// The response, if there is one, is the given object.
func (p *play) answerTo(sig *types.Signature, answer Answer, as *object) (Value, bool) {
	results := Value{Kind: Tuple}
	answered := false
	for result := range sig.Results().Variables() {
		v, ok := p.ofAnswer(result.Type(), answer, as)
		if !ok {
			v = unknownIf(!p.region.Free)
		}
		answered = answered || ok
		results.Parts = append(results.Parts, v)
	}
	return tuple(results.Parts), answered
}

// ofAnswer returns what a variable of a type holds that belongs to an answer: a response or an error.
func (p *play) ofAnswer(t types.Type, answer Answer, as *object) (Value, bool) {
	if isError(t) {
		if answer.Status == 0 {
			return broken, true
		}
		return null.with(true), true
	}
	if isResty(t) {
		return pointer(restyOf(as)), true
	}
	if !isResponse(t) {
		return unknown, false
	}
	if answer.Status == 0 {
		return null.with(true), true
	}
	return pointer(as), true
}

// IsAttempt reports whether a type is that of an attempt of github.com/PuerkitoBio/rehttp, a struct with its response and its
// error, which the library hands to those who decide whether it was the last one.
func IsAttempt(t types.Type) bool {
	return t.String() == "github.com/PuerkitoBio/rehttp.Attempt"
}

// attempt is an attempt that an answer has ended.
func attempt(t types.Type, answer Answer) Value {
	if answer.Status == 0 {
		return holding(t, broken, null.with(true))
	}
	return holding(t, null.with(true), pointer(response))
}

// broken is an error of the transport.
var broken = Value{Kind: Interface, Dep: true, Parts: []Value{pointer(transport)}}

// holding is a struct that holds an error and a response, and other things that aren't known.
func holding(t types.Type, failure, got Value) Value {
	v := zero(t)
	for i := range v.Parts {
		switch field := t.Underlying().(*types.Struct).Field(i).Type(); {
		case isError(field):
			v.Parts[i] = failure
		case isResponse(field):
			v.Parts[i] = got
		default:
			v.Parts[i] = unknown
		}
	}
	return v
}

// refused is the result of a call of a library that makes an error of the answer. What it returns beside the error, and
// which error that is, depends on the answer.
func refused(sig *types.Signature) Value {
	results := make([]Value, sig.Results().Len())
	for i := range results {
		results[i] = vague
	}
	results[len(results)-1] = Value{Kind: Interface, Dep: true, Parts: []Value{pointer(refusal)}}
	return tuple(results)
}

// Refused reports whether an outcome may be the error that a library made of the answer, or wrap it.
func (o *Outcome) Refused() bool {
	return slices.ContainsFunc(o.Leaves(), func(end *Outcome) bool { return slices.ContainsFunc(end.Values, Value.refused) })
}

func (v Value) refused() bool {
	return v.Kind == Pointer && v.Addr.Base == refusal || slices.ContainsFunc(v.Parts, Value.refused)
}

// fill writes an answer into the response that it is.
func (p *play) fill(s *state, as *object, answer Answer) {
	pkg := p.pkg.Prog.ImportedPackage("net/http")
	if pkg == nil || pkg.Type("Response") == nil {
		return
	}
	if p.responses[answer] == nil {
		st := pkg.Type("Response").Type().Underlying().(*types.Struct)
		var cells []cell
		for i := range st.NumFields() {
			if v, ok := responseField(st.Field(i).Name(), answer); ok {
				cells = append(cells, cell{"." + strconv.Itoa(i), v})
			}
		}
		p.responses[answer] = newKnown(cells, nil)
	}
	known := *p.responses[answer] // its key is that of one object
	s.heap[as] = &known
}

// responseField returns a field of a response: the body can be read, but nothing is known of what it says.
func responseField(name string, answer Answer) (Value, bool) {
	switch name {
	case "StatusCode":
		return integer(int64(answer.Status)).with(true), true
	case "Status":
		return text(strconv.Itoa(answer.Status) + " " + http.StatusText(answer.Status)).with(true), true
	case "Header":
		return header(answer), true
	case "Body":
		return Value{Kind: Interface, Parts: []Value{pointer(body)}}, true
	case "Request":
		return unknown, true
	}
	return unknown, false
}

// headerType marks the header of the answer.
var headerType = stand("header")

// header is the header of an answer.
func header(answer Answer) Value {
	h := Value{Kind: Map, Type: headerType}
	if answer.RetryAfter != "" {
		h.Dep = true
		h.Parts = []Value{text("Retry-After"), {Kind: List, Parts: []Value{text(answer.RetryAfter).with(true)}}}
	}
	return h
}

// IsAnswer reports whether a type is that of an answer: a response of net/http or of github.com/go-resty/resty.
func IsAnswer(t types.Type) bool { return isResponse(t) || isResty(t) }

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

func isResponse(t types.Type) bool {
	ptr, ok := t.(*types.Pointer)
	if !ok {
		return false
	}
	named, ok := types.Unalias(ptr.Elem()).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "net/http" && named.Obj().Name() == "Response"
}

// freeze returns a value together with the memory that it leads to, so that it can leave the play.
func (p *play) freeze(s *state, v Value, depth int) Value {
	if depth > 4 {
		return unknownIf(p.tells(s, v, 0))
	}
	switch v.Kind {
	case Pointer:
		switch v.Addr.Base.(type) {
		case *object, *ssa.Global:
			return v
		case *element:
			return unknownIf(v.Dep)
		}
		ptr, ok := baseType(v)
		if !ok || named(v.Addr) || v.Addr.Path != "" {
			return unknownIf(p.tells(s, v, 0))
		}
		content := p.freeze(s, p.load(s, v.Addr, ptr), depth+1)
		return Value{Kind: Pointer, Dep: v.Dep, Type: ptr, Parts: []Value{content}}
	case Func:
		return nonNil.with(v.Dep)
	case Interface:
		frozen := v
		frozen.Parts = nil
		for _, part := range append(v.Parts[:1:1], p.wrapped(s, v)...) {
			frozen.Parts = append(frozen.Parts, p.freeze(s, part, depth+1))
		}
		return frozen
	}
	frozen := v
	frozen.Parts = nil
	for _, part := range v.Parts {
		frozen.Parts = append(frozen.Parts, p.freeze(s, part, depth+1))
	}
	return frozen
}

// baseType returns the type of the object that a pointer points to.
func baseType(v Value) (types.Type, bool) {
	switch base := v.Addr.Base.(type) {
	case *ssa.Alloc:
		return base.Type().(*types.Pointer).Elem(), true
	case *box:
		return base.content, base.content != nil
	}
	return nil, false
}

// A box is the object that a frozen pointer points to once it was thawed.
type box struct {
	call    ssa.CallInstruction
	path    string
	content types.Type
}

// thaw puts a frozen value, the result of a call, into the memory of a play.
func (p *play) thaw(s *state, v Value, as *object, call ssa.CallInstruction, path string) Value {
	if v.Kind == Pointer && v.Addr.Base == response {
		v.Addr.Base = as
		return v
	}
	if v.Kind == Pointer && len(v.Parts) > 0 {
		base := p.boxFor(box{call, path, v.Type})
		ptr := p.alloc(s, base).with(v.Dep)
		p.store(s, ptr.Addr, p.thaw(s, v.Parts[0], as, call, path+"*"))
		return ptr
	}
	thawed := v
	thawed.Parts = nil
	for i, part := range v.Parts {
		thawed.Parts = append(thawed.Parts, p.thaw(s, part, as, call, path+string(rune('a'+i))))
	}
	return thawed
}

// boxFor returns the one object of a place.
func (m *Machine) boxFor(b box) *box {
	if have, ok := m.boxes[b]; ok {
		return have
	}
	m.boxes[b] = &b
	return &b
}
