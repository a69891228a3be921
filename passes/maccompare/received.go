package maccompare

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// presented are the places of a request where a client puts a credential.
const presented = catalog.InHeader | catalog.InQuery | catalog.InForm | catalog.InBody

// isPresented reports whether a text that is compared with a secret of the program is the one that a client presents.
func (f *finder) isPresented(sent, own ssa.Value) bool {
	if base, _ := fieldOf(own); !isKept(base) && len(f.Summary.Received(own)) > 0 {
		return false // somebody repeats what they typed
	}
	names := f.receivedNames(sent)
	if len(names) == 0 || slices.ContainsFunc(names, isOther) {
		return false
	}
	if slices.Contains(names, "") {
		_, byName := f.Summary.Origins(own)[0].Value.(*ssa.Parameter)
		return !byName // a header that the program was told the name of
	}
	return slices.ContainsFunc(names, namesProof) && !f.updates(sent, own)
}

// isKept reports whether a struct, or its address, outlives the call of the function that reads it: what is in it may have come with a
// request, but not with this one.
func isKept(base ssa.Value) bool {
	switch base := base.(type) {
	case *ssa.FieldAddr:
		return isKept(base.X)
	case *ssa.UnOp:
		return isKept(base.X)
	case *ssa.Parameter:
		return !isPayload(base)
	case *ssa.FreeVar, *ssa.Global:
		return true
	}
	return false
}

// receivedNames returns the names under which a text came with a request, "" where that isn't constant, or nothing where it didn't
// come with one.
func (f *finder) receivedNames(sent ssa.Value) []string {
	base, field := fieldOf(sent)
	var names []string
	for _, r := range f.Summary.Received(sent) {
		switch {
		case r.Reads&presented == 0 || r.Key == "" && r.By == nil && r.Reads&catalog.InPath != 0:
		case r.Key == "" && field != nil:
			names = append(names, field.Name())
		default:
			names = append(names, readAs(r))
		}
	}
	if len(names) == 0 && field != nil && isPayload(base) {
		names = append(names, field.Name())
	}
	return names
}

// readAs returns the name that a part of a request goes by: the key that it was looked up by or, where there are no keys, what reads
// it ("BasicAuth").
func readAs(r summary.Received) string {
	if call, ok := r.By.(ssa.CallInstruction); ok && r.Key == "" {
		if fn := flow.CalleeOf(call.Common()); catalog.InboundOf(fn) != nil && catalog.InboundOf(fn).Key == catalog.None {
			return fn.Name()
		}
	}
	return r.Key
}

// fieldOf returns the field that a text is read from, and the struct that has it or its address; or nil.
func fieldOf(v ssa.Value) (base ssa.Value, field *types.Var) {
	switch v := v.(type) {
	case *ssa.Convert:
		return fieldOf(v.X)
	case *ssa.MakeInterface:
		return fieldOf(v.X)
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			return addr.X, flow.FieldOf(addr)
		}
	case *ssa.Field:
		return v.X, v.X.Type().Underlying().(*types.Struct).Field(v.Field)
	}
	return nil, nil
}

// isPayload reports whether a struct is the payload of a request, decoded by what calls the handler: the handler gets both, and the
// parameter, or its type, is called so.
func isPayload(base ssa.Value) bool {
	param, ok := base.(*ssa.Parameter)
	if !ok || !slices.ContainsFunc(param.Parent().Params, func(other *ssa.Parameter) bool { return other != param && catalog.HandsRequest(other.Type()) }) {
		return false
	}
	return slices.ContainsFunc(flow.Words(param.Name()+" "+flow.TypeWord(param.Type())), func(word string) bool { return payloadWords[word] })
}

// updates reports whether a function may compare in order to store what is new: it stores the text, or is called so.
func (f *finder) updates(sent, own ssa.Value) bool {
	for _, v := range []ssa.Value{sent, own} {
		if _, field := fieldOf(v); field != nil && f.storesAnew(field, sent, own) {
			return true
		}
	}
	fn := flow.Outermost(sent.Parent())
	return slices.ContainsFunc(flow.Words(fn.Name()), func(word string) bool { return updateWords[word] })
}

// storesAnew reports whether a function that compares two texts stores one of them in a field of that name.
func (f *finder) storesAnew(field *types.Var, sent, own ssa.Value) bool {
	for instr := range flow.Instructions(sent.Parent()) {
		store, ok := instr.(*ssa.Store)
		if !ok {
			continue
		}
		addr, ok := store.Addr.(*ssa.FieldAddr)
		if ok && flow.FieldOf(addr).Name() == field.Name() && (f.shareOrigin(store.Val, sent) || f.shareOrigin(store.Val, own)) {
			return true
		}
	}
	return false
}

// namesProof reports whether a name is that of a credential that a client presents.
func namesProof(name string) bool {
	return catalog.SecretHeader(name) || slices.ContainsFunc(flow.Words(name), func(word string) bool { return proofWords[word] })
}

// isOther reports whether a name is that of something other than a credential or a signature: a mark against forgery or
// repetition, which is worth nothing to whoever guesses it, or what everybody may know.
func isOther(name string) bool {
	return slices.ContainsFunc(flow.Words(name), func(word string) bool { return otherWords[word] })
}

var (
	payloadWords = wordSet("payload body request req input form callback notification notify webhook")
	updateWords  = wordSet("update updates patch put edit change changed changes save set sync reconcile reset rotate diff merge apply equal equals same")
	proofWords   = wordSet("token secret key apikey auth authorization password passwd pass pwd passphrase passcode credential credentials bearer jwt signature sign sig")
	otherWords   = wordSet(`state nonce csrf xsrf challenge event type email mail user username login id name agent page cursor next version action etag
		cache idempotency confirm confirmation confirmed repeat repeated again new old previous stored saved`)
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
