package summary

import (
	"go/types"
	"slices"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A Term says whether one of the things that can end a wait (a client, or the
// deadline of a context or request) does so.
type Term struct {
	Bound flow.Tri
	// Ref is the parameter that decides, if Bound is Unknown.
	Ref Ref
	// Lost is the parameter whose Timeout the client doesn't take over.
	Lost Ref
	// Loses says that the client doesn't take over the Timeout of the client it was made from.
	Loses bool
	// ByTransport says that it is the transport that ends the wait, not a Timeout.
	ByTransport bool
	// Sources are where something without a bound was made, if Bound is No.
	Sources []Source
	// Fallback says that the sources are what is used when the user hands over nothing.
	Fallback bool
}

// A Source is a place where a client, context or request without a bound was made.
type Source struct {
	flow.Origin
	// What names it: "http.DefaultClient".
	What string
}

// What names the first source.
func (t Term) What() string {
	if len(t.Sources) == 0 {
		return ""
	}
	return t.Sources[0].What
}

var (
	unknown = Term{}
	bounded = Term{Bound: flow.Yes}
)

func unbounded(o flow.Origin, what string) Term {
	return Term{Bound: flow.No, Sources: []Source{{o, what}}}
}

// addSources adds the sources of another term.
func (t *Term) addSources(other Term) {
	for _, src := range other.Sources {
		if !slices.Contains(t.Sources, src) {
			t.Sources = append(t.Sources, src)
		}
	}
}

// given is what a user of the package may hand over.
var given = Term{Fallback: true}

// callWord names a function as its callers write it: "resty.New".
func callWord(fn *types.Func) string {
	if recv := fn.Signature().Recv(); recv != nil {
		return flow.TypeWord(recv.Type()) + "." + fn.Name()
	}
	return fn.Pkg().Name() + "." + fn.Name()
}
