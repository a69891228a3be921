package maccompare

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// mac returns the call that makes the message authentication code that a text is, or has in it, or nil.
func (f *finder) mac(v ssa.Value) *ssa.Call { return f.macIn(f.Summary.Texts(v), 0) }

const maxReplaced = 4 // replacements in a text, one after the other: base64 as URLs have it needs three

func (f *finder) macIn(texts []flow.Text, depth int) *ssa.Call {
	for _, text := range texts {
		for _, part := range text.Unknown() {
			call, ok := part.Origin.Value.(*ssa.Call)
			if !ok {
				continue
			}
			fn := flow.CalleeOf(&call.Call)
			if f.sums(call, part.Origin) || isHMAC(fn) {
				return call
			}
			if fn != nil && (fn.FullName() == "strings.ReplaceAll" || fn.FullName() == "strings.Replace") && depth < maxReplaced {
				if made := f.macIn(f.Summary.TextsAt(call.Call.Args[0], part.Origin), depth+1); made != nil {
					return made
				}
			}
		}
	}
	return nil
}

// sums reports whether a call returns the sum of a hash that hmac.New made.
func (f *finder) sums(call *ssa.Call, at flow.Origin) bool {
	if !call.Call.IsInvoke() || call.Call.Method.FullName() != "(hash.Hash).Sum" {
		return false
	}
	return slices.ContainsFunc(f.Summary.ReachingAt(call.Call.Value, at), func(o flow.Origin) bool {
		made, ok := o.Value.(*ssa.Call)
		if !ok || o.Kind != flow.Result {
			return false
		}
		fn := flow.CalleeOf(&made.Call)
		return fn != nil && fn.FullName() == "crypto/hmac.New"
	})
}

// isHMAC reports whether a function of another package computes an HMAC: it is called so, and takes a key.
func isHMAC(fn *types.Func) bool {
	if fn == nil || !strings.Contains(strings.ToLower(fn.Name()), "hmac") {
		return false
	}
	for param := range fn.Signature().Params().Variables() {
		if catalog.NamesSecret(param.Name()) || slices.Contains(flow.Words(param.Name()), "key") {
			return true
		}
	}
	return false
}

// isOwnMAC reports whether a text is a MAC that its own function made: comparing two of them tells nothing of either.
func (f *finder) isOwnMAC(v ssa.Value) bool {
	given := slices.ContainsFunc(f.Summary.Origins(v), func(o flow.Origin) bool { return o.Kind == flow.Param })
	return !given && f.mac(v) != nil
}

// maySign reports whether a text that is compared with a MAC is a signature that somebody sent: it came with a request or, by
// its name, is one that the function was given.
func (f *finder) maySign(sent ssa.Value, expr ast.Expr) bool {
	if names := f.receivedNames(sent); len(names) > 0 {
		return !slices.ContainsFunc(names, isOther)
	}
	names := []string{f.lastName(expr)}
	given := f.Summary.Given(sent)
	for _, param := range given {
		names = append(names, param.Name())
	}
	return len(given) > 0 && slices.ContainsFunc(names, namesSignature) && !slices.ContainsFunc(names, isOther)
}

func namesSignature(name string) bool {
	return slices.ContainsFunc(flow.Words(name), func(word string) bool { return signatureWords[word] }) || strings.HasSuffix(strings.ToLower(name), "mac")
}

var signatureWords = wordSet("signature signatures sign sig sigs mac hmac digest")
