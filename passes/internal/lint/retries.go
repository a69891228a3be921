package lint

import (
	"fmt"
	"go/ast"
	"go/token"
	"iter"
	"net/http"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
)

// Retries yields what may send a request again, with the syntax of the attempt; each attempt once.
func (p *Pass) Retries() iter.Seq2[*scenario.Region, *ast.CallExpr] {
	return func(yield func(*scenario.Region, *ast.CallExpr) bool) {
		seen := map[*ast.CallExpr]bool{}
		for _, r := range p.regions() {
			if r.Attempt == nil {
				continue // a policy
			}
			call, ok := p.CallExpr(r.Attempt)
			if !ok || seen[call] || p.Quiet(call.Pos()) {
				continue
			}
			seen[call] = true
			if !yield(r, call) {
				return
			}
		}
	}
}

// Spins yields the loops that call a service which failed again at once, with the syntax of the call.
func (p *Pass) Spins() iter.Seq2[*scenario.Region, *ast.CallExpr] {
	return func(yield func(*scenario.Region, *ast.CallExpr) bool) {
		if p.Summary == nil {
			return
		}
		for _, r := range scenario.Spins(p.Summary) {
			if call, ok := p.CallExpr(r.Attempt); ok && !p.Quiet(call.Pos()) && !yield(r, call) {
				return
			}
		}
	}
}

// Policies yields the functions that decide after each answer whether a library attempts again, with their names in the
// source, or else their types.
func (p *Pass) Policies() iter.Seq2[*scenario.Region, ast.Node] {
	return func(yield func(*scenario.Region, ast.Node) bool) {
		for _, r := range p.regions() {
			if r.Decider == nil || p.Quiet(r.Decider.Pos()) {
				continue
			}
			if name := syntaxOf(r.Decider); name != nil && !yield(r, name) {
				return
			}
		}
	}
}

// DeafDelays yields the names of functions, or their types, that tell a library how long to wait after an answer, and don't
// look at what its headers say of that.
func (p *Pass) DeafDelays() iter.Seq[ast.Node] {
	return func(yield func(ast.Node) bool) {
		if p.Summary == nil {
			return
		}
		for _, fn := range scenario.DeafDelays(p.Summary, p.regions()) {
			if name := syntaxOf(fn); name != nil && !p.Quiet(fn.Pos()) && !yield(name) {
				return
			}
		}
	}
}

// syntaxOf returns the name of a function in the source, or else its type; nil if it has neither.
func syntaxOf(fn *ssa.Function) ast.Node {
	switch syntax := fn.Syntax().(type) {
	case *ast.FuncDecl:
		return syntax.Name
	case *ast.FuncLit:
		return syntax.Type
	}
	return nil
}

// Failure names an answer for a message: "429 Too Many Requests", or "an error" for none.
func Failure(status int) string {
	if status == 0 {
		return "an error"
	}
	return fmt.Sprintf("%d %s", status, http.StatusText(status))
}

// WaitSite returns the syntax of an instruction that waits: a call, a receive or a select.
func (p *Pass) WaitSite(at ssa.Instruction) (ast.Node, bool) {
	if call, ok := at.(ssa.CallInstruction); ok {
		return p.CallExpr(call)
	}
	for cur := range p.enclosing(at.Pos()) {
		switch n := cur.Node().(type) {
		case *ast.UnaryExpr:
			if n.Op == token.ARROW && n.OpPos == at.Pos() {
				return n, true
			}
		case *ast.SelectStmt:
			if n.Select == at.Pos() {
				return n, true
			}
		}
	}
	return nil, false
}

// ReturnError writes what a return statement at the cursor returns in order to fail with an error: that error last, and
// zero values before it. It is empty where the innermost function returns nothing, and false where it can't fail.
func (p *Pass) ReturnError(cur inspector.Cursor, err string) (values string, ok bool) {
	for fn := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		results := FunctionType(fn.Node()).Results
		if results == nil {
			return "", true
		}
		var all []string
		for _, field := range results.List {
			zero, ok := fix.Zero(p.TypesInfo.TypeOf(field.Type))
			if !ok {
				return "", false
			}
			for range max(1, len(field.Names)) {
				all = append(all, zero)
			}
		}
		all[len(all)-1] = err
		last := results.List[len(results.List)-1]
		return " " + strings.Join(all, ", "), p.TypesInfo.TypeOf(last.Type).String() == "error"
	}
	return "", false
}

// FunctionType returns the type of a function declaration or literal.
func FunctionType(fn ast.Node) *ast.FuncType {
	if decl, ok := fn.(*ast.FuncDecl); ok {
		return decl.Type
	}
	return fn.(*ast.FuncLit).Type
}
