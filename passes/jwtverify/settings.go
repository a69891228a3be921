package jwtverify

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// setting reports the settings of go-oidc that switch checks off. One is a choice where the package makes another verifier that checks, or
// has just got the token from the provider.
func (c *checker) setting(store *ssa.Store) {
	name := settingOf(store)
	if name == "" || late.MatchString(flow.Outermost(store.Parent()).Name()) || !c.isUsual(name) {
		return
	}
	site, ok := c.Site(store)
	if !ok {
		return
	}
	switch name {
	case "SkipExpiryCheck":
		if !c.anywhere(aboutTime) && !c.verifiesFresh() {
			c.reportTimeless(site, name)
		}
	case "SkipClientIDCheck":
		if !c.anywhere(aboutAudience) && !c.verifiesFresh() && !checksOwn(store) {
			c.ReportOnce(site, "audience", "a token that the provider made for another client is accepted (SkipClientIDCheck, and nothing in the package looks at aud)")
		}
	case "InsecureSkipSignatureCheck":
		if !c.verifiesFresh() {
			c.ReportOnce(site, "unverified", "whoever sends a token can claim to be anybody: its signature isn't checked (InsecureSkipSignatureCheck)")
		}
	}
}

// settingOf returns the field of an oidc.Config that a store sets to true, or "".
func settingOf(store *ssa.Store) string {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok || !isTrue(store.Val) || flow.TypeWord(addr.X.Type()) != "oidc.Config" {
		return ""
	}
	field := flow.FieldOf(addr)
	if field == nil || field.Pkg() == nil || !strings.HasPrefix(field.Pkg().Path(), "github.com/coreos/go-oidc") {
		return ""
	}
	return field.Name()
}

// checksOwn reports whether the configuration in which a store sets a field is for a verifier with keys of the program's own: a provider
// takes its tokens back from all of its clients.
func checksOwn(store *ssa.Store) bool {
	for _, use := range *store.Addr.(*ssa.FieldAddr).X.Referrers() {
		call, ok := use.(*ssa.Call)
		if !ok || len(call.Call.Args) != 3 {
			continue
		}
		keys, ok := call.Call.Args[1].(*ssa.MakeInterface) // of oidc.NewVerifier
		if ok && !strings.HasPrefix(flow.TypeWord(keys.X.Type()), "oidc.") {
			return true
		}
	}
	return false
}

// isUsual reports whether all configurations that the package makes have a setting.
func (c *checker) isUsual(name string) bool {
	made, set := 0, 0
	for _, fn := range c.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case *ssa.Alloc:
				if flow.TypeWord(instr.Type()) == "oidc.Config" && isStructPointer(instr) {
					made++
				}
			case *ssa.Store:
				if settingOf(instr) == name {
					set++
				}
			}
		}
	}
	return set >= made
}

// verifiesFresh reports whether the package verifies a token that it got in exchange for a code: nobody else could have written it.
func (c *checker) verifiesFresh() bool {
	for _, fn := range c.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			if callee := flow.CalleeOf(&call.Call); callee != nil && callee.FullName() == "(*golang.org/x/oauth2.Token).Extra" {
				return true
			}
		}
	}
	return false
}

// isStructPointer reports whether a variable is a struct itself, not a pointer to one.
func isStructPointer(alloc *ssa.Alloc) bool {
	_, ok := alloc.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
	return ok
}
