package summary

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Differs reports whether a value is known not to be what it was compared with, wherever control gets to a block.
func (p *Package) Differs(o flow.Origin, block *ssa.BasicBlock) bool {
	for guard := range flow.Guards(block) {
		x, y, equal, ok := comparison(guard)
		if ok && !equal && (p.isFrom(x, o) || p.isFrom(y, o)) {
			return true
		}
	}
	return false
}

// Excluded reports whether a place is reached only where something was compared with a text, and was another one: in its own function, or
// in all that call it.
func (p *Package) Excluded(site ssa.Instruction, text string) bool {
	if excludes(site.Block(), text) {
		return true
	}
	calls, _ := p.Callers(site.Parent())
	return len(calls) > 0 && !slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool { return !excludes(call.Block(), text) })
}

func excludes(block *ssa.BasicBlock, text string) bool {
	for guard := range flow.Guards(block) {
		op, ok := guard.Cond.(*ssa.BinOp)
		if !ok || op.Op != token.EQL && op.Op != token.NEQ || guard.Holds == (op.Op == token.EQL) {
			continue
		}
		for _, v := range []ssa.Value{op.X, op.Y} {
			if other, ok := flow.ConstString(v); ok && other == text {
				return true
			}
		}
	}
	return false
}

func (p *Package) isFrom(v ssa.Value, o flow.Origin) bool {
	if _, ok := v.(*ssa.Const); ok {
		return false
	}
	for _, from := range p.Origins(v) {
		if from.Same(o) {
			return true
		}
	}
	return false
}

// comparison returns the texts that a guard compares, neither of which is a constant, and whether they are equal where control has passed it.
func comparison(guard flow.Guard) (x, y ssa.Value, equal, ok bool) {
	switch cond := guard.Cond.(type) {
	case *ssa.Call:
		if c, found := ComparisonOf(cond); found {
			return c.X, c.Y, guard.Holds, true
		}
	case *ssa.BinOp:
		if cond.Op != token.EQL && cond.Op != token.NEQ {
			return nil, nil, false, false
		}
		same := guard.Holds == (cond.Op == token.EQL)
		if one, isConst := cond.Y.(*ssa.Const); isConst {
			return constantTime(cond.X, one, same)
		}
		return cond.X, cond.Y, same, true
	}
	return nil, nil, false, false
}

// constantTime returns what subtle.ConstantTimeCompare compares, whose result is one for equal texts, and zero for others.
func constantTime(v ssa.Value, c *ssa.Const, same bool) (x, y ssa.Value, equal, ok bool) {
	call, isCall := v.(*ssa.Call)
	if !isCall || c.Value == nil {
		return nil, nil, false, false
	}
	if fn := flow.CalleeOf(&call.Call); fn == nil || fn.FullName() != "crypto/subtle.ConstantTimeCompare" {
		return nil, nil, false, false
	}
	return call.Call.Args[0], call.Call.Args[1], same == (c.Int64() == 1), true
}

// A Comparison is an operator or a call that compares two values.
type Comparison struct {
	X, Y ssa.Value
	// How is the operator, or the name of the function with that of its package.
	How string
	// ConstantTime says that how long it takes tells nothing of what the values have in common.
	ConstantTime bool
}

// ComparisonOf returns what an instruction compares, or false where it doesn't, or not for equality alone.
func ComparisonOf(instr ssa.Instruction) (Comparison, bool) {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		return Comparison{X: instr.X, Y: instr.Y, How: instr.Op.String()}, instr.Op == token.EQL || instr.Op == token.NEQ
	case *ssa.Call:
		fn := flow.CalleeOf(&instr.Call)
		if fn == nil || fn.Pkg() == nil {
			break
		}
		name := fn.Origin().FullName()
		if constant, ok := comparing[name]; ok {
			args := instr.Call.Args
			return Comparison{X: args[0], Y: args[1], How: fn.Pkg().Name() + "." + fn.Name(), ConstantTime: constant}, true
		}
	}
	return Comparison{}, false
}

// comparing are the functions that compare two texts, and whether they do it in constant time.
var comparing = map[string]bool{
	"crypto/hmac.Equal": true, "crypto/subtle.ConstantTimeCompare": true,
	"bytes.Equal": false, "bytes.EqualFold": false, "bytes.Compare": false, "strings.Compare": false, "strings.EqualFold": false, "reflect.DeepEqual": false, "slices.Equal": false,
}

// Emptiness returns the text that a condition finds to be empty, or not to be.
func Emptiness(cond ssa.Value) (text ssa.Value, ifEmpty, ok bool) {
	op, isOp := cond.(*ssa.BinOp)
	if !isOp || op.Op != token.EQL && op.Op != token.NEQ && op.Op != token.GTR {
		return nil, false, false
	}
	c, isConst := op.Y.(*ssa.Const)
	if !isConst {
		return nil, false, false
	}
	if measured := lengthOf(op.X); measured != nil {
		return measured, op.Op == token.EQL, c.Value != nil && c.Int64() == 0 && IsText(measured.Type())
	}
	if s, isText := flow.ConstString(c); op.Op == token.GTR || !c.IsNil() && !(isText && s == "") {
		return nil, false, false
	}
	return op.X, op.Op == token.EQL, IsText(op.X.Type())
}

// lengthOf returns what a value is the length of, or nil.
func lengthOf(v ssa.Value) ssa.Value {
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	if builtin, ok := call.Call.Value.(*ssa.Builtin); !ok || builtin.Name() != "len" {
		return nil
	}
	return call.Call.Args[0]
}
