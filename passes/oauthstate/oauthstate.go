package oauthstate

import (
	_ "embed"

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

func run(p *lint.Pass) {
	if p.Summary == nil {
		return
	}
	f := &flows{Pass: p, authorizations: p.Summary.Authorizations(), exchanges: exchanges(p.Summary)}
	if len(f.authorizations)+len(f.exchanges) == 0 {
		return
	}
	f.habits = survey(p)
	for _, a := range f.authorizations {
		f.constant(a.Call, a.State, a.Options, 0)
	}
	for _, call := range f.exchanges {
		f.unchecked(call)
	}
	f.publicClients()
}

// flows are the authorization code flows of one package (RFC 6749, section 4.1).
type flows struct {
	*lint.Pass
	*habits
	authorizations []summary.Authorization
	exchanges      []ssa.CallInstruction
}

// exchanges returns the calls of a package that exchange a code for a token.
func exchanges(p *summary.Package) []ssa.CallInstruction {
	var calls []ssa.CallInstruction
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if row := catalog.AuthCodeOf(flow.CalleeOf(call.Common())); row != nil && row.Code != catalog.None {
				calls = append(calls, call)
			}
		}
	}
	return calls
}

// unbound reports whether the options of a request are known not to tie it to the user's browser, and nothing in the package does.
func (f *flows) unbound(options []ssa.Value) bool {
	return f.Summary.Binds(options) == flow.No && !f.binds
}

const maxWrappers = 3 // functions inside each other that hand on a state

// constant reports an authorization request whose state is the same for everybody. Where it is a parameter, the calls of its function count.
func (f *flows) constant(call ssa.CallInstruction, state ssa.Value, options []ssa.Value, depth int) {
	if !f.unbound(options) || f.typed || !f.comesBack(call) {
		return
	}
	if param, ok := state.(*ssa.Parameter); ok {
		calls, _ := f.Summary.Callers(param.Parent())
		for _, caller := range calls {
			if depth < maxWrappers {
				f.constant(caller, flow.Argument(caller, param), summary.AuthCodeOptions(caller), depth+1)
			}
		}
		return
	}
	text, ok := f.same(state)
	if !ok {
		return
	}
	expr, ok := f.CallExpr(call)
	if !ok {
		return
	}
	if text == "" {
		f.ReportOnce(expr, "constant", "%s sends no state: whoever gets a user to follow the link of another login logs them in as somebody else (login CSRF)", lint.Name(expr))
		return
	}
	f.ReportOnce(expr, "constant", "%s sends the same state for everybody (a constant): whoever gets a user to follow the link of another login logs them in as somebody else (login CSRF)", lint.Name(expr))
}

// same returns the constant that a state always is: a literal, or a package variable, which many users share however often it is set.
func (f *flows) same(state ssa.Value) (text string, ok bool) {
	for _, t := range f.Summary.Texts(state) {
		if len(t) == 1 && t[0].Origin.Kind == flow.Given && isGlobal(t[0].Origin) {
			continue // others may set it: what is known is where it begins
		}
		known, constant := t.Known()
		if !constant || ok && known != text {
			return "", false
		}
		text, ok = known, true
	}
	return text, ok
}

func isGlobal(o flow.Origin) bool {
	_, ok := o.Value.(*ssa.Global)
	return ok && o.Field == nil
}

// comesBack reports whether the user who follows the URL that a call makes may come back to a callback, as far as the package tells:
// it handles requests, or leaves that to whoever it returns the URL to.
func (f *flows) comesBack(call ssa.CallInstruction) bool {
	if f.handles {
		return true
	}
	if f.Pkg.Name() == "main" {
		return false
	}
	for _, block := range call.Parent().Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, result := range ret.Results {
			for _, o := range f.Summary.Origins(result) {
				if o.Value == call.Value() {
					return true
				}
			}
		}
	}
	return false
}
