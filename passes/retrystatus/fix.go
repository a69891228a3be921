package retrystatus

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
)

// refused is the condition that holds for the codes that are not worth another attempt; %[1]s is the answer.
const refused = "%[1]s.StatusCode >= 400 && %[1]s.StatusCode < 500 && %[1]s.StatusCode != %[2]sStatusRequestTimeout && " +
	"%[1]s.StatusCode != %[2]sStatusTooEarly && %[1]s.StatusCode != %[2]sStatusTooManyRequests"

// offer offers a fix for a decision that is the condition of an if statement and looks at the code itself: what
// comes before another attempt ends the attempts for the codes that are refused for good.
func offer(p *lint.Pass, f *lint.Finding, r *scenario.Region, decided ast.Expr) {
	answer := answerIn(p, decided)
	cur, ok := p.Cursor(decided.Pos(), decided.End())
	if answer == "" || !ok || r.Asks { // who is asked need not look for the library's word
		return
	}
	for outer := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.FuncLit)(nil)) {
		stmt, ok := outer.Node().(*ast.IfStmt)
		if !ok || stmt.Init != nil || stmt.Cond.Pos() > decided.Pos() || decided.End() > stmt.Cond.End() {
			return
		}
		if r.Library != nil {
			fixClosure(p, f, r, stmt, answer)
		} else if r.Shape == scenario.Loop {
			fixLoop(p, f, outer, stmt, answer)
		}
		return
	}
}

// answerIn returns the variable whose status code a condition looks at, as the source writes it.
func answerIn(p *lint.Pass, cond ast.Expr) string {
	answer := ""
	ast.Inspect(cond, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "StatusCode" {
			return true
		}
		if name, ok := sel.X.(*ast.Ident); ok && p.TypesInfo.TypeOf(name).String() == "*net/http.Response" {
			answer = name.Name
		}
		return false
	})
	return answer
}

// fixClosure makes the error permanent that a closure returns to a library.
func fixClosure(p *lint.Pass, f *lint.Finding, r *scenario.Region, stmt *ast.IfStmt, answer string) {
	if len(stmt.Body.List) == 0 {
		return
	}
	ret, ok := stmt.Body.List[len(stmt.Body.List)-1].(*ast.ReturnStmt)
	lib := flow.CalleeOf(r.Library.Common())
	permanent := permanentOf(lib)
	if !ok || len(ret.Results) == 0 || permanent == "" {
		return
	}
	f.Fix("Make client errors permanent but for 408, 425 and 429", func(b *fix.Builder) {
		var values []string
		for _, result := range ret.Results {
			values = append(values, b.Text(result))
		}
		last := &values[len(values)-1]
		*last = fmt.Sprintf("%s%s(%s)", b.Import(lib.Pkg().Path(), ret.Pos()), permanent, *last)
		insert(b, ret, "", answer, "return "+strings.Join(values, ", "))
	})
}

// permanentOf returns the name of the library's function that makes an error permanent.
func permanentOf(fn *types.Func) string {
	if fn == nil {
		return ""
	}
	lib := catalog.LibraryOf(fn.Pkg().Path())
	if lib == nil {
		return "" // a function of the user's own
	}
	for _, row := range lib.Funcs {
		if row.Role == catalog.Permanent {
			return row.Name[strings.LastIndexByte(row.Name, '.')+1:]
		}
	}
	return ""
}

// fixLoop returns from a loop before the decision is made.
func fixLoop(p *lint.Pass, f *lint.Finding, cur inspector.Cursor, stmt *ast.IfStmt, answer string) {
	if _, ok := cur.Parent().Node().(*ast.BlockStmt); !ok {
		return // an else
	}
	f.Fix("Give up after client errors but for 408, 425 and 429", func(b *fix.Builder) {
		values, ok := p.ReturnError(cur, fmt.Sprintf(`%sErrorf("the request was refused: %%s", %s.Status)`, b.Import("fmt", stmt.Pos()), answer))
		if !ok || values == "" {
			b.Abandon("the function can't return an error")
			return
		}
		insert(b, stmt, answer+" != nil && ", answer, answer+".Body.Close()\n\treturn"+values)
	})
}

// insert inserts a test for refused requests before a statement.
func insert(b *fix.Builder, before ast.Stmt, guard, answer, then string) {
	test := guard + fmt.Sprintf(refused, answer, b.Import("net/http", before.Pos()))
	b.InsertBefore(before, fmt.Sprintf("if %s {\n\t%s\n}\n", test, then))
}
