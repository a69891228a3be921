package retryafter

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

var longest time.Duration

func init() {
	Analyzer.Flags.DurationVar(&longest, "cap", time.Minute, "the longest wait that fixes allow")
}

// helper is what the fix adds to a file; %[1]s is its name.
const helper = `
// %[1]s returns how long a Retry-After header asks to wait, %[2]s at most,
// or wait where there is no such header.
func %[1]s(resp *%[3]sResponse, wait %[4]sDuration) %[4]sDuration {
	if resp == nil {
		return wait
	}
	header := resp.Header.Get("Retry-After")
	if seconds, err := %[5]sAtoi(header); err == nil {
		wait = %[4]sDuration(seconds) * %[4]sSecond
	} else if date, err := %[3]sParseTime(header); err == nil {
		wait = %[4]sUntil(date)
	} else {
		return wait
	}
	if wait > %[6]s {
		return %[6]s
	}
	return wait
}
`

// fixWait makes a wait heed the header, if it is the argument of one call and the answer is a variable there.
func fixWait(p *lint.Pass, f *lint.Finding, attempt *ast.CallExpr, site ast.Node, wait ssa.Instruction) {
	f.Fix(fmt.Sprintf("Wait as long as Retry-After says, %v at most", longest), func(b *fix.Builder) {
		delay, ok := delayOf(p, site, wait)
		resp := answerAt(p, attempt, site)
		if !ok || resp == nil {
			b.Abandon("the wait is no expression, or the answer has no name")
			return
		}
		name := helperFor(p, b, p.FileAt(site.Pos()))
		b.Insert(delay.Pos(), name+"("+resp.Name()+", ")
		b.Insert(delay.End(), ")")
	})
}

// helperFor returns the name of the helper, which an earlier fix may have added to the package.
func helperFor(p *lint.Pass, b *fix.Builder, file *ast.File) string {
	const name = "retryAfter"
	if fn, ok := p.Pkg.Scope().Lookup(name).(*types.Func); ok &&
		types.TypeString(fn.Type(), nil) == "func(resp *net/http.Response, wait time.Duration) time.Duration" {
		return name
	}
	at := file.Name.End() // where names mean what they mean in all of the file
	fresh := b.FreshName(at, name)
	b.Insert(file.FileEnd, fmt.Sprintf(helper, fresh, strings.TrimSuffix(longest.String(), "0s"),
		b.Import("net/http", at), b.Import("time", at), b.Import("strconv", at), b.Duration(longest, at)))
	return fresh
}

// delayOf returns the argument of time.Sleep, or of the time.After in a select.
func delayOf(p *lint.Pass, site ast.Node, wait ssa.Instruction) (ast.Expr, bool) {
	if call, ok := site.(*ast.CallExpr); ok {
		fn := flow.CalleeOf(wait.(ssa.CallInstruction).Common())
		return call.Args[0], fn != nil && fn.FullName() == "time.Sleep"
	}
	var found []ast.Expr
	ast.Inspect(site, func(n ast.Node) bool {
		if comm, ok := n.(*ast.CommClause); ok {
			found = append(found, afterIn(p, comm.Comm)...)
			return false
		}
		return true
	})
	if len(found) != 1 {
		return nil, false
	}
	return found[0], true
}

// afterIn returns the argument of time.After in a receive from it.
func afterIn(p *lint.Pass, comm ast.Stmt) []ast.Expr {
	var found []ast.Expr
	if comm == nil {
		return nil
	}
	ast.Inspect(comm, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if fn := typeutil.StaticCallee(p.TypesInfo, call); fn != nil && fn.FullName() == "time.After" {
			found = append(found, call.Args[0])
		}
		return true
	})
	return found
}

// answerAt returns the variable that the attempt's response is assigned to, if its name means that at the wait.
func answerAt(p *lint.Pass, attempt *ast.CallExpr, site ast.Node) types.Object {
	cur, ok := p.Cursor(attempt.Pos(), attempt.End())
	if !ok {
		return nil
	}
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 {
		return nil
	}
	name, ok := assign.Lhs[0].(*ast.Ident)
	if !ok {
		return nil
	}
	resp := p.TypesInfo.ObjectOf(name)
	scope := p.Pkg.Scope().Innermost(site.Pos())
	if resp == nil || scope == nil || resp.Type().String() != "*net/http.Response" {
		return nil
	}
	if _, seen := scope.LookupParent(name.Name, site.Pos()); seen != resp {
		return nil
	}
	return resp
}
