package catalog

import (
	"go/types"
	"slices"
	"strings"
)

// A Secret describes a part of a call, or a field or variable, that holds a credential.
type Secret struct {
	// Name is the function's full name as in [Func], a package variable's
	// ("github.com/stripe/stripe-go.Key"), or a struct type's and its field's
	// ("golang.org/x/oauth2.Config.ClientSecret").
	Name string
	// Operand is the function's operand that holds it; None for fields and variables.
	// A variadic operand holds one in each of its values.
	Operand Operand
	// Key is the operand that names what Operand holds: a header, a setting, a flag. Operand is a
	// credential where that is the name of one.
	Key Operand
	// Returned says that Operand is a function, whose first result is the credential.
	Returned bool
	// Params is how many parameters the function has, where that tells major versions of a library apart; 0 is any number.
	Params int
	// Use is what the credential is good for.
	Use Use
	// What is what a message calls it: "JWT key", "OAuth client secret".
	What string
}

// A Use says what a credential is good for, and so which constants are a defect.
type Use uint8

// The uses.
const (
	// Seals is a key that this program signs, verifies, encrypts, hashes or seals cookies with, or a password that it lets in by.
	// Whoever reads the source can forge what it protects, however weak the text is.
	Seals Use = iota + 1
	// Presents is what the program shows to another service. A placeholder isn't one.
	Presents
	// Header is a header's value: a credential behind the name of a scheme ("Bearer"), or all of it.
	Header
	// URL is a URL whose user information may hold a password.
	URL
	// DSN is a data source name that may hold a password: a URL, "user:password@tcp(host)/db", or "password=… host=…".
	DSN
	// Default is what a setting is if nobody sets it.
	Default
)

// SecretsOf returns the rows of the operands of fn that hold credentials.
func SecretsOf(fn *types.Func) []*Secret {
	if fn == nil || fn.Pkg() == nil || !mayBeSecret(fn.Name()) {
		return nil
	}
	var rows []*Secret
	for _, row := range secretRows(funcName(fn.Origin())) {
		if row.fits(fn.Signature()) {
			rows = append(rows, row)
		}
	}
	return rows
}

// SecretField returns the row of a field of a struct of type t, or of what t points to, or nil.
func SecretField(t types.Type, field string) *Secret {
	obj := typeNameOf(t)
	if obj == nil || obj.Pkg() == nil || !mayBeSecret(field) {
		return nil
	}
	return secretOf(Unversioned(obj.Pkg().Path()) + "." + obj.Name() + "." + field)
}

// SecretVar returns the row of a package variable, or nil.
func SecretVar(v types.Object) *Secret {
	if v == nil || v.Pkg() == nil || !mayBeSecret(v.Name()) {
		return nil
	}
	return secretOf(Unversioned(v.Pkg().Path()) + "." + v.Name())
}

func secretOf(name string) *Secret {
	if rows := secretRows(name); len(rows) > 0 {
		return rows[0]
	}
	return nil
}

// secretRows returns the rows with a full name, the user's first.
func secretRows(name string) []*Secret {
	rows := load().secrets[name]
	if ownRows != nil {
		rows = append(slices.Clone(ownRows.secrets[name]), rows...)
	}
	return rows
}

// mayBeSecret reports whether some row has a last name.
func mayBeSecret(last string) bool {
	return load().secretly[last] || ownRows != nil && ownRows.secretly[last]
}

// fits reports whether a function with the signature has the row's operands, of types that can play their parts.
func (row *Secret) fits(sig *types.Signature) bool {
	if row.Params != 0 && row.Params != sig.Params().Len() {
		return false
	}
	holds := holdsText
	if row.Returned {
		holds = isFunc
	}
	return row.Operand != None && valueFits(sig, row.Operand, holds) && (row.Key == None || valueFits(sig, row.Key, holdsText))
}

// valueFits reports whether op is an operand of the signature whose type the part accepts, or whose values' if it is variadic.
func valueFits(sig *types.Signature, op Operand, accepts func(types.Type) bool) bool {
	i := int(op - Arg0)
	if op != Recv && sig.Variadic() && i == sig.Params().Len()-1 {
		return accepts(sig.Params().At(i).Type().Underlying().(*types.Slice).Elem())
	}
	return operandFits(sig, op, accepts)
}

// holdsText reports whether a value of type t can be a constant text: a string, bytes, or either behind an interface.
func holdsText(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Slice:
		elem, ok := t.Elem().Underlying().(*types.Basic)
		return ok && elem.Kind() == types.Byte
	}
	return types.IsInterface(t)
}

// lastName returns what a full name ends in: the function's, field's or variable's own name.
func lastName(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// HoldsSecret reports whether a field of a struct, or a package variable, is one by which a library takes a credential. Of fields with one
// name in one package all are.
func HoldsSecret(v *types.Var) bool {
	if v.Pkg() == nil || !mayBeSecret(v.Name()) {
		return false
	}
	name := Unversioned(v.Pkg().Path()) + "." + v.Name()
	return load().held[name] || ownRows != nil && ownRows.held[name]
}
