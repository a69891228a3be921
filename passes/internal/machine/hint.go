package machine

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// hinted reports whether the play is about an error that says how long to wait: one that was made of an answer with a
// Retry-After header, beyond what is played.
func (p *play) hinted() (seconds int64, ok bool) {
	if p.answer.Status != 0 || p.answer.RetryAfter == "" {
		return 0, false
	}
	n, err := strconv.ParseInt(p.answer.RetryAfter, 10, 64)
	return n, err == nil
}

// hint returns what a call returns that asks the error how long to wait, "retryAfter(err)": the time that the play is about.
func (p *play) hint(s *state, call *ssa.Call) (Value, bool) {
	seconds, ok := p.hinted()
	sig := call.Call.Signature()
	if !ok || sig.Results().Len() == 0 || !isDuration(sig.Results().At(0).Type()) || !saysRetryAfter(calledName(&call.Call)) || !asksError(&call.Call) {
		return unknown, false
	}
	s.events |= Asked
	s.asked = call.Pos()
	results := []Value{integer(seconds * int64(time.Second)).with(true)}
	for i := 1; i < sig.Results().Len(); i++ {
		switch t := sig.Results().At(i).Type(); {
		case isError(t):
			results = append(results, null.with(true))
		case types.Identical(t, types.Typ[types.Bool]):
			results = append(results, boolean(true).with(true))
		default:
			results = append(results, vague)
		}
	}
	return tuple(results), true
}

// asksError reports whether a call is given an error, or is a method of one, and nothing else that tells of an answer.
func asksError(call *ssa.CallCommon) bool {
	operands := call.Args
	if call.IsInvoke() {
		operands = append([]ssa.Value{call.Value}, operands...)
	}
	return slices.ContainsFunc(operands, func(v ssa.Value) bool { return implementsError(v.Type()) })
}

// hintIn returns what a field holds that says how long to wait, if it is one of an error.
func (p *play) hintIn(s *state, load *ssa.UnOp, v Value) Value {
	seconds, ok := p.hinted()
	addr, isField := load.X.(*ssa.FieldAddr)
	if !ok || !isField || v.Kind != Unknown || !isDuration(load.Type()) {
		return v
	}
	if field := flow.FieldOf(addr); field == nil || !saysRetryAfter(field.Name()) || !implementsError(addr.X.Type()) {
		return v
	}
	s.events |= Asked
	s.asked = addr.Pos()
	return integer(seconds * int64(time.Second)).with(true)
}

// saysRetryAfter reports whether a name has the words "retry after".
func saysRetryAfter(name string) bool {
	words := flow.Words(name)
	i := slices.Index(words, "retry")
	return i >= 0 && i+1 < len(words) && words[i+1] == "after"
}

func isDuration(t types.Type) bool { return t.String() == "time.Duration" }

func implementsError(t types.Type) bool {
	return types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

// limits notes that a time which the service asks for turned out to be less than something, or was looked at in a way that
// isn't understood: there may be a limit.
func (p *play) limits(s *state, cond ssa.Value, taken bool) {
	if s.events&Asked == 0 {
		return
	}
	compared, ok := cond.(*ssa.BinOp)
	if !ok {
		s.events |= Limited
		return
	}
	op := compared.Op
	if !taken {
		op = map[token.Token]token.Token{token.LSS: token.GEQ, token.LEQ: token.GTR, token.GTR: token.LEQ, token.GEQ: token.LSS}[op]
	}
	x, y := p.value(s, compared.X), p.value(s, compared.Y)
	if isNumber(y) && y.Dep {
		x, y = y, x
		op = map[token.Token]token.Token{token.LSS: token.GTR, token.LEQ: token.GEQ, token.GTR: token.LSS, token.GEQ: token.LEQ}[op]
	}
	if isNumber(x) && x.Dep && (op == token.LSS || op == token.LEQ) {
		s.events |= Limited
	}
}

func isNumber(v Value) bool { return v.Kind == Const && v.Lit.Kind() == constant.Int }
