package scenario

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Failures are the answers that blame the service or the network, not the request: an error of the
// transport, 429 and the server errors.
var Failures = []int{0, 429, 500, 502, 503, 504}

// Repeated returns the rows of those answers, of all if none is named, after which the region attempts again, and does so
// because of them: what polls for a result may go on after success as well, and decides in the same place.
func (r *Region) Repeated(statuses ...int) []Row {
	success := r.Row(200)
	return slices.DeleteFunc(slices.Clone(r.Rows), func(row Row) bool {
		asked := len(statuses) == 0 || slices.Contains(statuses, row.Answer.Status)
		alike := row.Stop == success.Stop && row.Repeat == success.Repeat && row.Decision == success.Decision
		return !asked || row.Repeat != flow.Yes || alike
	})
}

// Attempts returns how many attempts a loop makes at most, where that is a constant in the source. A function that
// calls itself with a constant, such as a flag that says "no more", is taken to make two.
func (r *Region) Attempts() (n int64, ok bool) {
	if r.Shape == Recursion {
		if r.finder.callsItselfWithConstant(r.Attempt.Parent()) {
			return 2, true
		}
		return r.finder.countdown(r.Attempt.Parent())
	}
	for block := range r.candidate.loop {
		branch, isIf := block.Instrs[len(block.Instrs)-1].(*ssa.If)
		if !isIf || r.candidate.loop[block.Succs[0]] && r.candidate.loop[block.Succs[1]] {
			continue
		}
		if found, isCount := countOf(branch.Cond); isCount && (!ok || found < n) {
			n, ok = found, true
		}
	}
	return n, ok
}

// countdown returns how many attempts a function makes that calls itself with a number which is one less each time, down to 0,
// if all others call it with constants.
func (p *finder) countdown(fn *ssa.Function) (attempts int64, ok bool) {
	calls, complete := p.pkg.Callers(fn)
	if !complete {
		return 0, false
	}
	for _, param := range fn.Params {
		if first, ok := countsDown(param, calls); ok && slices.ContainsFunc(*param.Referrers(), comparesWithZero) {
			return first + 1, true
		}
	}
	return 0, false
}

// countsDown returns the greatest constant that a parameter begins with, if its function passes it on to itself less one.
func countsDown(param *ssa.Parameter, calls []ssa.CallInstruction) (first int64, ok bool) {
	for _, call := range calls {
		arg := flow.Argument(call, param)
		if call.Parent() == param.Parent() {
			less, isBinary := arg.(*ssa.BinOp)
			if !isBinary || less.Op != token.SUB || less.X != param {
				return 0, false
			}
			if step, isConst := intConst(less.Y); !isConst || step != 1 {
				return 0, false
			}
			continue
		}
		start, isConst := intConst(arg)
		if !isConst {
			return 0, false
		}
		first, ok = max(first, start), true
	}
	return first, ok
}

// comparesWithZero reports whether an instruction finds out whether a number has come down to 0.
func comparesWithZero(instr ssa.Instruction) bool {
	compared, ok := instr.(*ssa.BinOp)
	if !ok || compared.Op != token.GTR && compared.Op != token.LEQ && compared.Op != token.EQL {
		return false
	}
	n, ok := intConst(compared.Y)
	return ok && n == 0
}

// EndsByTime reports whether the function of a region looks at the clock, or has a context of its own that ends all attempts
// together: it may go on for as long as something takes, not for a number of attempts.
func (r *Region) EndsByTime() bool {
	root := r.Extent().Root
	for instr := range flow.Instructions(root) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		fn := flow.CalleeOf(&call.Call)
		if fn == nil {
			continue
		}
		switch fn.FullName() {
		case "time.Now", "time.Since", "time.Until":
			return true
		case "context.WithTimeout", "context.WithDeadline":
			if !r.candidate.loop[call.Block()] {
				return true
			}
		}
	}
	return false
}

// countOf returns how many rounds a loop makes with a condition such as i < 3, for an i that starts at a
// constant and grows by one.
func countOf(cond ssa.Value) (int64, bool) {
	compared, ok := cond.(*ssa.BinOp)
	if !ok || compared.Op != token.LSS && compared.Op != token.LEQ {
		return 0, false
	}
	limit, ok := intConst(compared.Y)
	if !ok {
		return 0, false
	}
	if compared.Op == token.LEQ {
		limit++
	}
	counter := compared.X
	if next, ok := counter.(*ssa.BinOp); ok {
		counter = next.X // "range n" compares after the round, for the next one
	}
	phi, ok := counter.(*ssa.Phi)
	if !ok {
		return 0, false
	}
	first, ok := firstOf(phi)
	return limit - max(first, 0), ok
}

// firstOf returns the first value of a counter that grows by one.
func firstOf(counter *ssa.Phi) (first int64, ok bool) {
	for _, edge := range counter.Edges {
		if n, isConst := intConst(edge); isConst {
			first, ok = n, true
			continue
		}
		next, isSum := edge.(*ssa.BinOp)
		if !isSum || next.Op != token.ADD || next.X != counter {
			return 0, false
		}
		if step, isConst := intConst(next.Y); !isConst || step != 1 {
			return 0, false
		}
	}
	return first, ok
}

func intConst(v ssa.Value) (int64, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	return c.Int64(), true
}

// HasResponse reports whether the attempt returns the answer, rather than what was made of it.
func (r *Region) HasResponse() bool {
	return slices.Contains(typeNames(r.Attempt.Common().Signature().Results()), "*net/http.Response")
}

// LosesAnswer reports whether what the attempt returns tells nothing of the answer but that it was an error: it is
// neither the answer nor its status code.
func (r *Region) LosesAnswer() bool {
	for result := range r.Attempt.Common().Signature().Results().Variables() {
		if isInteger(result.Type()) {
			return false
		}
	}
	return !r.HasResponse()
}

// HasBody reports whether the attempt returns an answer whose body is to be closed: not that of a HEAD request.
func (r *Region) HasBody() bool {
	fn := flow.CalleeOf(r.Attempt.Common())
	return r.HasResponse() && !(fn != nil && (fn.FullName() == "net/http.Head" || fn.FullName() == "(*net/http.Client).Head"))
}
