package webhookverify

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// open reports where a function verifies nothing because a secret, or a signature, is empty.
func (f *finder) open(fn *ssa.Function) {
	for _, block := range fn.Blocks {
		test, ok := block.Instrs[len(block.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		text, ifEmpty, ok := summary.Emptiness(test.Cond)
		if !ok {
			continue
		}
		given := block.Succs[1]
		if !ifEmpty {
			given = block.Succs[0]
		}
		name := f.proof(text, fn)
		if name == "" || !f.verifiesFrom(given) || !f.acceptsEmpty(block, text) {
			continue
		}
		if site, ok := f.Site(test.Cond.(ssa.Instruction)); ok {
			f.ReportOnce(site, "open", "%s takes what anybody sends for genuine when %s is empty: it is verified only where there is one", lint.HandlerName(fn), name)
		}
	}
}

// proof returns the name of what a webhook is verified with, or by, if the text is that: a secret of this program's, or the
// signature in a header of the service's.
func (f *finder) proof(text ssa.Value, fn *ssa.Function) string {
	for _, o := range f.Summary.Origins(text) {
		if call, ok := o.Value.(*ssa.Call); ok {
			if row := catalog.InboundOf(flow.CalleeOf(&call.Call)); row != nil {
				return signatureOf(call, row)
			}
		}
	}
	if name := f.Summary.OwnSecret(text); name != "" && (f.working[fn] || f.NamedAfter(fn, signed, name)) {
		return name
	}
	return ""
}

// signatureOf returns the header that a call reads if it holds what proves that a webhook is genuine, or "".
func signatureOf(call *ssa.Call, row *catalog.Inbound) string {
	for _, arg := range call.Call.Args {
		if key, ok := flow.ConstString(arg); ok && row.Key != catalog.None && catalog.SignatureHeader(key) {
			return "the " + key + " header"
		}
	}
	return ""
}

// signed are words in the names of what webhooks are verified with.
var signed = []string{"webhook", "webhooks", "hook", "hooks", "signature"}

// verifiesFrom reports whether something is verified on some way on from a block.
func (f *finder) verifiesFrom(block *ssa.BasicBlock) bool {
	return slices.ContainsFunc(block.Parent().Blocks, func(b *ssa.BasicBlock) bool { return f.verifies(b) && flow.Leads(block, b) })
}

// verifies reports whether a block verifies something.
func (f *finder) verifies(block *ssa.BasicBlock) bool {
	return slices.ContainsFunc(block.Instrs, f.Summary.Authenticates)
}

// acceptsEmpty reports whether some way through a function, on which a text is empty and nothing is verified, leads through the block that tests that, and ends in what
// accepts a request.
func (f *finder) acceptsEmpty(test *ssa.BasicBlock, text ssa.Value) bool {
	w := &acceptance{finder: f, test: test, tests: map[ssa.Value]int{}, seen: map[string]bool{}}
	for _, b := range test.Parent().Blocks {
		if test, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
			if text, _, ok := summary.Emptiness(test.Cond); ok {
				w.tests[text]++
			}
		}
	}
	return w.from(test.Parent().Blocks[0], map[ssa.Value]bool{text: true}, false)
}

// An acceptance looks for a way through a function on which what was found to be empty, or not to be, stays so.
type acceptance struct {
	*finder
	test *ssa.BasicBlock
	// tests is how often the function tests a text. What is tested once needn't be remembered.
	tests map[ssa.Value]int
	seen  map[string]bool
}

// from goes on from a block, with the texts that are known to be empty (true), or not to be. tested says whether the way led through the test.
func (w *acceptance) from(b *ssa.BasicBlock, known map[ssa.Value]bool, tested bool) bool {
	key := fmt.Sprint(b.Index, describe(known), tested)
	if w.seen[key] || w.verifies(b) {
		return false
	}
	w.seen[key] = true
	if tested && slices.ContainsFunc(b.Instrs, w.accepts) {
		return true
	}
	tested = tested || b == w.test
	if test, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
		if text, ifEmpty, ok := summary.Emptiness(test.Cond); ok {
			return w.fromTest(b, text, ifEmpty, known, tested)
		}
	}
	return slices.ContainsFunc(b.Succs, func(succ *ssa.BasicBlock) bool { return w.from(succ, known, tested) })
}

// maxRemembered is how many texts a way through a function is remembered of: each of them may double the work.
const maxRemembered = 6

// fromTest goes on from a block that ends in a test whether a text is empty.
func (w *acceptance) fromTest(b *ssa.BasicBlock, text ssa.Value, ifEmpty bool, known map[ssa.Value]bool, tested bool) bool {
	for i, succ := range b.Succs {
		empty := ifEmpty == (i == 0)
		if was, ok := known[text]; ok && was != empty {
			continue
		}
		next := known
		if w.tests[text] > 1 && len(known) < maxRemembered {
			next = maps.Clone(known)
			next[text] = empty
		}
		if w.from(succ, next, tested) {
			return true
		}
	}
	return false
}

// describe returns what is known as a text that is always the same.
func describe(known map[ssa.Value]bool) string {
	var all []string
	for text, empty := range known {
		all = append(all, fmt.Sprint(text.Name(), empty))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// accepts reports whether an instruction accepts a request: it returns true, or no error, or acts on the request.
func (f *finder) accepts(instr ssa.Instruction) bool {
	ret, ok := instr.(*ssa.Return)
	if !ok {
		return summary.IsHandler(instr.Parent()) && f.actsAtAll(instr)
	}
	if len(ret.Results) == 0 {
		return false
	}
	c, ok := ret.Results[len(ret.Results)-1].(*ssa.Const)
	if !ok || summary.IsHandler(instr.Parent()) {
		return false
	}
	if lint.IsError(c.Type()) {
		return c.IsNil()
	}
	return c.Value != nil && c.Value.ExactString() == "true"
}

// actsAtAll is like acts, for what the function calls too.
func (f *finder) actsAtAll(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return f.acts(instr)
	}
	if own := f.Summary.Callee(call); own != nil {
		return f.effect(own) != nil
	}
	return f.acts(instr)
}
