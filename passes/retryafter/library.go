package retryafter

import (
	"go/ast"
	"go/types"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

const consequence = "what comes before the service is ready is refused again"

// reportLibraries reports libraries that repeat 429 or 503 and are told how long to wait whatever the header says.
func reportLibraries(p *lint.Pass) {
	for name := range p.DeafDelays() {
		p.Report(name, "ignored", "the library repeats a request after this delay, whatever the Retry-After header of the answer says: %s", consequence)
	}
	deaf := true // resty heeds the header if somebody tells it how
	for id, obj := range p.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if !ok {
			continue
		}
		if row := catalog.FuncOf(fn); row != nil && row.Role == catalog.Delay && !isCalled(p, id) {
			p.Report(id, "ignored", "%s waits whatever the Retry-After header says: %s", fn.Name(), consequence)
		}
		deaf = deaf && fn.Name() != "SetRetryAfter"
	}
	for r, name := range p.Policies() {
		takes := r.Decider.Signature.Params().At(0).Type().String()
		if deaf && takes == "*github.com/go-resty/resty/v2.Response" && len(r.Repeated(429, 503)) > 0 {
			p.Report(name, "ignored", "resty repeats what this function says, 429 or 503 among it, and without SetRetryAfter it waits whatever the Retry-After header says: %s", consequence)
		}
	}
}

// isCalled reports whether a function's name stands in a call of it, rather than being handed on.
func isCalled(p *lint.Pass, id *ast.Ident) bool {
	cur, ok := p.Cursor(id.Pos(), id.End())
	if !ok {
		return true
	}
	for call := range cur.Enclosing((*ast.CallExpr)(nil)) {
		fun := call.Node().(*ast.CallExpr).Fun
		return fun.Pos() <= id.Pos() && id.End() <= fun.End()
	}
	return false
}
