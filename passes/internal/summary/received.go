package summary

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A Received is a part of a request, which the package got from who sent it.
type Received struct {
	// Reads are the places where it may have been.
	Reads catalog.Place
	// Key is the constant name that it was looked up by, or "", and By what looked it up, or nil.
	Key string
	By  ssa.Instruction
}

// maxReceived is how many functions inside each other are looked through for what they were given.
const maxReceived = 8

// Received returns the parts of requests that a value is, or was made of: itself, in the arguments of the calls of its function in
// this package, and through functions that change a text. Whatever isn't followed is missing.
func (p *Package) Received(v ssa.Value) []Received {
	r := &receiver{Package: p, seen: map[ssa.Value]bool{}}
	r.value(v, flow.Origin{}, 0)
	return r.found
}

// Given returns the parameters, which code outside the package gives the functions that have them, that a text is or was cut out of:
// a text, a header or a URL.
func (p *Package) Given(v ssa.Value) []*ssa.Parameter {
	r := &receiver{Package: p, seen: map[ssa.Value]bool{}}
	r.value(v, flow.Origin{}, 0)
	return r.given
}

// A receiver looks for the requests, and the parameters, that a value came from.
type receiver struct {
	*Package
	seen  map[ssa.Value]bool
	found []Received
	given []*ssa.Parameter
}

func (r *receiver) value(v ssa.Value, at flow.Origin, depth int) {
	if v == nil || r.seen[v] || depth > maxReceived {
		return
	}
	r.seen[v] = true
	if base, field := fieldRead(v); field != nil {
		r.fieldOf(base, field, at, depth)
	}
	for _, o := range r.ReachingAt(v, at) {
		r.origin(o, depth)
	}
}

// fieldRead returns the struct, or its address, and the field that a value is read from; nil where it is another value.
func fieldRead(v ssa.Value) (base ssa.Value, field *types.Var) {
	switch v := v.(type) {
	case *ssa.ChangeInterface:
		return fieldRead(v.X) // io.Reader(r.Body)
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return addr.X, flow.FieldOf(addr)
		}
	case *ssa.Field:
		if s, ok := v.X.Type().Underlying().(*types.Struct); ok {
			return v.X, s.Field(v.Field)
		}
	}
	return nil, nil
}

func (r *receiver) origin(o flow.Origin, depth int) {
	if o.Field != nil {
		r.field(o, depth)
		return
	}
	switch v := o.Value.(type) {
	case *ssa.Call:
		r.call(v, o, depth)
	case *ssa.Slice:
		r.value(v.X, o, depth+1)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			r.value(v.X, o, depth+1)
			r.value(v.Y, o, depth+1)
		}
	case *ssa.IndexAddr:
		r.value(v.X, o, depth+1)
	case *ssa.Lookup:
		r.lookup(v, o, depth)
	case *ssa.Extract:
		if lookup, ok := v.Tuple.(*ssa.Lookup); ok {
			r.lookup(lookup, o, depth)
		}
	case *ssa.Alloc:
		r.filled(v, o, depth)
	case *ssa.MakeMap:
		r.elements(v, o, depth)
	case *ssa.Parameter:
		if o.Kind == flow.Given {
			r.given = append(r.given, v)
		}
	}
}

// elements looks at what is put into a map, such as the parts of a header.
func (r *receiver) elements(made *ssa.MakeMap, o flow.Origin, depth int) {
	for _, use := range *made.Referrers() {
		if update, ok := use.(*ssa.MapUpdate); ok {
			r.value(update.Value, o, depth+1)
		}
	}
}

// lookup looks at an element of a header, a query or a form.
func (r *receiver) lookup(v *ssa.Lookup, o flow.Origin, depth int) {
	key, _ := flow.ConstString(v.Index)
	r.keyed(v.X, key, v, o, depth)
}

// keyed notes what is looked up in something that may have come from a request.
func (r *receiver) keyed(holder ssa.Value, key string, by ssa.Instruction, o flow.Origin, depth int) {
	inner := &receiver{Package: r.Package, seen: r.seen}
	inner.value(holder, o, depth+1)
	for _, found := range inner.found {
		if found.Key == "" {
			found.Key, found.By = key, by
		}
		r.add(found)
	}
	r.given = append(r.given, inner.given...)
}

func (r *receiver) add(found Received) {
	if !slices.Contains(r.found, found) {
		r.found = append(r.found, found)
	}
}

// field looks at a field that is read elsewhere.
func (r *receiver) field(o flow.Origin, depth int) {
	base := o.Value.Type()
	if call, ok := o.Value.(*ssa.Call); ok && o.Kind == flow.Result {
		base = resultType(call, o.Index)
	}
	if row := catalog.InboundField(base, o.Field.Name()); row != nil {
		if !r.isSent(o) {
			r.add(Received{Reads: row.Reads})
		}
		return
	}
	if param, ok := o.Value.(*ssa.Parameter); ok && o.Kind == flow.Given && flow.TypeWord(param.Type()) == "url.URL" {
		r.given = append(r.given, param)
	}
	r.fieldOf(o.Value, o.Field, o, depth)
}

// fieldOf looks at a field of a request, or of a variable that may have been filled with one.
func (r *receiver) fieldOf(base ssa.Value, field *types.Var, at flow.Origin, depth int) {
	origins := r.ReachingAt(base, at)
	if row := catalog.InboundField(base.Type(), field.Name()); row != nil {
		if !slices.ContainsFunc(origins, r.isSent) {
			r.add(Received{Reads: row.Reads})
		}
		return
	}
	r.filled(base, at, depth)
	for _, o := range origins {
		if alloc := variable(o.Value); alloc != nil && alloc != base {
			r.filled(alloc, o, depth)
		}
	}
}

// variable returns the variable that an address is of, or leads into, or nil.
func variable(addr ssa.Value) *ssa.Alloc {
	for {
		switch v := addr.(type) {
		case *ssa.Alloc:
			return v
		case *ssa.FieldAddr:
			addr = v.X
		default:
			return nil
		}
	}
}

// isSent reports whether the request that a field belongs to is one that the package makes, and sends.
func (r *receiver) isSent(o flow.Origin) bool {
	if o.Kind != flow.Result {
		return false
	}
	row := rowOf(&o.Value.(*ssa.Call).Call)
	return row != nil && row.Role == catalog.NewRequest
}

// call looks at what a call returns.
func (r *receiver) call(call *ssa.Call, o flow.Origin, depth int) {
	fn := flow.CalleeOf(&call.Call)
	row := catalog.InboundOf(fn)
	builtin, _ := call.Call.Value.(*ssa.Builtin)
	switch {
	case builtin != nil && builtin.Name() == "append":
		r.appended(call, o, depth)
	case row == nil:
		if changesText(fn) {
			for _, arg := range call.Call.Args {
				r.value(arg, o, depth+1)
			}
		}
	case row.Into != catalog.None, o.Index > 0 && row.Reads != catalog.InHeader: // an error, or whether it was there
	case row.Of != catalog.None:
		key, _ := flow.ConstString(Operand(&call.Call, row.Key))
		r.keyed(Operand(&call.Call, row.Of), key, call, o, depth)
	default:
		key, _ := flow.ConstString(Operand(&call.Call, row.Key))
		r.add(Received{Reads: row.Reads, Key: key, By: call})
	}
}

// appended looks at the list that is appended to, and what to it.
func (r *receiver) appended(call *ssa.Call, o flow.Origin, depth int) {
	r.value(call.Call.Args[0], o, depth+1)
	elements, _ := flow.Elements(call.Call.Args[1])
	for _, element := range append(elements, call.Call.Args[1]) {
		r.value(element, o, depth+1)
	}
}

// changesText reports whether what a function returns is made of the text that it is given, or is a token that stands in it.
func changesText(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	if row := catalog.SignedOf(fn); row != nil {
		return row.Role == catalog.ParsesSigned
	}
	switch fn.Pkg().Path() {
	case "strings", "bytes":
		return slices.ContainsFunc([]string{"Trim", "Split", "Fields", "Replace", "To", "Cut", "Clone"}, func(start string) bool { return strings.HasPrefix(fn.Name(), start) })
	case "net/url":
		return strings.HasSuffix(fn.Name(), "Unescape") || fn.Name() == "ParseQuery"
	case "encoding/hex", "encoding/base64":
		return fn.Name() == "DecodeString"
	case "io", "io/ioutil":
		return fn.Name() == "ReadAll"
	case "fmt":
		return strings.HasPrefix(fn.Name(), "Sprint")
	}
	return false
}

// filled looks at a variable, by its address, that a framework or a decoder may fill with what is in a request.
func (r *receiver) filled(addr ssa.Value, o flow.Origin, depth int) {
	for use := range addressed(addr) {
		call, ok := use.(ssa.CallInstruction)
		if !ok {
			continue
		}
		fn := flow.CalleeOf(call.Common())
		if row := catalog.InboundOf(fn); row != nil && row.Into != catalog.None {
			key, _ := flow.ConstString(Operand(call.Common(), row.Key))
			r.add(Received{Reads: row.Reads, Key: key, By: call})
		} else if from := decoded(fn, call.Common()); from != nil {
			r.value(from, o, depth+1)
		}
	}
}

// addressed yields the instructions that use a variable's address, itself or behind an interface.
func addressed(addr ssa.Value) func(yield func(ssa.Instruction) bool) {
	return func(yield func(ssa.Instruction) bool) {
		if addr.Referrers() == nil {
			return // a package variable
		}
		for _, use := range *addr.Referrers() {
			made, ok := use.(*ssa.MakeInterface)
			if !ok {
				if !yield(use) {
					return
				}
				continue
			}
			for _, use := range *made.Referrers() {
				if !yield(use) {
					return
				}
			}
		}
	}
}

// decoded returns what a decoder reads from, or nil.
func decoded(fn *types.Func, call *ssa.CallCommon) ssa.Value {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	switch fn.FullName() {
	case "encoding/json.Unmarshal", "encoding/xml.Unmarshal":
		return call.Args[0]
	case "(*encoding/json.Decoder).Decode", "(*encoding/xml.Decoder).Decode":
		if made, ok := call.Args[0].(*ssa.Call); ok && len(made.Call.Args) == 1 {
			return made.Call.Args[0] // json.NewDecoder(r.Body)
		}
	}
	return nil
}
