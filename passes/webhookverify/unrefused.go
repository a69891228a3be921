package webhookverify

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

// unrefused reports where a request is verified, and acted on all the same if it isn't genuine: the branch for that doesn't leave.
func (f *finder) unrefused(fn *ssa.Function) {
	if !f.working[fn] {
		return
	}
	for _, block := range fn.Blocks {
		call, failed, genuine := f.verdictAt(block)
		if call == nil {
			continue
		}
		effect := f.effectAfter(block, failed, genuine)
		expr, ok := f.CallExpr(call)
		if effect == nil || !ok {
			continue
		}
		finding := f.ReportOnce(expr, "ignored", "what isn't genuine is taken like what is: %s goes on when %s fails", lint.HandlerName(fn), lint.Name(expr))
		if at, ok := f.Site(effect); ok {
			finding.Related(at, "it acts on the request here")
		}
	}
}

// verdictAt returns the call whose verdict decides at the end of a block, and where it goes on if that is bad, and if it is good; nil if there is none.
func (f *finder) verdictAt(block *ssa.BasicBlock) (call *ssa.Call, failed, genuine *ssa.BasicBlock) {
	test, ok := block.Instrs[len(block.Instrs)-1].(*ssa.If)
	if !ok {
		return nil, nil, nil
	}
	yes, no := block.Succs[0], block.Succs[1]
	cond := test.Cond
	if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
		cond, yes, no = not.X, no, yes
	}
	if op, ok := cond.(*ssa.BinOp); ok {
		if op.Op != token.NEQ && op.Op != token.EQL || !isNilTest(op) || !lint.IsError(op.X.Type()) {
			return nil, nil, nil
		}
		if op.Op == token.EQL {
			yes, no = no, yes
		}
		if call = callOf(op.X); call != nil && f.Summary.Authenticates(call) {
			return call, yes, no
		}
		return nil, nil, nil
	}
	if call = callOf(cond); call == nil {
		return nil, nil, nil
	}
	if row := catalog.VerifierOf(flow.CalleeOf(&call.Call)); row == nil || row.Part || row.Verdict != catalog.Result0 {
		return nil, nil, nil // what true says isn't known
	}
	return call, no, yes
}

// callOf returns the call whose result a value is, or nil.
func callOf(v ssa.Value) *ssa.Call {
	if extract, ok := v.(*ssa.Extract); ok {
		v = extract.Tuple
	}
	call, _ := v.(*ssa.Call)
	return call
}

// effectAfter returns an instruction that acts on a request and that is reached whatever the test at the end of a block says, or nil. Where something is tested that
// the branches may have set, or verified again, it isn't known what is reached.
func (f *finder) effectAfter(test, failed, genuine *ssa.BasicBlock) ssa.Instruction {
	common := map[*ssa.BasicBlock]bool{}
	walk(genuine, test, func(b *ssa.BasicBlock) bool {
		common[b] = true
		return true
	})
	var effect ssa.Instruction
	walk(failed, test, func(b *ssa.BasicBlock) bool {
		if effect != nil || f.verifies(b) {
			return false
		}
		if i := slices.IndexFunc(b.Instrs, f.actsAtAll); i >= 0 && common[b] {
			effect = b.Instrs[i]
		}
		end, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		return !ok || !remembers(end.Cond)
	})
	return effect
}

// walk visits the blocks that are reached from one without passing another, as long as visit says to go on.
func walk(from, without *ssa.BasicBlock, visit func(*ssa.BasicBlock) bool) {
	seen := map[*ssa.BasicBlock]bool{without: true}
	var next func(b *ssa.BasicBlock)
	next = func(b *ssa.BasicBlock) {
		if seen[b] {
			return
		}
		seen[b] = true
		if visit(b) {
			for _, succ := range b.Succs {
				next(succ)
			}
		}
	}
	next(from)
}

// remembers reports whether a condition may depend on the way that led to it: on a variable.
func remembers(cond ssa.Value) bool {
	switch cond := cond.(type) {
	case *ssa.Phi:
		return true
	case *ssa.BinOp:
		return remembers(cond.X) || remembers(cond.Y)
	case *ssa.UnOp:
		if cond.Op == token.MUL {
			_, variable := cond.X.(*ssa.Alloc)
			return variable
		}
		return remembers(cond.X)
	}
	return false
}
