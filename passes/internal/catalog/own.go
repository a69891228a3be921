package catalog

import (
	"go/types"
	"slices"
	"strings"
)

// An Own is what a user says of functions that can't be seen to do what they do, since they are methods of an interface, or ask another process.
type Own uint8

// What a user may say.
const (
	// OwnSenders send a request which only its context ends.
	OwnSenders Own = iota
	// OwnRetriers call the function that they are given again until it returns no error.
	OwnRetriers
	// OwnVerifiers tell by a first result that is true, or else by an error, whether a webhook is genuine.
	OwnVerifiers
	// OwnCredentials are arguments, fields and variables that take a credential: a function's name with "#" and the number of an argument from 0 to 6, or
	// the name of a type with its field's, or of a variable.
	OwnCredentials
)

var (
	ownNames [OwnCredentials + 1][]string
	ownRows  *index // nil as long as the user has said nothing
)

// SetOwn replaces the names of which the user says something, which are as [types.Func.FullName] prints them. A host calls it before it runs analyzers.
func SetOwn(what Own, names []string) {
	ownNames[what] = nil
	for _, name := range names {
		ownNames[what] = append(ownNames[what], Unversioned(name))
	}
	ownRows = ownIndex()
}

// OwnNames returns the names of which the user says something, without major versions.
func OwnNames(what Own) []string { return ownNames[what] }

// ownOperands are the operands that a row of the user's may be about.
var ownOperands = []Operand{Arg0, Arg1, Arg2, Arg3, Arg4, Arg5, Arg6}

// ownIndex makes the rows. Where the number of an operand follows from the function there is one for each, of which [FuncOf] chooses.
func ownIndex() *index {
	lib := &Library{SecretsOnly: true}
	for _, name := range ownNames[OwnSenders] {
		for _, op := range append(slices.Clone(ownOperands), None) {
			lib.Funcs = append(lib.Funcs, Func{Name: name, Role: Send, Context: op, Bound: Unbounded})
		}
	}
	for _, name := range ownNames[OwnRetriers] {
		for _, op := range ownOperands {
			lib.Funcs = append(lib.Funcs, Func{Name: name, Role: Retry, Func: op, Again: OnError})
		}
	}
	for _, name := range ownNames[OwnCredentials] {
		row := Secret{Name: name, Use: Presents, What: "credential"}
		if fn, number, ok := strings.Cut(name, "#"); ok {
			row.Name, row.Operand = fn, ownOperands[number[0]-'0']
		}
		lib.Secrets = append(lib.Secrets, row)
	}
	ix := newIndex()
	ix.add(lib)
	for _, row := range lib.Secrets {
		if row.Operand == None {
			ix.holds(row.Name)
		}
	}
	return ix
}

// holds notes the last name of a field or variable, for its package: which it is doesn't follow from the name.
func (ix *index) holds(name string) {
	last := lastName(name)
	for owner := strings.TrimSuffix(name, "."+last); ; {
		ix.held[owner+"."+last] = true
		dot := strings.LastIndexByte(owner, '.')
		if dot < strings.LastIndexByte(owner, '/') || dot < 0 {
			return
		}
		owner = owner[:dot]
	}
}

// IsOwn reports whether the user says something of a function, a field or a package variable.
func IsOwn(obj types.Object) bool {
	ix := ownRows
	if ix == nil || obj.Pkg() == nil {
		return false
	}
	switch obj := obj.(type) {
	case *types.Func:
		return ownFunc(obj) != nil || ownVerifier(obj) != nil || ix.secretly[obj.Name()] && len(ix.secrets[funcName(obj.Origin())]) > 0
	case *types.Var:
		return ix.held[Unversioned(obj.Pkg().Path())+"."+obj.Name()]
	}
	return false
}

func ownFunc(fn *types.Func) *Func {
	if ownRows != nil && ownRows.called[fn.Name()] {
		return firstThatFits(ownRows.funcs[funcName(fn.Origin())], fn)
	}
	return nil
}

func ownVerifier(fn *types.Func) *Verifier {
	for _, name := range ownNames[OwnVerifiers] {
		if lastName(name) != fn.Name() || name != funcName(fn.Origin()) {
			continue
		}
		if results := fn.Signature().Results(); results.Len() > 0 && types.Identical(results.At(0).Type().Underlying(), types.Typ[types.Bool]) {
			return &Verifier{Name: name, Verdict: Result0}
		}
		return &Verifier{Name: name}
	}
	return nil
}
