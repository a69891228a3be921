package plaintextauth

import (
	"go/ast"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// redirects looks at the functions that clients ask before they follow a redirect. Package net/http takes the credential off a request that
// goes to another host (Client, "When following redirects"); one that puts it back without a look at the host gives it to anybody.
func redirects(p *lint.Pass) {
	for _, fn := range p.Summary.Functions {
		if !asksAboutRedirect(fn) || looksAtHost(fn) {
			continue
		}
		for instr := range flow.Instructions(fn) {
			site, ok := p.Site(instr)
			if name := putsBack(fn, instr); ok && name != "" {
				reportRedirect(p, site, name)
			}
		}
	}
}

func reportRedirect(p *lint.Pass, site ast.Node, name string) {
	p.ReportOnce(site, "redirect", "a redirect to another host takes %s along: whoever the server redirects to gets it (CheckRedirect doesn't look at the host)", name)
}

// asksAboutRedirect reports whether a function can be the CheckRedirect of a client.
func asksAboutRedirect(fn *ssa.Function) bool {
	sig := fn.Signature
	return sig.Recv() == nil && sig.Params().Len() == 2 && sig.Results().Len() == 1 &&
		sig.Params().At(0).Type().String() == "*net/http.Request" && sig.Params().At(1).Type().String() == "[]*net/http.Request"
}

// looksAtHost reports whether a function reads the host of a URL, or hands a request on to what may.
func looksAtHost(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			if field := flow.FieldOf(instr); field != nil && field.Name() == "Host" {
				return true
			}
		case ssa.CallInstruction:
			if _, ok := instr.Common().Value.(*ssa.Builtin); ok {
				continue
			}
			callee := flow.CalleeOf(instr.Common())
			if callee == nil || callee.Name() == "Hostname" || callee.Name() == "String" {
				return true
			}
			if callee.Pkg() != nil && callee.Pkg().Path() != "net/http" && takesRequest(instr.Common()) {
				return true
			}
		}
	}
	return false
}

func takesRequest(call *ssa.CallCommon) bool {
	for _, arg := range call.Args {
		if summary.IsHTTPRequest(arg.Type()) {
			return true
		}
	}
	return false
}

// putsBack returns what an instruction puts back into the request that is redirected, or "".
func putsBack(fn *ssa.Function, instr ssa.Instruction) string {
	switch instr := instr.(type) {
	case *ssa.Store:
		if addr, ok := instr.Addr.(*ssa.FieldAddr); ok && addr.X == fn.Params[0] && flow.FieldOf(addr).Name() == "Header" {
			return "all headers"
		}
	case *ssa.Call:
		callee := flow.CalleeOf(&instr.Call)
		if callee == nil || lint.RequestOf(instr) != fn.Params[0] {
			return ""
		}
		switch callee.FullName() {
		case "(*net/http.Request).SetBasicAuth":
			return "the password"
		case "(net/http.Header).Set", "(net/http.Header).Add":
			if key, ok := flow.ConstString(instr.Call.Args[1]); ok && (catalog.SecretHeader(key) || key == "Cookie") {
				return "the " + key + " header"
			}
		}
	}
	return ""
}
