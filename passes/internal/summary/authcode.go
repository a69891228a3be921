package summary

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// StateFact says that a parameter of the function becomes the state of an authorization request, whose other parameters don't
// bind it to who makes it, unless the caller adds one that does.
type StateFact struct {
	// Operand is the parameter's number; a method's receiver is number 0.
	Operand int
}

func (s StateFact) String() string { return fmt.Sprintf("operand %d is a state", s.Operand) }

// An Authorization is a call that makes the URL of an authorization request (RFC 6749, section 4.1.1).
type Authorization struct {
	Call ssa.CallInstruction
	// State is the value that becomes the state of the request.
	State ssa.Value
	// Options are the slices of options among the arguments.
	Options []ssa.Value
}

// Authorizations returns the authorization requests of the package, in the order of the source.
func (p *Package) Authorizations() []Authorization {
	var all []Authorization
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if state := p.stateOf(call.Common()); state != nil {
				all = append(all, Authorization{Call: call, State: state, Options: AuthCodeOptions(call)})
			}
		}
	}
	return all
}

// stateOf returns the argument of a call that becomes the state of an authorization request, or nil.
func (p *Package) stateOf(call *ssa.CallCommon) ssa.Value {
	fn := flow.CalleeOf(call)
	if row := catalog.AuthCodeOf(fn); row != nil {
		return Operand(call, row.State)
	}
	var does Does
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == p.Pkg || !p.pass.ImportObjectFact(fn, &does) || len(does.States) == 0 {
		return nil
	}
	return nth(call.Args, does.States[0].Operand)
}

// AuthCodeOptions returns the slices of options of golang.org/x/oauth2 that a call is given.
func AuthCodeOptions(call ssa.CallInstruction) []ssa.Value {
	return slices.DeleteFunc(slices.Clone(call.Common().Args), func(arg ssa.Value) bool { return !catalog.IsAuthCodeOptions(arg.Type()) })
}

// Binds says whether options of golang.org/x/oauth2 tie an authorization request to who makes it, other than by its state: PKCE's
// challenge (RFC 7636), or the nonce of OpenID Connect. It is unknown where one of the options isn't understood.
func (p *Package) Binds(options []ssa.Value) flow.Tri {
	answer := flow.No
	for _, list := range options {
		if _, ok := list.(*ssa.Parameter); ok {
			continue // the caller's
		}
		elements, ok := flow.Elements(list)
		if !ok {
			return flow.Unknown
		}
		for _, v := range elements {
			switch p.binds(v) {
			case flow.Yes:
				return flow.Yes
			case flow.Unknown:
				answer = flow.Unknown
			}
		}
	}
	return answer
}

// binds says whether an option is one that binds.
func (p *Package) binds(option ssa.Value) flow.Tri {
	answer := flow.No
	for _, o := range p.Origins(option) {
		if g := flow.VariableOf(o); g != nil && g.Pkg.Pkg.Path() == "golang.org/x/oauth2" {
			continue // AccessTypeOffline, ApprovalForce and the like
		}
		call, ok := o.Value.(*ssa.Call)
		if !ok {
			return flow.Unknown
		}
		switch fn := flow.CalleeOf(&call.Call); {
		case fn == nil:
			return flow.Unknown
		case fn.FullName() == "golang.org/x/oauth2.SetAuthURLParam":
			key, constant := flow.ConstString(call.Call.Args[0])
			if !constant {
				return flow.Unknown
			}
			if IsBinding(key) {
				return flow.Yes
			}
		case fn.Name() == "S256ChallengeOption", fn.Name() == "Nonce", fn.Name() == "VerifierOption":
			return flow.Yes
		default:
			return flow.Unknown
		}
	}
	return answer
}

// IsBinding reports whether a parameter of an authorization request or a token request binds the one to the other, or to the user's session.
func IsBinding(param string) bool {
	switch param {
	case "code_challenge", "code_verifier", "nonce":
		return true
	}
	return false
}

// stateFacts returns which parameters of the package's exported functions become a state.
func (p *Package) stateFacts() map[*ssa.Function][]StateFact {
	facts := map[*ssa.Function][]StateFact{}
	for _, a := range p.Authorizations() {
		if p.Binds(a.Options) != flow.No {
			continue
		}
		for _, o := range p.Reaching(a.State) {
			param, ok := o.Value.(*ssa.Parameter)
			if !ok || o.Kind != flow.Given || o.Field != nil || !types.Identical(param.Type().Underlying(), types.Typ[types.String]) {
				continue
			}
			fn := param.Parent()
			facts[fn] = append(facts[fn], StateFact{Operand: flow.ParamIndex(param)})
		}
	}
	for fn := range facts {
		slices.SortFunc(facts[fn], func(a, b StateFact) int { return cmp.Compare(a.Operand, b.Operand) })
		facts[fn] = slices.Compact(facts[fn])
	}
	return facts
}
