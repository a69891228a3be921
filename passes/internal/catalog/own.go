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

// ownOperands are the operands that a row of the user's may be about.
var ownOperands = []Operand{Arg0, Arg1, Arg2, Arg3, Arg4, Arg5, Arg6}

// ownIndex makes the rows. What a sender or retrier is given follows from its parameters: there is a row for each that it may be, of which [ownFunc] chooses.
func ownIndex() *index {
	ix := newIndex()
	for _, name := range ownNames[OwnSenders] {
		for _, op := range ownOperands {
			ix.addFunc(&Func{Name: name, Role: Send, Context: op, Bound: Unbounded})
			ix.addFunc(&Func{Name: name, Role: Send, Request: op, Bound: Unbounded})
			ix.addFunc(&Func{Name: name, Role: Send, Timeout: op, Bound: Unbounded})
		}
		ix.addFunc(&Func{Name: name, Role: Send, Bound: Unbounded})
	}
	for _, name := range ownNames[OwnRetriers] {
		for _, op := range ownOperands {
			ix.addFunc(&Func{Name: name, Role: Retry, Func: op, Again: OnError})
		}
	}
	for _, name := range ownNames[OwnCredentials] {
		row := &Secret{Name: name, Use: Presents, What: "credential"}
		fn, number, argument := strings.Cut(name, "#")
		if argument {
			row.Name, row.Operand = fn, ownOperands[number[0]-'0'] // as lint.OwnNames has seen
		} else {
			ix.holds(name)
		}
		ix.secrets[row.Name] = append(ix.secrets[row.Name], row)
		ix.secretly[lastName(row.Name)] = true
	}
	return ix
}

func (ix *index) addFunc(fn *Func) {
	ix.funcs[fn.Name] = append(ix.funcs[fn.Name], fn)
	ix.called[lastName(fn.Name)] = true
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

// HasOwn reports whether the user says something of any function, field or variable.
func HasOwn() bool { return ownRows != nil }

func ownFunc(fn *types.Func) *Func {
	if ownRows == nil || !ownRows.called[fn.Name()] {
		return nil
	}
	rows := ownRows.funcs[funcName(fn.Origin())]
	if i := slices.IndexFunc(rows, func(row *Func) bool { return row.fits(fn.Signature()) && row.fitsOwn(fn.Signature()) }); i >= 0 {
		return rows[i]
	}
	return nil
}

// fitsOwn reports whether a row of the user's that has the right operands is the one that is meant: what is repeated returns an error, and a sender without anything
// that could end its wait has no parameter that might.
func (row *Func) fitsOwn(sig *types.Signature) bool {
	if row.Role == Retry {
		repeated := sig.Params().At(int(row.Func - Arg0)).Type().Underlying().(*types.Signature).Results()
		return repeated.Len() > 0 && types.Identical(repeated.At(repeated.Len()-1).Type(), types.Universe.Lookup("error").Type())
	}
	if row.Context != None || row.Request != None || row.Timeout != None {
		return true
	}
	for param := range sig.Params().Variables() {
		if isNamed(param.Type(), "context", "Context") || isNamed(param.Type(), "time", "Duration") || holdsRequest(param.Type()) {
			return false
		}
	}
	return true
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
