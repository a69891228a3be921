package machine

import (
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

func isTrue(v Value) bool {
	return v.Kind == Const && v.Lit.Kind() == constant.Bool && constant.BoolVal(v.Lit)
}

func intOf(v Value) (int64, bool) {
	if v.Kind != Const || v.Lit.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(v.Lit)
}

func stringOf(v Value) (string, bool) {
	if v.Kind != Const || v.Lit.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v.Lit), true
}

// binary returns the value of x op y.
func (p *play) binary(op token.Token, x, y Value) Value {
	dep := x.Dep || y.Dep
	switch op {
	case token.EQL, token.NEQ:
		if equal, ok := p.equal(x, y); ok {
			return boolean(equal == (op == token.EQL)).with(dep || made(x) || made(y))
		}
		return unknownIf(dep && !ofTransport(x) && !ofTransport(y))
	}
	if op == token.ADD && (isText(x) || isText(y)) {
		return concat(x, y)
	}
	if x.Kind != Const || y.Kind != Const || x.Lit.Kind() != y.Lit.Kind() {
		return unknownIf(dep)
	}
	switch op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		return boolean(constant.Compare(x.Lit, op, y.Lit)).with(dep)
	case token.ADD, token.SUB, token.MUL, token.AND, token.OR, token.XOR:
		return literal(constant.BinaryOp(x.Lit, op, y.Lit)).with(dep)
	case token.QUO, token.REM:
		return divide(op, x, y).with(dep)
	}
	return unknownIf(dep)
}

// divide divides as Go does: integers are truncated.
func divide(op token.Token, x, y Value) Value {
	if constant.Sign(y.Lit) == 0 {
		return unknown
	}
	if x.Lit.Kind() == constant.Int && op == token.QUO {
		op = token.QUO_ASSIGN
	}
	if op == token.REM && x.Lit.Kind() != constant.Int {
		return unknown
	}
	return literal(constant.BinaryOp(x.Lit, op, y.Lit))
}

// equal says whether two values are equal, if that is known.
func (p *play) equal(x, y Value) (equal, known bool) {
	if x.Kind == Const && y.Kind == Const {
		return equalConst(x, y)
	}
	if isNil, known := y.isNil(); known && isNil {
		return x.isNil()
	}
	if isNil, known := x.isNil(); known && isNil {
		return y.isNil()
	}
	return p.identical(x, y)
}

func equalConst(x, y Value) (equal, known bool) {
	if x.Kind != Const || y.Kind != Const || x.Lit.Kind() != y.Lit.Kind() {
		return false, false
	}
	return constant.Compare(x.Lit, token.EQL, y.Lit), true
}

// identical says whether two pointers, or interfaces that hold pointers, are the same.
func (p *play) identical(x, y Value) (same, known bool) {
	if x.Kind == Interface && y.Kind == Interface {
		if x.Type != nil && y.Type != nil && !types.Identical(x.Type, y.Type) {
			return false, true
		}
		if x.Mark != y.Mark || fresh(x.Type) != fresh(y.Type) {
			return false, true
		}
		return p.identical(x.part(0), y.part(0))
	}
	if x.Kind == Pointer && y.Kind == Pointer {
		if p.mayBe(x, y) || p.mayBe(y, x) {
			return false, false
		}
		same := x.Addr == y.Addr
		return same, same || distinct(x.Addr) && distinct(y.Addr)
	}
	if x.Kind == Struct && y.Kind == Pointer || x.Kind == Pointer && y.Kind == Struct {
		return false, true
	}
	return equalConst(x, y)
}

// mayBe reports whether an error of the transport may be the sentinel: context.Canceled, io.EOF, but none of this package's;
// or whether a library's error may, which has sentinels of its own.
func (p *play) mayBe(err, sentinel Value) bool {
	g, ok := sentinel.Addr.Base.(*ssa.Global)
	if !ok || g.Pkg == p.pkg.Package {
		return false
	}
	return err.Addr.Base == transport || err.Addr.Base == refusal && catalog.LibraryOf(g.Pkg.Pkg.Path()) != nil && !catalog.Std(g.Pkg.Pkg.Path())
}

// distinct reports whether an address belongs to an object that is known, so that another one is another object.
func distinct(a Address) bool {
	switch a.Base.(type) {
	case *ssa.Alloc, *ssa.Global, *object, *box:
		return true
	}
	return false
}

// convert converts a value to a type. Numbers stay what they are unless they needn't fit.
func (p *play) convert(t types.Type, v Value) Value {
	basic, ok := t.Underlying().(*types.Basic)
	if !ok || v.Kind != Const {
		return unknownIf(v.Dep)
	}
	switch {
	case basic.Info()&types.IsInteger != 0 && (v.Lit.Kind() == constant.Int || v.Lit.Kind() == constant.Float):
		if n, ok := constant.Int64Val(constant.ToInt(v.Lit)); ok && 0 <= n && n <= greatest(basic.Kind()) {
			return literal(constant.MakeInt64(n)).with(v.Dep)
		}
	case basic.Info()&types.IsFloat != 0 && v.Lit.Kind() == constant.Int:
		return literal(constant.ToFloat(v.Lit)).with(v.Dep)
	case basic.Info()&types.IsString != 0 && v.Lit.Kind() == constant.String:
		return v
	}
	return unknownIf(v.Dep)
}

// greatest is the greatest number that fits an integer type on all machines.
func greatest(kind types.BasicKind) int64 {
	switch kind {
	case types.Int8:
		return math.MaxInt8
	case types.Uint8:
		return math.MaxUint8
	case types.Int16:
		return math.MaxInt16
	case types.Uint16:
		return math.MaxUint16
	case types.Int64, types.Uint64:
		return math.MaxInt64
	}
	return math.MaxInt32
}

// learn notes what a condition says once its branch is taken.
func (p *play) learn(s *state, cond ssa.Value, holds bool) {
	f := s.top()
	dep := p.value(s, cond).Dep
	f.env[cond] = boolean(holds)
	switch cond := cond.(type) {
	case *ssa.UnOp:
		if cond.Op == token.NOT {
			p.learn(s, cond.X, !holds)
		} else if cond.Op == token.MUL {
			p.learnCell(s, cond, boolean(holds))
		}
	case *ssa.BinOp:
		if cond.Op == token.NEQ {
			holds = !holds
		} else if cond.Op != token.EQL {
			return
		}
		if holds && isError(cond.X.Type()) && !isNilConst(cond.X) && !isNilConst(cond.Y) {
			s.events |= Named
		}
		p.learnEqual(s, cond.X, cond.Y, holds, dep)
		p.learnEqual(s, cond.Y, cond.X, holds, dep)
	case *ssa.Call:
		if holds && namesError(&cond.Call) {
			s.events |= Named
		}
	}
}

// namesError reports whether a call asks whether an error is a certain one, or what it says.
func namesError(call *ssa.CallCommon) bool {
	fn := flow.CalleeOf(call)
	if fn == nil {
		return false
	}
	switch nameOf(fn) {
	case "errors.Is", "errors.As":
		return true
	case "strings.Contains", "strings.HasPrefix", "strings.HasSuffix", "(*regexp.Regexp).MatchString":
		return slices.ContainsFunc(call.Args, saysError)
	}
	return false
}

// saysError reports whether a value is what an error says: err.Error(), in small letters perhaps.
func saysError(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	if fn := flow.CalleeOf(&call.Call); fn != nil && nameOf(fn) == "strings.ToLower" {
		return saysError(call.Call.Args[0])
	}
	return calledName(&call.Call) == "Error"
}

func isNilConst(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// learnEqual notes that x equals y, or doesn't.
func (p *play) learnEqual(s *state, x, y ssa.Value, equal, dep bool) {
	before, other := p.value(s, x), p.value(s, y)
	if before.Kind != Unknown && !(before.Kind == Pointer && named(before.Addr)) {
		return
	}
	var now Value
	switch isNil, known := other.isNil(); {
	case equal && (other.Kind == Const || known && isNil):
		now = other.with(before.Dep)
	case !equal && known && isNil && before.Kind == Unknown:
		now = nonNil.with(before.Dep)
	default:
		return
	}
	s.top().env[x] = now
	if load, ok := x.(*ssa.UnOp); ok && load.Op == token.MUL {
		p.learnCell(s, load, now)
	}
}

// learnCell notes what a variable holds that was just read.
func (p *play) learnCell(s *state, load *ssa.UnOp, v Value) {
	if addr := p.value(s, load.X); addr.Kind == Pointer {
		if _, ok := addr.Addr.Base.(*element); !ok {
			s.heap.set(addr.Addr, v)
		}
	}
}

func isComparison(op token.Token) bool {
	switch op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return true
	}
	return false
}
