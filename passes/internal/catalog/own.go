package catalog

import (
	"flag"
	"fmt"
	"go/types"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
)

// own are the rows of the user: functions that can't be seen to do what they do, since they are methods of an interface, or ask another process.
// A host sets them before it runs analyzers.
var own struct {
	senders, retriers, credentials, verifiers names
	index                                     atomic.Pointer[index]
}

// OwnSenders are functions that send a request which only its context ends.
var OwnSenders flag.Value = &own.senders

// OwnRetriers are functions that call the function that they are given again until it returns no error.
var OwnRetriers flag.Value = &own.retriers

// OwnCredentials are arguments, fields and variables that take a credential: a function's name with "#" and the number of an argument from 0 on, or the
// name of a type with its field's, or of a variable.
var OwnCredentials flag.Value = &own.credentials

// OwnVerifiers are functions that tell by a first result that is true, or else by an error, whether a webhook is genuine.
var OwnVerifiers flag.Value = &own.verifiers

// ownOperands are the operands that a row of the user's may be about.
var ownOperands = []Operand{Arg0, Arg1, Arg2, Arg3, Arg4, Arg5, Arg6}

// names is a list of full names as [types.Func.FullName] prints them, separated by commas.
type names struct {
	text string
	list []string
}

// fullName is a name with the path of its package: "(*example.com/m/pay.Client).Charge", "example.com/m/vault.Open#1".
var fullName = regexp.MustCompile(`^(\(\*?[\w./~-]+\.\w+\)\.\w+|[\w./~-]+\.\w+)(#[0-6])?$`)

// Set replaces the names.
func (n *names) Set(text string) error {
	var list []string
	for _, name := range strings.Split(text, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if !fullName.MatchString(name) || strings.Contains(name, "#") && n != &own.credentials {
			return fmt.Errorf("%q is no full name, such as (*example.com/m/pay.Client).Charge or example.com/m/vault.Open", name)
		}
		list = append(list, Unversioned(name))
	}
	n.text, n.list = text, list
	own.index.Store(ownIndex())
	return nil
}

// String returns the names as they were set.
func (n *names) String() string { return n.text }

// Get returns the names as they were set.
func (n *names) Get() any { return n.text }

// ownIndex makes the rows. Where the number of an operand follows from the function there is one for each, of which [FuncOf] chooses.
func ownIndex() *index {
	lib := &Library{SecretsOnly: true}
	for _, name := range own.senders.list {
		for _, op := range append(ownOperands, None) {
			lib.Funcs = append(lib.Funcs, Func{Name: name, Role: Send, Context: op, Bound: Unbounded})
		}
	}
	for _, name := range own.retriers.list {
		for _, op := range ownOperands {
			lib.Funcs = append(lib.Funcs, Func{Name: name, Role: Retry, Func: op, Again: OnError})
		}
	}
	for _, name := range own.credentials.list {
		row := Secret{Name: name, Use: Presents, What: "credential"}
		if fn, number, ok := strings.Cut(name, "#"); ok {
			i, _ := strconv.Atoi(number) // a digit, as Set has seen
			row.Name, row.Operand = fn, ownOperands[i]
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
	ix := own.index.Load()
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
	if ix := own.index.Load(); ix != nil && ix.called[fn.Name()] {
		return firstThatFits(ix.funcs[funcName(fn.Origin())], fn)
	}
	return nil
}

func ownVerifier(fn *types.Func) *Verifier {
	for _, name := range own.verifiers.list {
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
