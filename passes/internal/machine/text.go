package machine

import (
	"fmt"
	"go/constant"
	"go/types"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Programs often tell errors apart by what they say, strings.Contains(err.Error(), "429"), so the machine knows as much
// of a text as the program that made it did: a Text has pieces, of which some are constant, others not. Of these
//
//   - a number or string that has nothing to do with the answer, such as a URL, is taken not to say what is looked for,
//   - the text of an error of the transport may say anything (a piece of the kind NonNil), but speaks of no status,
//   - what depends on the answer may say anything, but doesn't speak of a status where the text names the answer's own.

// maxPieces is the number of pieces of the longest text that is kept.
const maxPieces = 12

// anything is the text of an error that can be any of many.
var anything = Value{Kind: Text, Parts: []Value{nonNil}}

// concat returns the text that consists of pieces.
func concat(pieces ...Value) Value {
	all := Value{Kind: Text}
	says := false
	for _, piece := range pieces {
		all.Dep = all.Dep || piece.depends()
		for _, part := range piecesOf(piece) {
			says = says || part.Kind == Const || part.Kind == NonNil
			if n := len(all.Parts); n > 0 && part.Kind == Const && all.Parts[n-1].Kind == Const {
				part = literal(constant.MakeString(stringIn(all.Parts[n-1]) + stringIn(part))).with(part.Dep || all.Parts[n-1].Dep)
				all.Parts = all.Parts[:n-1]
			}
			all.Parts = append(all.Parts, part)
		}
	}
	switch {
	case !says || len(all.Parts) > maxPieces:
		return unknownIf(all.Dep)
	case len(all.Parts) == 1 && all.Parts[0].Kind == Const:
		return all.Parts[0]
	}
	return all
}

// piecesOf returns the pieces of a value that is part of a text.
func piecesOf(v Value) []Value {
	if v.Kind == Text {
		return v.Parts
	}
	if _, ok := stringOf(v); ok {
		return []Value{v}
	}
	return []Value{unknownIf(v.depends())}
}

func stringIn(v Value) string {
	t, _ := stringOf(v)
	return t
}

// isText reports whether something is known of a text.
func isText(v Value) bool {
	_, ok := stringOf(v)
	return ok || v.Kind == Text
}

// textOf returns what an error says.
func (p *play) textOf(s *state, err Value) Value {
	switch {
	case err.Kind != Interface && !err.Dep, isTransport(err):
		return anything
	case err.Kind != Interface:
		return vague
	case isRefusal(err): // what the library says first, the status, and what the answer says
		return concat(unknown, text(strconv.Itoa(p.status())).with(true), vague)
	case err.Type == markedType:
		return p.textOf(s, err.part(1))
	case fresh(err.Type):
		return err.part(0).with(true)
	case err.Type == nil: // a sentinel: which one it is, the answer may have decided
		return vague
	}
	if method := p.method(err.Type, errorMethod); method != nil {
		return p.evaluate(s, method, err.part(0))
	}
	if p.tells(s, err, 0) {
		return vague
	}
	return anything
}

var errorMethod = types.Universe.Lookup("error").Type().Underlying().(*types.Interface).Method(0)

// errorText is err.Error(), where that is no method of the package, into which the play goes.
func errorText(p *play, s *state, args []Value) (Value, bool) {
	switch args[0].Kind {
	case Interface, NonNil, Unknown:
		return p.textOf(s, args[0]), true
	}
	return unknown, false
}

var (
	// verbs finds the verbs of a format.
	verbs = regexp.MustCompile(`%[-+# 0]*[0-9]*(?:\.[0-9]+)?[a-zA-Z%]`)
	// ordered finds the verbs that say themselves which operands they are for, or take several.
	ordered = regexp.MustCompile(`%[-+# 0-9.]*[\[*]`)
)

// formattedBy returns the text that a format and its operands make, or a text without operands.
func (p *play) formattedBy(s *state, args []Value) Value {
	if len(args) == 1 {
		return args[0]
	}
	if made, ok := sprintf(p, s, args); ok {
		return made
	}
	return vague
}

// sprintf is fmt.Sprintf(format, args...).
func sprintf(p *play, s *state, args []Value) (Value, bool) {
	format, ok := stringOf(args[0])
	operands := args[1].Parts
	if !ok || args[1].Kind != List && args[1].Kind != Nil || ordered.MatchString(format) {
		return unknown, false
	}
	var pieces []Value
	end := 0
	for _, at := range verbs.FindAllStringIndex(format, -1) {
		pieces = append(pieces, text(format[end:at[0]]))
		verb := format[at[0]:at[1]]
		end = at[1]
		switch {
		case strings.HasSuffix(verb, "%"):
			pieces = append(pieces, text("%"))
		case len(operands) == 0:
			return unknown, false
		default:
			pieces = append(pieces, p.formatted(s, verb, operands[0]))
			operands = operands[1:]
		}
	}
	return concat(append(pieces, text(format[end:]))...), true
}

// formatted returns the text of an operand of fmt.Sprintf.
func (p *play) formatted(s *state, verb string, v Value) Value {
	if isErrorValue(v) || v.Kind != Interface {
		return p.textOf(s, v)
	}
	if _, basic := v.Type.(*types.Basic); !basic {
		return unknownIf(p.tells(s, v, 0))
	}
	inner := v.part(0)
	if n, ok := intOf(inner); ok {
		return text(fmt.Sprintf(verb, n)).with(inner.Dep)
	}
	if t, ok := stringOf(inner); ok {
		return text(fmt.Sprintf(verb, t)).with(inner.Dep)
	}
	return inner
}

// sprint is fmt.Sprint of a single operand.
func sprint(p *play, s *state, args []Value) (Value, bool) {
	if args[0].Kind != List || len(args[0].Parts) != 1 {
		return unknown, false
	}
	return concat(p.formatted(s, "%v", args[0].Parts[0])), true
}

// itoa is strconv.Itoa.
func itoa(p *play, s *state, args []Value) (Value, bool) {
	n, ok := intOf(args[0])
	return text(strconv.FormatInt(n, 10)).with(args[0].Dep), ok
}

// mapped is a function that changes the characters of a text.
func mapped(change func(string) string) intrinsic {
	return func(p *play, s *state, args []Value) (Value, bool) {
		if !isText(args[0]) {
			return unknown, false
		}
		var pieces []Value
		for _, piece := range piecesOf(args[0]) {
			if t, ok := stringOf(piece); ok {
				piece = text(change(t)).with(piece.Dep)
			}
			pieces = append(pieces, piece)
		}
		return concat(Value{Kind: Text, Dep: args[0].Dep, Parts: pieces}), true
	}
}

// searching is a function that looks for a constant in a text: found says that it is in the pieces, and absent that it can't be.
func searching(found, absent func(pieces []Value, what string) bool) intrinsic {
	return func(p *play, s *state, args []Value) (Value, bool) {
		what, ok := stringOf(args[1])
		if !ok || !isText(args[0]) {
			return unknown, false
		}
		pieces := piecesOf(args[0])
		switch {
		case found(pieces, what):
			return boolean(true).with(args[0].Dep), true
		case absent(pieces, what) || p.speaksOfOther(pieces, what):
			return boolean(false).with(args[0].Dep), true
		}
		return unknownIf(slices.ContainsFunc(pieces, isVague)), true
	}
}

func isVague(v Value) bool { return v.Kind == Unknown && v.Dep }

// isOpen reports whether a piece of a text may say anything.
func isOpen(v Value) bool { return v.Kind == NonNil || isVague(v) }

func contained(pieces []Value, what string) bool {
	return slices.ContainsFunc(pieces, func(v Value) bool { return strings.Contains(stringIn(v), what) })
}

// nowhere reports whether a text doesn't contain something that none of its constants contains.
func nowhere(pieces []Value, what string) bool { return !slices.ContainsFunc(pieces, isOpen) }

// first reports whether a text begins with something, and notFirst that it doesn't.
func first(pieces []Value, what string) bool { return strings.HasPrefix(stringIn(pieces[0]), what) }

func notFirst(pieces []Value, what string) bool {
	begin := stringIn(pieces[0])
	return !isOpen(pieces[0]) && !(begin != "" && len(pieces) > 1 && strings.HasPrefix(what, begin) && isOpen(pieces[1]))
}

// number finds what may be the number of a status.
var number = regexp.MustCompile(`\b[1-5][0-9][0-9]\b`)

// hasStatus reports whether there is the number of a status in a text.
func hasStatus(what string) bool {
	return slices.ContainsFunc(number.FindAllString(what, -1), func(digits string) bool {
		code, err := strconv.Atoi(digits)
		return err == nil && http.StatusText(code) != ""
	})
}

// speaksOfOther reports whether what is looked for is about a status, another than the answer's, and the text speaks of no
// status but that.
func (p *play) speaksOfOther(pieces []Value, what string) bool {
	own := strconv.Itoa(p.status())
	if !hasStatus(what) {
		if !namesStatus(what) {
			return false
		}
		own = http.StatusText(p.status())
	}
	if !slices.ContainsFunc(pieces, isVague) {
		return true
	}
	return own != "" && slices.ContainsFunc(pieces, func(v Value) bool {
		return strings.Contains(strings.ToLower(stringIn(v)), strings.ToLower(own))
	})
}

// namesStatus reports whether a text is, or contains, the name of a status, such as "Too Many Requests".
func namesStatus(what string) bool {
	what = strings.ToLower(strings.TrimSpace(what))
	for code := http.StatusBadRequest; code <= http.StatusNetworkAuthenticationRequired; code++ {
		if name := strings.ToLower(http.StatusText(code)); name != "" && strings.Contains(what, name) {
			return true
		}
	}
	return false
}
