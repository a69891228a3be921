package summary

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// KnowsSender reports whether a function looks at who sent the request that it gets, itself or in what it calls. It is Yes where
// something is compared with a secret or verified, and Unknown where code that isn't known gets what could be.
func (p *Package) KnowsSender(fn *ssa.Function) flow.Tri {
	answer := flow.No
	for _, inner := range p.Reached(fn) {
		answer = surer(answer, p.asksSender(inner))
	}
	return answer
}

// asksFact tells importers of [Package.KnowsSender], for a function that is given what a request brings.
func (p *Package) asksFact(fn *ssa.Function) (asks, mayAsk bool) {
	if !slices.ContainsFunc(fn.Params, func(param *ssa.Parameter) bool { return bringsRequest(param.Type()) }) {
		return false, false
	}
	answer := p.KnowsSender(fn)
	return answer == flow.Yes, answer == flow.Unknown
}

// bringsRequest reports whether a value of type t may hold what proves who sent a request: a text, or something that has some.
func bringsRequest(t types.Type) bool { return IsText(t) || carriesRequest(t) }

// IsText reports whether t is a string, or bytes.
func IsText(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Slice:
		return holdsBytes(t)
	}
	return false
}

// surer returns which of two answers says more of who sent a request.
func surer(a, b flow.Tri) flow.Tri {
	switch {
	case a == flow.Yes || b == flow.Yes:
		return flow.Yes
	case a == flow.No && b == flow.No:
		return flow.No
	}
	return flow.Unknown
}

// asksSender is what one function contributes to [Package.KnowsSender].
func (p *Package) asksSender(fn *ssa.Function) flow.Tri {
	if answer, ok := p.asks[fn]; ok {
		return answer
	}
	answer := flow.No
	for instr := range flow.Instructions(fn) {
		answer = surer(answer, p.instrAsks(instr))
	}
	p.asks[fn] = answer
	return answer
}

func (p *Package) instrAsks(instr ssa.Instruction) flow.Tri {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		if (instr.Op == token.EQL || instr.Op == token.NEQ) && p.comparesProof(instr) {
			return flow.Yes
		}
	case *ssa.Lookup:
		if p.proves(instr.Index) {
			return flow.Yes // in what the program knows
		}
	case *ssa.FieldAddr:
		if flow.TypeWord(instr.X.Type()) == "http.Request" && flow.FieldOf(instr).Name() == "TLS" {
			return flow.Yes
		}
	case ssa.CallInstruction:
		return p.calleeAsks(instr)
	}
	return flow.No
}

func (p *Package) calleeAsks(call ssa.CallInstruction) flow.Tri {
	fn := flow.CalleeOf(call.Common())
	if _, builtin := call.Common().Value.(*ssa.Builtin); builtin || p.Callee(call) != nil || p.isNext(call.Common()) {
		return flow.No
	}
	if fn != nil && fn.Pkg() != nil {
		var does Does
		switch {
		case catalog.VerifierOf(fn) != nil:
			if slices.ContainsFunc(call.Common().Args, p.isHandshake) || p.isKeyless(call.Common(), catalog.VerifierOf(fn)) {
				return flow.No
			}
			return flow.Yes
		case catalog.Indifferent(fn.Pkg().Path()), presents(fn):
			return flow.No
		case p.pass.ImportObjectFact(fn.Origin(), &does) && does.tellsOfSender():
			return does.asks()
		case p.sameModule(fn.Pkg().Path()) && fn.Pkg() != p.Pkg && !call.Common().IsInvoke():
			return flow.No // its package was looked at
		}
	}
	if p.Gives(call.Common()) {
		return flow.Unknown
	}
	return flow.No
}

// isKeyless reports whether a verification is given no key, and so only reads what was sent.
func (p *Package) isKeyless(call *ssa.CallCommon, row *catalog.Verifier) bool {
	if !row.Lenient {
		return false
	}
	origins := p.Reaching(Operand(call, row.Key))
	return len(origins) > 0 && !slices.ContainsFunc(origins, func(o flow.Origin) bool { return !isEmptyText(o) })
}

// isEmptyText reports whether an origin is the empty text, or nil.
func isEmptyText(o flow.Origin) bool {
	c, ok := o.Value.(*ssa.Const)
	if !ok {
		return false
	}
	text, isText := flow.ConstString(c)
	return c.IsNil() || isText && text == ""
}

// presents reports whether a function is given a credential to show it to a service, which says nothing of who sent a request.
func presents(fn *types.Func) bool {
	return slices.ContainsFunc(catalog.SecretsOf(fn), func(row *catalog.Secret) bool { return row.Use == catalog.Presents })
}

// isNext reports whether middleware calls the handler that it was given.
func (p *Package) isNext(call *ssa.CallCommon) bool {
	if call.IsInvoke() || call.StaticCallee() != nil || !takesHandler(call.Value.Type()) {
		return false
	}
	return !slices.ContainsFunc(p.Origins(call.Value), func(o flow.Origin) bool { return o.Kind != flow.Param || o.Field != nil })
}

// Authenticates reports whether an instruction compares what may show who sent a request, itself or in what it calls: who computes a MAC may
// do that for what it sends.
func (p *Package) Authenticates(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return p.instrAsks(instr) == flow.Yes
	}
	own := p.Callee(call)
	if own == nil {
		row := catalog.VerifierOf(flow.CalleeOf(call.Common()))
		return p.calleeAsks(call) == flow.Yes && (row == nil || !row.Part)
	}
	for _, inner := range p.Reached(own) {
		for instr := range flow.Instructions(inner) {
			if call, ok := instr.(ssa.CallInstruction); (!ok || p.Callee(call) == nil) && p.Authenticates(instr) {
				return true
			}
		}
	}
	return false
}

// MayAuthenticate reports whether an instruction authenticates, or gives code that isn't known what shows who sent a request, itself or in what
// it calls.
func (p *Package) MayAuthenticate(instr ssa.Instruction) bool {
	if call, ok := instr.(ssa.CallInstruction); ok {
		if own := p.Callee(call); own != nil {
			return p.KnowsSender(own) != flow.No
		}
	}
	return p.instrAsks(instr) != flow.No
}

// Gives reports whether a call gives away what shows who sent a request: the request, its headers, its body, or a text of it that may.
func (p *Package) Gives(call *ssa.CallCommon) bool {
	for _, arg := range call.Args {
		if made, ok := arg.(*ssa.MakeInterface); ok {
			arg = made.X
		}
		switch t := arg.Type().Underlying().(type) {
		case *types.Basic:
			if t.Info()&types.IsString != 0 && p.proves(arg) {
				return true
			}
		case *types.Slice:
			if holdsBytes(t) && !isConstantBytes(arg) {
				return true
			}
		default:
			if carriesRequest(arg.Type()) {
				return true
			}
		}
	}
	return false
}

func holdsBytes(t *types.Slice) bool {
	elem, ok := t.Elem().Underlying().(*types.Basic)
	return ok && elem.Kind() == types.Byte
}

// isConstantBytes reports whether bytes are those of a constant, or nil.
func isConstantBytes(v ssa.Value) bool {
	if conv, ok := v.(*ssa.Convert); ok {
		v = conv.X
	}
	_, ok := v.(*ssa.Const)
	return ok
}

// carriesRequest reports whether a value of type t is a request, or something that its headers or its body can be read from.
func carriesRequest(t types.Type) bool {
	if catalog.HandsRequest(t) {
		return true
	}
	switch types.TypeString(types.Unalias(t), nil) {
	case "net/http.Header", "io.Reader", "io.ReadCloser", "net/url.Values":
		return true
	}
	return false
}

// comparesProof reports whether one of the texts that are compared may show who sent a request, and none is a constant.
func (p *Package) comparesProof(op *ssa.BinOp) bool {
	if basic, ok := op.X.Type().Underlying().(*types.Basic); !ok || basic.Info()&types.IsString == 0 {
		return false
	}
	for _, v := range []ssa.Value{op.X, op.Y} {
		if text, ok := flow.ConstString(v); ok && text == "" {
			return false // is there any
		}
	}
	return (p.proves(op.X) || p.proves(op.Y)) && !p.isHandshake(op.X) && !p.isHandshake(op.Y)
}

// isHandshake reports whether a value was read from a handshake.
func (p *Package) isHandshake(v ssa.Value) bool {
	return slices.ContainsFunc(p.Origins(v), func(o flow.Origin) bool { return catalog.Handshake(nameOf(o)) })
}

// proves reports whether a text may show who sent a request, by the name under which it came or is kept.
func (p *Package) proves(v ssa.Value) bool {
	for _, o := range p.Origins(v) {
		if name := nameOf(o); name != "" && catalog.Proves(name) {
			return true
		}
	}
	return false
}

// nameOf returns the name that an origin goes by: that of its field, its parameter or its variable, or the key that it was looked up by.
func nameOf(o flow.Origin) string {
	if o.Field != nil {
		return o.Field.Name()
	}
	switch v := o.Value.(type) {
	case *ssa.Parameter:
		return v.Name()
	case *ssa.Global:
		return v.Name()
	case *ssa.Lookup:
		if key, ok := flow.ConstString(v.Index); ok && isHeaders(v.X) {
			return key
		}
		return ""
	case *ssa.Call:
		row := catalog.InboundOf(flow.CalleeOf(&v.Call))
		if row == nil || row.Key == catalog.None {
			return ""
		}
		if key, ok := flow.ConstString(Operand(&v.Call, row.Key)); ok {
			return key
		}
		return "token" // under a name that isn't known
	}
	if g := flow.VariableOf(o); g != nil {
		return g.Name()
	}
	return ""
}

// sameModule reports whether a package belongs to the module that is looked at, as far as the host tells.
func (p *Package) sameModule(path string) bool {
	module := p.pass.Module
	return module != nil && module.Path != "" && (path == module.Path || len(path) > len(module.Path) && path[:len(module.Path)+1] == module.Path+"/")
}
