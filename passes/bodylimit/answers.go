package bodylimit

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// answer reports a call that reads all of an answer, if nothing limits that: always where a client of this server chose who answers, and
// of services that the program chose itself if -bodylimit.answers is set.
func (f *finder) answer(call *ssa.Call, from *ssa.FieldAddr) {
	chosen := f.isChosen(from.X)
	if !chosen && !answers || f.boundsAnswers() {
		return
	}
	expr, ok := f.CallExpr(call)
	if !ok {
		return
	}
	category, whose := "answer", "what the server answers"
	if chosen {
		category, whose = "given", "what a server answers that a client named"
	}
	finding := f.ReportOnce(expr, category, "%s reads into memory %s, however much that is: nothing limits the response's body (%s)", lint.HandlerName(call.Parent()), whose, lint.Name(expr))
	finding.Fix(fmt.Sprintf("Limit the body to %s bytes", size()), func(b *fix.Builder) { limitAnswer(b, expr) })
}

// isChosen reports whether the URL to which the request of a response was sent came from a request that this program received.
func (f *finder) isChosen(resp ssa.Value) bool {
	for _, o := range f.Summary.Reaching(resp) {
		call, ok := o.Value.(*ssa.Call)
		if !ok || o.Kind != flow.Result || f.Summary.Callee(call) != nil {
			continue
		}
		for _, made := range f.Summary.RequestOf(summary.Exchange{Call: call}).Made {
			if made.URL != nil && f.names(made.URL) {
				return true
			}
		}
	}
	return false
}

// names reports whether what a URL begins with was received: the host is there.
func (f *finder) names(url ssa.Value) bool {
	for _, text := range f.Summary.Texts(url) {
		if len(text) > 0 && text[0].Origin.Kind != flow.Constant && len(f.Summary.Received(text[0].Origin.Value)) > 0 {
			return true
		}
	}
	return false
}

// boundsAnswers reports whether the package puts something in the place of the body of a response, or looks how long it is said to be.
func (f *finder) boundsAnswers() bool {
	if f.limitsAnswers == flow.Unknown {
		f.limitsAnswers = flow.No
		for _, fn := range f.Summary.Functions {
			for instr := range flow.Instructions(fn) {
				addr, ok := instr.(*ssa.FieldAddr)
				if !ok || flow.TypeWord(addr.X.Type()) != "http.Response" {
					continue
				}
				name := flow.FieldOf(addr).Name()
				if name == "ContentLength" && measures(addr) || name == "Body" && flow.IsStored(addr) {
					f.limitsAnswers = flow.Yes
				}
			}
		}
	}
	return f.limitsAnswers == flow.Yes
}

// limitAnswer puts a limit around the body of a response. A MaxBytesReader needs no ResponseWriter, and unlike a LimitReader it doesn't cut
// off what is too long without a word.
func limitAnswer(b *fix.Builder, expr *ast.CallExpr) {
	body, ok := ast.Unparen(expr.Args[len(expr.Args)-1]).(*ast.SelectorExpr)
	if !ok || body.Sel.Name != "Body" {
		b.Abandon("the body is in a variable")
		return
	}
	b.Insert(body.Pos(), fmt.Sprintf("%sMaxBytesReader(nil, ", b.Import("net/http", body.Pos())))
	b.Insert(body.End(), ", "+size()+")")
}
