package retrybody

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

// rewind brings the body of a request back to its begin; %[1]s is the request, %[2]s the name for the body and %[3]s
// what the function returns with an error.
const rewind = `if %[1]s.GetBody != nil {
	%[2]s, err := %[1]s.GetBody()
	if err != nil {
		return%[3]s
	}
	%[1]s.Body = %[2]s
}
`

// offer offers to rewind the body before each attempt, if the request is a variable and http.NewRequest knows how.
func (d *defect) offer(p *lint.Pass, f *lint.Finding, call *ast.CallExpr) {
	req := requestArgument(p, call)
	if d.again || req == nil || !rewindable(d) {
		return
	}
	cur, ok := p.Cursor(call.Pos(), call.End())
	if !ok {
		return
	}
	cur, stmt := statement(cur)
	if stmt == nil {
		return
	}
	f.Fix("Rewind the body before each attempt", func(b *fix.Builder) {
		values, ok := p.ReturnError(cur, "err")
		if !ok || values == "" {
			b.Abandon("the function can't return an error")
			return
		}
		name := b.FreshName(stmt.Pos(), "body")
		b.InsertBefore(stmt, fmt.Sprintf(rewind, req.Name, name, values))
	})
}

// requestArgument returns the variable that is sent.
func requestArgument(p *lint.Pass, call *ast.CallExpr) *ast.Ident {
	for _, arg := range call.Args {
		if name, ok := ast.Unparen(arg).(*ast.Ident); ok && types.TypeString(p.TypesInfo.TypeOf(name), nil) == "*net/http.Request" {
			return name
		}
	}
	return nil
}

// rewindable reports whether net/http sets GetBody: http.NewRequest does for the readers of bytes and strings.
func rewindable(d *defect) bool {
	made, ok := d.made.Value.(*ssa.Call)
	if !ok || d.body.Value == nil {
		return false
	}
	fn := flow.CalleeOf(&made.Call)
	if fn == nil || fn.FullName() != "net/http.NewRequest" && fn.FullName() != "net/http.NewRequestWithContext" {
		return false
	}
	switch d.body.Value.Type().String() {
	case "*bytes.Buffer", "*bytes.Reader", "*strings.Reader":
		return true
	}
	return false
}

// statement returns the innermost statement around a cursor that stands in a list of statements.
func statement(cur inspector.Cursor) (inspector.Cursor, ast.Stmt) {
	for outer := range cur.Enclosing() {
		stmt, ok := outer.Node().(ast.Stmt)
		if !ok {
			continue
		}
		switch outer.Parent().Node().(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			return outer, stmt
		case *ast.ForStmt, *ast.LabeledStmt:
			return outer, nil
		}
	}
	return cur, nil
}
