package summary

import (
	"cmp"
	"fmt"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A DecodeFact says that the function reads the claims of a token without a look at who signed it, and returns them.
type DecodeFact struct {
	// Operand is the number of the parameter that is the token; a method's receiver is number 0.
	Operand int
	// Result is the number of the result that holds them.
	Result int
	// Claim says that the result is one of the claims, not all of them.
	Claim bool
}

func (d DecodeFact) String() string {
	return fmt.Sprintf("result %d holds what operand %d claims", d.Result, d.Operand)
}

// A Decoding is a call that reads the claims of a token without a look at who signed it.
type Decoding struct {
	Call *ssa.Call
	// Token is the token.
	Token ssa.Value

	dest   ssa.Value // what the claims are stored to, or nil
	result int
	claim  bool // the result is one of the claims
}

// Decodings returns the calls of the package that read the claims of a token without a look at who signed it, by a library or by a
// function of another package of the user's.
func (p *Package) Decodings() []Decoding {
	var all []Decoding
	for _, fn := range p.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			if p.Decodes(call) {
				row := catalog.SignedOf(flow.CalleeOf(&call.Call))
				all = append(all, Decoding{Call: call, Token: Operand(&call.Call, row.Token), dest: Operand(&call.Call, row.Claims)})
			}
			for _, fact := range p.decodeFacts(call) {
				all = append(all, Decoding{Call: call, Token: nth(call.Call.Args, fact.Operand), result: fact.Result, claim: fact.Claim})
			}
		}
	}
	return all
}

// decodeFacts returns what is known of a function of another package that a call calls.
func (p *Package) decodeFacts(call *ssa.Call) []DecodeFact {
	var does Does
	fn := flow.CalleeOf(&call.Call)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == p.Pkg || !p.pass.ImportObjectFact(fn, &does) {
		return nil
	}
	return does.Decodes
}

// Decodes reports whether a call is one of a library that reads the claims of a token without a look at who signed it.
func (p *Package) Decodes(call ssa.CallInstruction) bool {
	row := catalog.SignedOf(flow.CalleeOf(call.Common()))
	if row == nil || row.Role != catalog.Verifies {
		return row != nil && row.Role == catalog.Decodes
	}
	options, ok := p.Options(call, row)
	if !ok {
		return false
	}
	keyed := len(row.KeyedBy) == 0
	for _, option := range options {
		fn := flow.CalleeOf(&option.Call)
		if fn.Name() == "WithVerify" && len(option.Call.Args) == 1 && IsFalse(option.Call.Args[0]) {
			return true
		}
		keyed = keyed || slices.Contains(row.KeyedBy, fn.Name())
	}
	return !keyed
}

// Verifies reports whether a call is one of a library that checks the signature of a token.
func (p *Package) Verifies(call ssa.CallInstruction) bool {
	row := catalog.SignedOf(flow.CalleeOf(call.Common()))
	return row != nil && row.Role == catalog.Verifies && !p.Decodes(call)
}

// Options returns the calls that make the options of a parser, or false where one of them is made otherwise.
func (p *Package) Options(call ssa.CallInstruction, row *catalog.Signed) ([]*ssa.Call, bool) {
	list := Operand(call.Common(), row.Options)
	if list == nil {
		return nil, true
	}
	elements, ok := flow.Elements(list)
	if !ok {
		return nil, false
	}
	return p.optionCalls(elements)
}

func (p *Package) optionCalls(elements []ssa.Value) (calls []*ssa.Call, ok bool) {
	for _, element := range elements {
		origins := p.Origins(element)
		if len(origins) != 1 {
			return nil, false
		}
		made, ok := origins[0].Value.(*ssa.Call)
		if !ok || flow.CalleeOf(&made.Call) == nil {
			return nil, false
		}
		calls = append(calls, made)
	}
	return calls, true
}

// IsFalse reports whether a value is the constant false.
func IsFalse(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.ExactString() == "false"
}

// exportedDecodings returns which of the package's functions return the claims of a token that nothing verified.
func (p *Package) exportedDecodings() map[*ssa.Function][]DecodeFact {
	facts := map[*ssa.Function][]DecodeFact{}
	for _, d := range p.Decodings() {
		uses := p.ClaimUses(d)
		for _, o := range p.Reaching(d.Token) {
			param, ok := o.Value.(*ssa.Parameter)
			if !ok || o.Kind != flow.Given || o.Field != nil || p.AnyVerifies(param.Parent()) {
				continue
			}
			fn := param.Parent()
			for _, returned := range uses.returned[fn] {
				facts[fn] = append(facts[fn], DecodeFact{Operand: flow.ParamIndex(param), Result: returned.index, Claim: returned.claim})
			}
		}
	}
	for fn := range facts {
		slices.SortFunc(facts[fn], func(a, b DecodeFact) int {
			return cmp.Or(cmp.Compare(a.Operand, b.Operand), cmp.Compare(a.Result, b.Result))
		})
		facts[fn] = slices.CompactFunc(facts[fn], func(a, b DecodeFact) bool { return a.Operand == b.Operand && a.Result == b.Result })
	}
	return facts
}

// AnyVerifies reports whether a function, or one that it is used with, checks the signature of a token.
func (p *Package) AnyVerifies(fn *ssa.Function) bool {
	for near := range p.Around(fn) {
		for instr := range flow.Instructions(near) {
			if call, ok := instr.(ssa.CallInstruction); ok && p.Verifies(call) {
				return true
			}
		}
	}
	return false
}
