package summary

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A Receiver is a function that receives the webhooks of a service.
type Receiver struct {
	// Func gets the request.
	Func *ssa.Function
	// Service is whose webhooks they are.
	Service string
	// Evidence shows that they are, in Func or in what it calls.
	Evidence ssa.Instruction
	// Above are the functions of the package through which Func is called, itself included.
	Above []*ssa.Function
}

// Receivers returns the functions that receive webhooks.
func (p *Package) Receivers() []*Receiver {
	var all []*Receiver
	add := func(r *Receiver) {
		if r != nil && !slices.ContainsFunc(all, func(have *Receiver) bool { return have.Func == r.Func }) {
			all = append(all, r)
		}
	}
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			service := p.serviceOf(instr)
			if service == "" {
				continue
			}
			add(p.receiver(fn, service, instr))
			break
		}
	}
	for _, shaking := range slices.Clone(all) {
		for _, r := range p.paired(shaking) {
			add(r)
		}
	}
	return all
}

// Verified says whether anything looks at who sent what a receiver gets: before it, in what calls it, or in itself.
func (p *Package) Verified(r *Receiver) flow.Tri {
	answer := p.Guarded(r.Func)
	for _, fn := range r.Above {
		answer = surer(answer, p.KnowsSender(fn))
	}
	return answer
}

// receiver returns the receiver that a function is, or works for, or nil if it gets no request.
func (p *Package) receiver(fn *ssa.Function, service string, evidence ssa.Instruction) *Receiver {
	r := &Receiver{Service: service, Evidence: evidence, Above: p.Above(fn)}
	for _, caller := range r.Above {
		if IsHandler(caller) {
			r.Func = caller
			return r
		}
	}
	return nil
}

// Above returns a function and what calls it in this package, directly or not, the nearest first.
func (p *Package) Above(fn *ssa.Function) []*ssa.Function {
	above := []*ssa.Function{fn}
	for i := 0; i < len(above); i++ {
		calls, _ := p.Callers(above[i])
		for _, call := range calls {
			if caller := call.Parent(); !slices.Contains(above, caller) {
				above = append(above, caller)
			}
		}
	}
	return above
}

// IsHandler reports whether a function has the form in which servers and frameworks call a handler.
func IsHandler(fn *ssa.Function) bool {
	writer, request, framework := false, false, false
	for param := range fn.Signature.Params().Variables() {
		switch t := types.TypeString(types.Unalias(param.Type()), nil); {
		case t == "net/http.ResponseWriter":
			writer = true
		case t == "*net/http.Request":
			request = true
		case catalog.HandsRequest(param.Type()):
			framework = true
		}
	}
	return writer && request || framework
}

// serviceOf returns the service whose webhooks an instruction shows to be received, or "".
func (p *Package) serviceOf(instr ssa.Instruction) string {
	switch instr := instr.(type) {
	case *ssa.Lookup:
		if isHeaders(instr.X) {
			key, _ := flow.ConstString(instr.Index)
			return catalog.WebhookHeader(key)
		}
	case ssa.CallInstruction:
		fn := flow.CalleeOf(instr.Common())
		if service := catalog.WebhookFunc(fn); service != "" {
			return service
		}
		if row := catalog.VerifierOf(fn); row != nil && row.Service() != "" {
			return row.Service()
		}
		if row := catalog.InboundOf(fn); row != nil && row.Key != catalog.None && row.Reads&(catalog.InHeader|catalog.InQuery) != 0 {
			return p.serviceOfKey(Operand(instr.Common(), row.Key))
		}
		if service := decodesWebhook(instr.Common()); service != "" {
			return service
		}
		return p.receives(fn)
	}
	return ""
}

// receives returns the service whose webhooks a function of another package finds in what it is given, or "".
func (p *Package) receives(fn *types.Func) string {
	var does Does
	if fn == nil || fn.Pkg() == p.Pkg || !p.pass.ImportObjectFact(fn.Origin(), &does) {
		return ""
	}
	return does.Receives
}

// receivesFact tells importers which service's webhooks a function finds in what it is given, if that isn't a handler's whole request.
func (p *Package) receivesFact(fn *ssa.Function) string {
	if IsHandler(fn) {
		return "" // it is reported itself
	}
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		if service := p.serviceOf(call); service != "" && slices.ContainsFunc(call.Common().Args, func(arg ssa.Value) bool { return p.isGiven(arg, fn) }) {
			return service
		}
	}
	return ""
}

// isGiven reports whether a value is a parameter of a function that may hold a request, or its body.
func (p *Package) isGiven(v ssa.Value, fn *ssa.Function) bool {
	return slices.ContainsFunc(p.Reaching(v), func(o flow.Origin) bool {
		param, ok := o.Value.(*ssa.Parameter)
		return ok && o.Field == nil && param.Parent() == fn && bringsRequest(param.Type())
	})
}

// isHeaders reports whether a value is the headers of a request: of their own type, or a map in an event.
func isHeaders(v ssa.Value) bool {
	if flow.TypeWord(v.Type()) == "http.Header" {
		return true
	}
	base, field := fieldRead(v)
	if field == nil {
		return false
	}
	row := catalog.InboundField(base.Type(), field.Name())
	return row != nil && row.Reads&catalog.InHeader != 0
}

func (p *Package) serviceOfKey(key ssa.Value) string {
	for _, o := range p.Origins(key) {
		if c, ok := o.Value.(*ssa.Const); ok {
			text, _ := flow.ConstString(c)
			if service := catalog.WebhookHeader(text); service != "" {
				return service
			}
		}
	}
	return ""
}

// decodesWebhook returns the service whose payload a call decodes, or "".
func decodesWebhook(call *ssa.CallCommon) string {
	fn := flow.CalleeOf(call)
	if fn == nil || fn.Name() != "Unmarshal" && fn.Name() != "Decode" {
		return ""
	}
	for _, arg := range call.Args {
		if made, ok := arg.(*ssa.MakeInterface); ok {
			if service := catalog.WebhookType(made.X.Type()); service != "" {
				return service
			}
		}
	}
	return ""
}

// ReadsBody reports whether a function reads the body of the request that it gets, itself or in what it calls.
func (p *Package) ReadsBody(fn *ssa.Function) bool {
	for _, inner := range p.Reached(fn) {
		for instr := range flow.Instructions(inner) {
			if p.readsBody(instr) {
				return true
			}
		}
	}
	return false
}

func (p *Package) readsBody(instr ssa.Instruction) bool {
	const body = catalog.InBody | catalog.InForm
	switch instr := instr.(type) {
	case *ssa.FieldAddr:
		row := catalog.InboundField(instr.X.Type(), flow.FieldOf(instr).Name())
		return row != nil && row.Reads&body != 0
	case *ssa.Field:
		base, field := fieldRead(instr)
		row := catalog.InboundField(base.Type(), field.Name())
		return row != nil && row.Reads&body != 0
	case ssa.CallInstruction:
		fn := flow.CalleeOf(instr.Common())
		if row := catalog.InboundOf(fn); row != nil && row.Of == catalog.None && row.Reads&body != 0 {
			return true
		}
		verifier := catalog.VerifierOf(fn)
		return verifier != nil && verifier.Body != catalog.None || p.receives(fn) != ""
	}
	return false
}
