package lint

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
)

// A Subject is something about a request that a program may look at before it sends the request again.
type Subject struct {
	// Fields are the names of struct fields that hold it, in lower case.
	Fields []string
	// Values are other values that are it: a parameter, say.
	Values []ssa.Value
}

// RepeatsWhatever reports whether the region sends again after one of some answers on a path where
// no decision depends on the subject, in the region or in what leads to it.
func (s *Sent) RepeatsWhatever(subject Subject, statuses ...int) bool {
	d := &decisions{Sent: s, subject: subject}
	avoid, ok := d.find()
	return ok && slices.ContainsFunc(s.Region.Repeated(statuses...), func(row scenario.Row) bool {
		return s.Region.RepeatsAvoiding(row.Answer, func(b *ssa.BasicBlock) bool { return avoid[b] }) == flow.Yes
	})
}

// decisions finds the tests of a subject.
type decisions struct {
	*Sent
	subject Subject
}

// find returns the blocks of the region's function in which the subject decides on another attempt. It returns false
// if the subject may decide elsewhere.
func (d *decisions) find() (map[*ssa.BasicBlock]bool, bool) {
	avoid := map[*ssa.BasicBlock]bool{}
	for _, way := range d.ways() {
		for instr := range flow.Instructions(way.fn) {
			switch {
			case instr == way.site && way.site != d.Region.AttemptInRoot(), !d.tests(instr):
			case way.site != d.Region.AttemptInRoot() || !d.extent.Within(instr.Block()):
				if d.decides(instr, way) {
					return nil, false
				}
			case instr == way.site || !branches(instr):
				return nil, false // it is hidden in the attempt, or remembered
			case d.skipsAttempt(instr.Block()):
				avoid[instr.Block()] = true
			}
		}
	}
	return avoid, true
}

// tests reports whether an instruction compares the subject with something, itself or by what it calls.
func (d *decisions) tests(instr ssa.Instruction) bool {
	if d.comparesOneOf(instr) {
		return true
	}
	call, ok := instr.(ssa.CallInstruction)
	if !ok || !d.mayAnswer(call) || d.pkg.Player().Exchange(call) {
		return false
	}
	return slices.ContainsFunc(d.extent.Callees(instr), func(fn *ssa.Function) bool {
		if makesOrCopies(fn.Signature) {
			return false
		}
		for instr := range flow.Instructions(fn) {
			if d.comparesOneOf(instr) {
				return true
			}
		}
		return false
	})
}

// makesOrCopies reports whether a function makes a request: it looks at the method and the body for its own ends.
func makesOrCopies(sig *types.Signature) bool {
	return sig.Results().Len() > 0 && sig.Results().At(0).Type().String() == "*net/http.Request"
}

// mayAnswer reports whether a call returns something that can tell whether to send again.
func (d *decisions) mayAnswer(call ssa.CallInstruction) bool {
	results := call.Common().Signature().Results()
	if makesOrCopies(call.Common().Signature()) {
		return false
	}
	for result := range results.Variables() {
		if t := result.Type(); tells(t) || IsError(t) {
			return true
		}
	}
	return false
}

// IsError reports whether t is error.
func IsError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// comparesOneOf reports whether an instruction compares a field or value of the subject.
func (d *decisions) comparesOneOf(instr ssa.Instruction) bool {
	var buf [8]*ssa.Value
	return slices.ContainsFunc(instr.Operands(buf[:0]), func(operand *ssa.Value) bool {
		return *operand != nil && d.isSubject(*operand, 0) && compares(instr)
	})
}

const maxSteps = 5 // from a comparison back to what it compares

// isSubject reports whether a value is the subject, or made of it.
func (d *decisions) isSubject(v ssa.Value, steps int) bool {
	if slices.Contains(d.subject.Values, v) {
		return true
	}
	if steps == maxSteps {
		return false
	}
	switch v := v.(type) {
	case *ssa.Field:
		return d.isField(v.X.Type(), v.Field)
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return d.isField(addr.X.Type(), addr.Field)
		}
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(edge ssa.Value) bool { return d.isSubject(edge, steps+1) })
	case *ssa.ChangeType:
		return d.isSubject(v.X, steps+1)
	case *ssa.Convert:
		return d.isSubject(v.X, steps+1)
	case *ssa.Parameter:
		return d.isArgument(v, steps)
	case *ssa.Call:
		fn := flow.CalleeOf(&v.Call)
		return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "strings" && len(v.Call.Args) > 0 && d.isSubject(v.Call.Args[0], steps+1)
	}
	return false
}

// isField reports whether a field of a struct holds the subject.
func (d *decisions) isField(t types.Type, index int) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	return ok && slices.Contains(d.subject.Fields, strings.ToLower(s.Field(index).Name())) && t.String() != "net/http.Response"
}

// isArgument reports whether the package passes the subject for a parameter.
func (d *decisions) isArgument(param *ssa.Parameter, steps int) bool {
	calls, _ := d.pkg.Callers(param.Parent())
	return slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool {
		return d.isSubject(flow.Argument(call, param), steps+1)
	})
}

// compares reports whether an instruction can tell what one of its operands is: to print it, to store it or to make a
// request of it can't.
func compares(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		return instr.Op != token.ADD
	case *ssa.Lookup:
		return true
	case *ssa.Call:
		fn := flow.CalleeOf(&instr.Call)
		if fn == nil || fn.Pkg() == nil {
			return true
		}
		switch fn.Pkg().Path() {
		case "slices", "strings", "regexp", "maps":
			return true
		}
		return fn.Pkg().Path() != "net/http" && returnsBool(fn)
	}
	return false
}

func returnsBool(fn *types.Func) bool {
	results := fn.Signature().Results()
	if results.Len() == 0 {
		return false
	}
	basic, ok := results.At(0).Type().Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsBoolean != 0
}

// branches reports whether what a test finds is only used to go one way or the other, there and then.
func branches(instr ssa.Instruction) bool {
	v, ok := instr.(ssa.Value)
	if !ok || v.Referrers() == nil {
		return false
	}
	if IsError(v.Type()) {
		return true // it is compared with nil, and told to somebody
	}
	return !slices.ContainsFunc(*v.Referrers(), func(use ssa.Instruction) bool {
		switch use := use.(type) {
		case *ssa.If, *ssa.DebugRef:
			return false
		case *ssa.UnOp, *ssa.BinOp, *ssa.Extract:
			return use.Block() != instr.Block() || !branches(use)
		}
		return true
	})
}

// skipsAttempt reports whether a block of the region can lead out of it without another attempt.
func (d *decisions) skipsAttempt(from *ssa.BasicBlock) bool {
	attempt := d.Region.AttemptInRoot().Block()
	seen := map[*ssa.BasicBlock]bool{attempt: true}
	var skips func(b *ssa.BasicBlock) bool
	skips = func(b *ssa.BasicBlock) bool {
		if !d.extent.Within(b) || len(b.Succs) == 0 {
			return true
		}
		if seen[b] {
			return false
		}
		seen[b] = true
		return slices.ContainsFunc(b.Succs, skips)
	}
	return slices.ContainsFunc(from.Succs, skips)
}

// decides reports whether a test before the region can tell how often it sends: one of its sides doesn't lead there, or
// what it chooses is used there.
func (d *decisions) decides(instr ssa.Instruction, way way) bool {
	block, site := instr.Block(), way.site.Block()
	if !reachable(block)[site] {
		return false
	}
	if !branches(instr) || len(block.Succs) != 2 {
		return true
	}
	left, right := reachable(block.Succs[0]), reachable(block.Succs[1])
	if !left[site] || !right[site] {
		return true
	}
	onOneSide := func(b *ssa.BasicBlock) bool { return left[b] != right[b] }
	return slices.ContainsFunc(way.fn.Blocks, func(b *ssa.BasicBlock) bool {
		joins := b == block.Succs[0] || b == block.Succs[1] || slices.ContainsFunc(b.Preds, onOneSide)
		return onOneSide(b) && stores(b) || joins && d.chooses(b, way)
	})
}

// stores reports whether a block sets a variable or a field that can tell how often to send.
func stores(b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
		store, ok := instr.(*ssa.Store)
		return ok && tells(store.Val.Type())
	})
}

// chooses reports whether a block begins with a choice that tells the region, or the call that leads to it, something.
func (d *decisions) chooses(b *ssa.BasicBlock, way way) bool {
	return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
		phi, ok := instr.(*ssa.Phi)
		return ok && tells(phi.Type()) && d.feeds(phi, way, 0)
	})
}

// feeds reports whether a value is used in the region, or by the call that leads to it.
func (d *decisions) feeds(v ssa.Value, way way, steps int) bool {
	if v.Referrers() == nil {
		return false
	}
	return slices.ContainsFunc(*v.Referrers(), func(use ssa.Instruction) bool {
		if use == way.site || way.fn == d.extent.Root && d.extent.Within(use.Block()) {
			return true
		}
		made, ok := use.(ssa.Value)
		return ok && steps < maxSteps && d.feeds(made, way, steps+1)
	})
}

// tells reports whether a value of type t can tell how often to send; a request, its body or an error can't.
func tells(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString == 0
	case *types.Pointer, *types.Signature, *types.Struct:
		return t.String() != "*net/http.Request"
	}
	return false
}

// reachable returns the blocks that a block leads to, itself included.
func reachable(from *ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	seen := map[*ssa.BasicBlock]bool{}
	work := []*ssa.BasicBlock{from}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if !seen[b] {
			seen[b] = true
			work = append(work, b.Succs...)
		}
	}
	return seen
}
