package httptimeout

import (
	"go/ast"
	"go/token"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

// A patience is a client whose Timeout is longer than what the policies allow for some of its requests.
type patience struct {
	at    ast.Node
	set   time.Duration
	calls []*ast.CallExpr
	// allowed is what the first of them may take.
	allowed allowance
}

// reportPatient reports the clients that wait longer for a host than its policy allows, one finding for each.
func reportPatient(p *lint.Pass) {
	if len(hosts.all) == 0 {
		return
	}
	var all []*patience
	at := map[token.Pos]*patience{}
	for _, fn := range p.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			found := patient(p, call)
			switch {
			case found == nil:
			case at[found.at.Pos()] != nil:
				at[found.at.Pos()].calls = append(at[found.at.Pos()].calls, found.calls...)
			default:
				at[found.at.Pos()] = found
				all = append(all, found)
			}
		}
	}
	for _, found := range all {
		found.report(p)
	}
}

// patient returns the client through which a call may wait longer than its host's policy allows, or nil.
func patient(p *lint.Pass, call ssa.CallInstruction) *patience {
	client, set, known := p.Summary.TimeoutOf(call)
	if !known {
		return nil
	}
	a := allowed(p, call)
	if a.endless || a.named == "" || set <= a.longest {
		return nil
	}
	expr, ok := p.CallExpr(call)
	if !ok || p.Quiet(expr.Pos()) {
		return nil
	}
	node, ok := p.Syntax(client)
	if !ok {
		node = expr
	}
	return &patience{at: node, set: set, calls: []*ast.CallExpr{expr}, allowed: a}
}

func (t *patience) report(p *lint.Pass) {
	call := t.calls[0]
	subject := lint.Name(call)
	if t.at != ast.Node(call) {
		subject += " (" + p.Where(call.Pos(), t.at.Pos()) + ")"
	}
	f := p.Report(t.at, "policy", "%s can block %s for %v: the client's Timeout is longer than a request to %s may take, %v", subject, p.Blocked(call.Pos()), t.set, t.allowed.named, t.allowed.longest)
	relate(f, t.at, t.calls, "%s waits so long here")
}
