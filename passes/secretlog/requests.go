package secretlog

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// headers reports the headers of a request that carries a credential.
func (f *finder) headers(i int, v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false // a copy, or what was made of one
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok || !summary.IsHTTPRequest(addr.X.Type()) {
		return false
	}
	whose := f.carries(load.Parent(), addr.X)
	if whose == "" {
		return false
	}
	f.report(i, "headers", "%s writes all headers of %s request to %s, and so its credential: whoever reads that can use it", lint.Name(f.Expr), whose, f.where())
	return true
}

// made reports what a function made of something that holds a credential.
func (f *finder) made(i int, call *ssa.Call, result int) bool {
	fn := flow.CalleeOf(&call.Call)
	if fn == nil {
		return false
	}
	if row := catalog.RevealOf(fn, result); row != nil && row.Request != catalog.None {
		whose := f.carries(call.Parent(), summary.Operand(&call.Call, row.Request))
		if whose == "" {
			return false
		}
		f.report(i, "dump", "%s writes a dump of %s request to %s, with the credential in its headers: whoever reads that can use it", lint.Name(f.Expr), whose, f.where())
		return true
	}
	switch name := fn.FullName(); {
	case result != 0:
		return false // the error
	case name == "(net/url.Values).Encode":
		if key := lint.FormSecret(call.Call.Args[0]); key != "" {
			f.report(i, "form", "%s writes a form to %s, with its %s: whoever reads that can use it", lint.Name(f.Expr), f.where(), key)
			return true
		}
	case name == "io.ReadAll", name == "io/ioutil.ReadAll":
		if path := f.decoded(call); path != "" {
			f.report(i, "body", "%s writes an answer to %s, with the %s in it: whoever reads that can use it", lint.Name(f.Expr), f.where(), path)
			return true
		}
	}
	return false
}

// carries says whose request it is, if it carries a credential: one that the package handles, or one of its own where
// it gives it one. It returns "" where the function that uses the request removes the credential.
func (f *finder) carries(fn *ssa.Function, req ssa.Value) string {
	if redacted(fn, req) {
		return ""
	}
	for _, o := range f.Summary.Origins(req) {
		param, ok := o.Value.(*ssa.Parameter)
		if ok && o.Field == nil && slices.ContainsFunc(param.Parent().Params, func(p *ssa.Parameter) bool { return flow.TypeWord(p.Type()) == "http.ResponseWriter" }) {
			return "the caller's"
		}
	}
	for _, s := range f.Summary.Secrets() {
		call, ok := s.Site.(ssa.CallInstruction)
		if ok && (s.Use == catalog.Header || s.Use == catalog.Presents && setsHeader(call)) && f.mayBeOf(call.Common(), req) {
			return "its own"
		}
	}
	return ""
}

// mayBeOf reports whether the request to which a call gives a credential may be req: it is, or it isn't known where req came from.
func (f *finder) mayBeOf(call *ssa.CallCommon, req ssa.Value) bool {
	origins := f.Summary.Reaching(req)
	if len(origins) == 0 || slices.ContainsFunc(origins, func(o flow.Origin) bool { return o.Kind != flow.Object && o.Kind != flow.Result }) {
		return true
	}
	for _, arg := range call.Args {
		if load, ok := arg.(*ssa.UnOp); ok {
			if addr, ok := load.X.(*ssa.FieldAddr); ok {
				arg = addr.X // req.Header
			}
		}
		if !summary.IsHTTPRequest(arg.Type()) {
			continue
		}
		if slices.ContainsFunc(f.Summary.Reaching(arg), func(o flow.Origin) bool { return slices.ContainsFunc(origins, o.Same) }) {
			return true
		}
	}
	return false
}

// setsHeader reports whether a call is SetBasicAuth of a request.
func setsHeader(call ssa.CallInstruction) bool {
	fn := flow.CalleeOf(call.Common())
	return fn != nil && fn.Name() == "SetBasicAuth"
}

// redacted reports whether a function removes the credential from the headers of the request, or puts a constant in its place.
func redacted(fn *ssa.Function, req ssa.Value) bool {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		callee := flow.CalleeOf(&call.Call)
		if callee == nil || callee.FullName() != "(net/http.Header).Set" && callee.FullName() != "(net/http.Header).Del" {
			continue
		}
		if key, ok := flow.ConstString(call.Call.Args[1]); !ok || !catalog.SecretHeader(key) || !headerOf(call.Call.Args[0], req) {
			continue
		}
		if callee.Name() == "Del" {
			return true
		}
		if _, ok := flow.ConstString(call.Call.Args[2]); ok {
			return true
		}
	}
	return false
}

// headerOf reports whether headers are those of the request.
func headerOf(headers, req ssa.Value) bool {
	load, ok := headers.(*ssa.UnOp)
	if !ok {
		return false
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	return ok && addr.X == req
}

// decoded returns the path to the credential in what the function decodes a body into, or "".
func (f *finder) decoded(read *ssa.Call) string {
	for instr := range flow.Instructions(read.Parent()) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		fn := flow.CalleeOf(&call.Call)
		if fn == nil || fn.FullName() != "encoding/json.Unmarshal" || !isResult(call.Call.Args[0], read) || !f.followsOrLeads(call) || f.lacks() {
			continue
		}
		into := call.Call.Args[1]
		if made, ok := into.(*ssa.MakeInterface); ok {
			if ptr, ok := made.X.Type().Underlying().(*types.Pointer); ok {
				return f.Summary.Shows(ptr.Elem(), true)
			}
		}
	}
	return ""
}

// lacks reports whether it is known where the log call is made that a credential is empty: an answer without one.
func (f *finder) lacks() bool {
	for guard := range flow.Guards(f.Call.Block()) {
		text, ifEmpty, ok := summary.Emptiness(guard.Cond)
		if !ok || ifEmpty != guard.Holds {
			continue
		}
		load, ok := text.(*ssa.UnOp)
		if !ok {
			continue
		}
		if addr, ok := load.X.(*ssa.FieldAddr); ok && f.Summary.HoldsCredential(addr) {
			return true
		}
	}
	return false
}

// followsOrLeads reports whether the log call is made on the way to another call, or after it: where an answer is decoded it holds the credential, while that of
// a server which refuses doesn't.
func (f *finder) followsOrLeads(call *ssa.Call) bool {
	log := f.Call.Block()
	return f.Call.Parent() == call.Parent() && (call.Block().Dominates(log) || flow.Leads(log, call.Block()))
}

// isResult reports whether a value is the first result of a call.
func isResult(v ssa.Value, call *ssa.Call) bool {
	extract, ok := v.(*ssa.Extract)
	return ok && extract.Tuple == call && extract.Index == 0
}
