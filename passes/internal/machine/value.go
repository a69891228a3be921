package machine

import (
	"fmt"
	"go/constant"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A Kind says what is known of a [Value].
type Kind uint8

// The kinds.
const (
	Unknown Kind = iota
	// Const is a number, string or Boolean: Lit.
	Const
	// Nil is a nil pointer, interface, slice, map, channel or function.
	Nil
	// NonNil is something of those that isn't nil, and of which nothing else is known.
	NonNil
	// Pointer is an address: Addr.
	Pointer
	// Interface is an interface with the dynamic type Type that holds Parts[0]; for an error
	// Parts[1:] are the errors that it wraps.
	Interface
	// Tuple is the result of a call with several: Parts.
	Tuple
	// Struct has the fields Parts.
	Struct
	// List is a slice or an array with the elements Parts.
	List
	// Map has the keys and values Parts, in turn.
	Map
	// Func is the function Fn, whose free variables are Parts.
	Func
	// Timer is a channel on which something is sent after the time Parts[0].
	Timer
	// Text is a string of which something is known: its pieces Parts, not all of them constant.
	Text
)

// A Value is what the machine knows of a value of the program.
type Value struct {
	Kind Kind
	// Dep says that the value depends on the answer.
	Dep bool
	// Mark is what a retry library was told about an error.
	Mark  Mark
	Lit   constant.Value
	Addr  Address
	Type  types.Type
	Fn    *ssa.Function
	Parts []Value
}

// A Mark is what a retry library was told about an error.
type Mark uint8

// The marks.
const (
	Unmarked Mark = iota
	Permanent
	Retryable
)

// An Address is a place in memory: a path of fields and elements within an object.
type Address struct {
	// Base is the object: the ssa.Value that makes or names it, or an object of the machine's own.
	Base any
	Path string
}

// in returns the address of a part of what a points to.
func (a Address) in(part string) Address { return Address{a.Base, a.Path + "." + part} }

var (
	unknown = Value{}
	vague   = Value{Dep: true} // unknown, and dependent on the answer
	null    = Value{Kind: Nil}
	nonNil  = Value{Kind: NonNil}
)

func unknownIf(dep bool) Value { return Value{Dep: dep} }

func literal(c constant.Value) Value { return Value{Kind: Const, Lit: c} }

func boolean(b bool) Value { return literal(constant.MakeBool(b)) }

func integer(i int64) Value { return literal(constant.MakeInt64(i)) }

func text(s string) Value { return literal(constant.MakeString(s)) }

func pointer(base any) Value { return Value{Kind: Pointer, Addr: Address{Base: base}} }

// with returns v, which depends on the answer if dep says so.
func (v Value) with(dep bool) Value {
	v.Dep = v.Dep || dep
	return v
}

// part returns a part of a value, unknown if there is no such part.
func (v Value) part(i int) Value {
	if i < len(v.Parts) {
		return v.Parts[i].with(v.Dep && v.Kind != Tuple)
	}
	return unknownIf(v.Dep)
}

// field returns a field of a struct.
func (v Value) field(i int) Value {
	if v.Kind != Struct {
		return unknownIf(v.Dep)
	}
	return v.part(i)
}

// isNil says whether v is nil, if that is known.
func (v Value) isNil() (isNil, known bool) {
	switch v.Kind {
	case Nil:
		return true, true
	case Unknown, Const, Text, Tuple, Struct:
		return false, false
	case Pointer:
		return false, !named(v.Addr)
	}
	return false, true
}

// IsNonNil reports whether v is known not to be nil.
func (v Value) IsNonNil() bool {
	isNil, known := v.isNil()
	return known && !isNil
}

// named reports whether an address is that of something which the play found, not made: a parameter may be nil.
func named(a Address) bool {
	switch a.Base.(type) {
	case *ssa.Alloc, *ssa.Global, *object, *box, *element:
		return false
	}
	return a.Path == ""
}

// depends reports whether v or one of its parts depends on the answer.
func (v Value) depends() bool {
	if v.Dep {
		return true
	}
	for _, part := range v.Parts {
		if part.depends() {
			return true
		}
	}
	return false
}

// An object is memory that no instruction of the program makes, such as a response.
type object struct{ name string }

// keys numbers what values refer to, so that states can be compared.
type keys struct {
	bases map[any]int
	types map[types.Type]int
	names map[string]int
	texts map[string]int
}

func newKeys() *keys {
	return &keys{bases: map[any]int{}, types: map[types.Type]int{}, names: map[string]int{}, texts: map[string]int{}}
}

func (k *keys) base(base any) int { return numberOf(k.bases, base) }

// typeOf numbers types; identical ones have the same number.
func (k *keys) typeOf(t types.Type) int {
	n, ok := k.types[t]
	if !ok {
		n = numberOf(k.names, types.TypeString(t, nil))
		k.types[t] = n
	}
	return n
}

func (k *keys) text(text string) int { return numberOf(k.texts, text) }

// numberOf returns the number of something, from 1, and gives it one if it has none yet.
func numberOf[K comparable](numbers map[K]int, of K) int {
	n, ok := numbers[of]
	if !ok {
		n = len(numbers) + 1
		numbers[of] = n
	}
	return n
}

// writeInt appends a number to out.
func (k *keys) writeInt(out *strings.Builder, n int) {
	out.WriteString(strconv.Itoa(n))
	out.WriteByte('@')
}

// write appends a text to out that is equal for equal values only.
func (k *keys) write(out *strings.Builder, v Value) {
	out.WriteByte(byte('a' + v.Kind))
	if v.Dep {
		out.WriteByte('!')
	}
	if v.Mark != Unmarked {
		out.WriteByte('0' + byte(v.Mark))
	}
	switch v.Kind {
	case Const:
		out.WriteString(strconv.Quote(v.Lit.ExactString()))
	case Pointer:
		fmt.Fprintf(out, "%d%s", k.base(v.Addr.Base), v.Addr.Path)
	case Interface:
		if v.Type != nil {
			out.WriteString(strconv.Itoa(k.typeOf(v.Type)))
		}
	case Func:
		out.WriteString(strconv.Itoa(k.base(v.Fn)))
	}
	if len(v.Parts) > 0 {
		out.WriteByte('(')
		for _, part := range v.Parts {
			k.write(out, part)
			out.WriteByte(',')
		}
		out.WriteByte(')')
	}
}
