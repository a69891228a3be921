package webhookverify

import (
	_ "embed"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

var inventory bool

func init() {
	Analyzer.Flags.Var(&lint.OwnNames{What: catalog.OwnVerifiers}, "verifiers", "functions of your own, for all rules, that tell by a first result that is true, or else by an error, whether a webhook is genuine")
	Analyzer.Flags.BoolVar(&inventory, "inventory", false, "list all handlers of webhooks, and whether they are verified")
}

func run(p *lint.Pass) {
	if p.Summary == nil {
		return // nothing in the package gets a request
	}
	f := &finder{Pass: p, receivers: p.Summary.Receivers(), working: map[*ssa.Function]bool{}}
	for _, r := range f.receivers {
		for _, fn := range f.WorksOn(r) {
			f.working[fn] = true
		}
	}
	for _, r := range f.receivers {
		f.missing(r)
		f.late(r)
		f.replay(r)
		if inventory {
			f.list(r)
		}
	}
	for _, fn := range p.Summary.Functions {
		f.open(fn)
		f.verifications(fn)
		f.unrefused(fn)
	}
}

// A finder looks at one package.
type finder struct {
	*lint.Pass
	receivers []*summary.Receiver
	// working are the functions that work on webhooks.
	working map[*ssa.Function]bool
}

// list reports what is known of a receiver.
func (f *finder) list(r *summary.Receiver) {
	state := "nothing verifies who sent them"
	switch f.Summary.Verified(r) {
	case flow.Yes:
		state = "who sent them is looked at"
	case flow.Unknown:
		state = "whether anything looks at who sent them isn't known"
	}
	if evidence, ok := f.Site(r.Evidence); ok {
		f.Report(evidence, "inventory", "%s receives webhooks of %s: %s", lint.HandlerName(r.Func), r.Service, state)
	}
}

// missing reports a receiver that acts on what it gets, where nothing looks at who sent it.
func (f *finder) missing(r *summary.Receiver) {
	if f.Summary.Verified(r) != flow.No || !f.Summary.ReadsBody(r.Func) {
		return
	}
	effect := f.effect(r.Func)
	evidence, ok := f.Site(r.Evidence)
	if effect == nil || !ok {
		return
	}
	var at analysis.Range = evidence
	if decl, ok := r.Func.Syntax().(*ast.FuncDecl); ok {
		at = decl.Name
	}
	finding := f.ReportOnce(at, "missing", "%s does what anybody on the Internet says in the name of %s: nothing verifies who sent the request", lint.HandlerName(r.Func), r.Service)
	if at != evidence {
		finding.Related(evidence, "it is %s that sends this", r.Service)
	}
	if at, ok := f.Site(effect); ok {
		finding.Related(at, "it acts on the request here")
	}
}

// effect returns an instruction, of a function or of what it calls, that does more than to read, to log and to answer; or nil.
func (f *finder) effect(fn *ssa.Function) ssa.Instruction {
	for _, inner := range f.Summary.Reached(fn) {
		for instr := range flow.Instructions(inner) {
			if f.acts(instr) {
				return instr
			}
		}
	}
	return nil
}

func (f *finder) acts(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Go, *ssa.Send:
		return true
	case *ssa.Select:
		return slices.ContainsFunc(instr.States, func(state *ssa.SelectState) bool { return state.Dir == types.SendOnly })
	case ssa.CallInstruction:
		callee := flow.CalleeOf(instr.Common())
		if callee == nil {
			_, builtin := instr.Common().Value.(*ssa.Builtin)
			return !builtin && instr.Common().StaticCallee() == nil
		}
		if callee.Pkg() == nil {
			return false // err.Error()
		}
		return f.Summary.Callee(instr) == nil && (!catalog.Indifferent(callee.Pkg().Path()) || catalog.Changes(callee))
	}
	return false
}
