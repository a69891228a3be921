package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A Text is what a string or a slice of bytes may be made of: parts, one after the other.
type Text []Part

// A Part is a constant (Origin.Kind is Constant), or what is only known by where it came from.
type Part struct {
	Constant string
	Origin   Origin
	// Cut says that it is a part only of what isn't known.
	Cut bool
}

// Known returns the text, and whether all of it is constant.
func (t Text) Known() (string, bool) {
	var b strings.Builder
	for _, part := range t {
		if part.Origin.Kind != Constant {
			return "", false
		}
		b.WriteString(part.Constant)
	}
	return b.String(), true
}

// Unknown returns the parts that aren't constant.
func (t Text) Unknown() []Part {
	return slices.DeleteFunc(slices.Clone(t), func(part Part) bool { return part.Origin.Kind == Constant })
}

// Cut returns what stands before and behind the first sep in a constant part, as [strings.Cut] does.
func (t Text) Cut(sep string) (before, after Text, found bool) {
	for i, part := range t {
		left, right, ok := strings.Cut(part.Constant, sep)
		if !ok || part.Origin.Kind != Constant {
			continue
		}
		before = append(slices.Clone(t[:i]), Part{Constant: left, Origin: part.Origin})
		after = append(Text{{Constant: right, Origin: part.Origin}}, t[i+1:]...)
		return before.trim(), after.trim(), true
	}
	return t, nil, false
}

// CutLast is like Cut for the last sep.
func (t Text) CutLast(sep string) (before, after Text, found bool) {
	for i := len(t) - 1; i >= 0; i-- {
		at := strings.LastIndex(t[i].Constant, sep)
		if at < 0 || t[i].Origin.Kind != Constant {
			continue
		}
		before = append(slices.Clone(t[:i]), Part{Constant: t[i].Constant[:at], Origin: t[i].Origin})
		after = append(Text{{Constant: t[i].Constant[at+len(sep):], Origin: t[i].Origin}}, t[i+1:]...)
		return before.trim(), after.trim(), true
	}
	return t, nil, false
}

// trim removes empty constants.
func (t Text) trim() Text {
	return slices.DeleteFunc(t, func(part Part) bool { return part.Origin.Kind == Constant && part.Constant == "" })
}

const (
	maxTexts     = 24 // that a value may be
	maxTextDepth = 8  // operators and calls inside each other
)

// Texts returns what v may be, going on from parameters to the arguments of all calls in the package: concatenated,
// formatted, and by what well-known functions of the standard library change in it (the case, an encoding).
// Where there is too much to tell, some of it is missing.
func (p *Package) Texts(v ssa.Value) []Text { return p.texts(v, Origin{}, 0) }

// TextsAt is like Texts for an operand of the call that an origin is, in the calling context of that origin.
func (p *Package) TextsAt(v ssa.Value, o Origin) []Text { return p.texts(v, o, 0) }

func (p *Package) texts(v ssa.Value, at Origin, depth int) []Text {
	var all []Text
	for _, o := range p.ReachingAt(v, at) {
		if len(all) >= maxTexts {
			break
		}
		all = append(all, p.textsOf(o, depth)...)
	}
	if len(all) == 0 {
		return []Text{{{Origin: Origin{Value: v}}}} // a parameter of what nobody calls
	}
	return all
}

// textsOf returns what an origin may be made of.
func (p *Package) textsOf(o Origin, depth int) []Text {
	hole := []Text{{{Origin: o}}}
	if depth > maxTextDepth {
		return hole
	}
	switch v := o.Value.(type) {
	case *ssa.Const:
		return constantText(o, v)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return join(p.texts(v.X, o, depth+1), p.texts(v.Y, o, depth+1))
		}
	case *ssa.Slice:
		return cut(p.texts(v.X, o, depth+1))
	case *ssa.Alloc:
		if text, ok := byteArray(v); ok {
			return []Text{{{Constant: text, Origin: Origin{Kind: Constant, Value: v}}}}
		}
	case *ssa.MakeSlice:
		if src := encodedInto(v); src != nil {
			return p.texts(src, o, depth+1)
		}
	case *ssa.Call:
		if o.Kind == Result && o.Field == nil && o.Index == 0 {
			if texts, ok := p.madeBy(&v.Call, o, depth+1); ok {
				return texts
			}
		}
	}
	return hole
}

func constantText(o Origin, c *ssa.Const) []Text {
	switch {
	case o.Kind != Constant:
		return []Text{{{Origin: o}}}
	case c.Value == nil:
		return []Text{{{Origin: o}}} // the zero value
	case c.Value.Kind() == constant.String:
		return []Text{{{Constant: constant.StringVal(c.Value), Origin: o}}}
	}
	return []Text{{{Constant: c.Value.ExactString(), Origin: o}}}
}

// byteArray returns the text of a slice literal of constant bytes.
func byteArray(alloc *ssa.Alloc) (string, bool) {
	array, ok := alloc.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
	if !ok || !types.Identical(array.Elem().Underlying(), types.Typ[types.Byte]) || array.Len() == 0 || array.Len() > 1<<12 {
		return "", false
	}
	text := make([]byte, array.Len())
	for _, use := range *alloc.Referrers() {
		switch use := use.(type) {
		case *ssa.Slice, *ssa.DebugRef:
		case *ssa.IndexAddr:
			if !storesByte(use, text) {
				return "", false
			}
		default:
			return "", false
		}
	}
	return string(text), strings.Trim(string(text), "\x00") != "" // zeros are a buffer
}

// encodedInto returns what is encoded into a buffer, or nil.
func encodedInto(buffer *ssa.MakeSlice) ssa.Value {
	for _, use := range *buffer.Referrers() {
		call, ok := use.(*ssa.Call)
		if !ok {
			continue
		}
		fn := CalleeOf(&call.Call)
		if fn == nil || fn.FullName() != "encoding/hex.Encode" && fn.FullName() != "(*encoding/base64.Encoding).Encode" {
			continue
		}
		if args := call.Call.Args; args[len(args)-2] == buffer {
			return args[len(args)-1]
		}
	}
	return nil
}

// storesByte puts the constant that is stored at an index into text.
func storesByte(addr *ssa.IndexAddr, text []byte) bool {
	index, ok := addr.Index.(*ssa.Const)
	if !ok || len(*addr.Referrers()) != 1 {
		return false
	}
	store, ok := (*addr.Referrers())[0].(*ssa.Store)
	if !ok {
		return false
	}
	c, ok := store.Val.(*ssa.Const)
	if ok {
		text[index.Int64()] = byte(c.Uint64())
	}
	return ok
}

// join returns each of the first texts followed by each of the second.
func join(first, second []Text) []Text {
	var all []Text
	for _, a := range first {
		for _, b := range second {
			if len(all) < maxTexts {
				all = append(all, slices.Concat(a, b))
			}
		}
	}
	return all
}

// cut marks what texts are made of as parts only. A constant stands for all that may be cut off it.
func cut(texts []Text) []Text {
	for i, text := range texts {
		texts[i] = slices.Clone(text)
		for j := range text {
			texts[i][j].Cut = true
		}
	}
	return texts
}

// changed are functions whose result is their argument of that number, in another case, spelling or encoding. A receiver is number 0.
var changed = map[string]int{
	"strings.TrimSpace": 0, "strings.Trim": 0, "strings.TrimPrefix": 0, "strings.TrimSuffix": 0, "strings.TrimRight": 0, "strings.TrimLeft": 0,
	"strings.ToLower": 0, "strings.ToUpper": 0, "strings.Clone": 0, "bytes.TrimSpace": 0, "bytes.Clone": 0,
	"strconv.Quote": 0, "net/url.QueryEscape": 0, "net/url.PathEscape": 0,
	"encoding/hex.EncodeToString": 0, "encoding/hex.DecodeString": 0,
	"(*encoding/base64.Encoding).EncodeToString": 1, "(*encoding/base64.Encoding).DecodeString": 1,
	"strings.NewReader": 0, "bytes.NewReader": 0, "bytes.NewBufferString": 0, "bytes.NewBuffer": 0,
}

// madeBy returns what a function of the standard library makes of its arguments.
func (p *Package) madeBy(call *ssa.CallCommon, o Origin, depth int) ([]Text, bool) {
	fn := CalleeOf(call)
	if fn == nil {
		return nil, false
	}
	name := fn.FullName()
	if arg, ok := changed[name]; ok {
		return p.texts(call.Args[arg], o, depth), true
	}
	switch name {
	case "fmt.Sprintf":
		return p.formatted(call.Args[0], call.Args[1], o, depth)
	case "fmt.Sprint":
		return p.concatenated(call.Args[0], o, depth)
	case "cmp.Or":
		return p.anyOf(call.Args[0], o, depth)
	}
	return nil, false
}

// anyOf returns what the elements of a list may be.
func (p *Package) anyOf(list ssa.Value, o Origin, depth int) ([]Text, bool) {
	elements, ok := Elements(list)
	var all []Text
	for _, element := range elements {
		all = append(all, p.texts(element, o, depth)...)
	}
	return all, ok
}

func (p *Package) concatenated(list ssa.Value, o Origin, depth int) ([]Text, bool) {
	elements, ok := Elements(list)
	all := []Text{nil}
	for _, element := range elements {
		all = join(all, p.texts(element, o, depth))
	}
	return all, ok
}

// formatted returns what Sprintf makes of a constant format. It knows plain verbs only ("%s", "%-8d", no "%[1]s" or "%*d").
func (p *Package) formatted(format, list ssa.Value, o Origin, depth int) ([]Text, bool) {
	pattern, ok := ConstString(format)
	elements, known := Elements(list)
	if !ok || !known {
		return nil, false
	}
	pieces, ok := verbs(pattern)
	if !ok || len(pieces) != len(elements)+1 {
		return nil, false
	}
	at := Origin{Kind: Constant, Value: format}
	all := []Text{Text{{Constant: pieces[0], Origin: at}}.trim()}
	for i, element := range elements {
		all = join(all, p.texts(element, o, depth))
		all = join(all, []Text{Text{{Constant: pieces[i+1], Origin: at}}.trim()})
	}
	return all, true
}

// verbs splits a format at its verbs.
func verbs(format string) (pieces []string, ok bool) {
	var piece strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			piece.WriteByte(format[i])
			continue
		}
		i++
		for i < len(format) && strings.IndexByte("+-# 0123456789.", format[i]) >= 0 {
			i++
		}
		switch {
		case i == len(format), format[i] == '[', format[i] == '*':
			return nil, false
		case format[i] == '%':
			piece.WriteByte('%')
		default:
			pieces = append(pieces, piece.String())
			piece.Reset()
		}
	}
	return append(pieces, piece.String()), true
}
