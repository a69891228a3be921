package machine

import (
	"go/types"
	"net/http"
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
		"errors.New":    func(_ *play, _ *state, args []Value) (Value, bool) { return plainError(args[0]), true },
		"errors.Is":     errorsIs,
		"errors.As":     errorsAs,
		"errors.Unwrap": errorsUnwrap,
		"errors.Join":   errorsJoin,
		"fmt.Errorf":    errorf,
		"(error).Error": errorText,

		"fmt.Sprintf":       sprintf,
		"fmt.Sprint":        sprint,
		"strconv.Itoa":      itoa,
		"strings.ToLower":   mapped(strings.ToLower),
		"strings.ToUpper":   mapped(strings.ToUpper),
		"strings.Contains":  searching(contained, nowhere),
		"strings.HasPrefix": searching(first, notFirst),

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
		return Value{Kind: Tuple, Parts: []Value{integer(0).with(args[0].Dep), plainError(unknown).with(args[0].Dep)}}, true
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
		return Value{Kind: Tuple, Parts: []Value{integer(0).with(args[0].Dep), plainError(unknown).with(args[0].Dep)}}, true
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
	if p.status() == success.Status {
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
