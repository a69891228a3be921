package oauthstate

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

// publicClients reports clients without a secret whose codes whoever intercepts them can redeem.
func (f *flows) publicClients() {
	if len(f.exchanges) == 0 || f.binds {
		return
	}
	for _, a := range f.authorizations {
		config := receiver(a.Call)
		if config == nil || f.Summary.Binds(a.Options) != flow.No || !f.isPublic(config) {
			continue
		}
		if expr, ok := f.CallExpr(a.Call); ok {
			f.ReportOnce(expr, "pkce", "%s asks for a code that whoever intercepts it can redeem: the client has no secret, and PKCE isn't used "+
				"(pass oauth2.S256ChallengeOption here and oauth2.VerifierOption to Exchange)", lint.Name(expr))
		}
	}
}

// receiver returns the configuration that a call is a method of, or nil.
func receiver(call ssa.CallInstruction) ssa.Value {
	fn := flow.CalleeOf(call.Common())
	if fn == nil || call.Common().IsInvoke() || fn.FullName() != "(*golang.org/x/oauth2.Config).AuthCodeURL" {
		return nil
	}
	return call.Common().Args[0]
}

// isPublic reports whether a configuration is one that the package makes with the ID of a client and without its secret.
func (f *flows) isPublic(config ssa.Value) bool {
	origins := f.Summary.Reaching(config)
	for _, o := range origins {
		if o.Kind != flow.Object || !f.isSet(o, "ClientID") || f.isSet(o, "ClientSecret") || f.isGivenAway(o) {
			return false
		}
	}
	return len(origins) > 0
}

// isSet reports whether a field of a configuration may be other than empty.
func (f *flows) isSet(o flow.Origin, name string) bool {
	field := fieldNamed(o.Value.Type(), name)
	if field == nil {
		return true
	}
	for _, value := range f.Summary.FieldOrigins(o, field) {
		c, ok := value.Value.(*ssa.Const)
		if !ok || c.Value != nil && c.Value.ExactString() != `""` {
			return true
		}
	}
	return false
}

// fieldNamed returns a field of the struct that a type points to, or nil.
func fieldNamed(t types.Type, name string) *types.Var {
	found, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	field, _ := found.(*types.Var)
	return field
}

// isGivenAway reports whether a function that isn't understood gets a configuration, and may set its fields.
func (f *flows) isGivenAway(o flow.Origin) bool {
	alloc, ok := o.Value.(*ssa.Alloc)
	if !ok {
		return true
	}
	for _, use := range *alloc.Referrers() {
		switch use := use.(type) {
		case *ssa.MakeInterface:
			return true // json.Unmarshal(data, &config)
		case ssa.CallInstruction:
			fn := flow.CalleeOf(use.Common())
			if f.Summary.Callee(use) == nil && (fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "golang.org/x/oauth2") {
				return true
			}
		}
	}
	return false
}
