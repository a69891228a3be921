package catalog

import "go/types"

// A Reveal describes a function whose result is or holds a credential.
type Reveal struct {
	// Name is the function's full name as in [Func].
	Name string
	// Result is the number of the result.
	Result int
	// Key is the operand that names what the function looks up: the result is a credential where that is the name of one.
	Key Operand
	// Request is the request whose headers are in the result: they hold a credential if it was given one.
	Request Operand
	// What is what a message calls it: "password".
	What string
}

// RevealOf returns the row of a function's result, or nil.
func RevealOf(fn *types.Func, result int) *Reveal {
	if fn == nil || fn.Pkg() == nil || !load().secretly[fn.Name()] {
		return nil
	}
	row := load().reveals[funcName(fn.Origin())]
	if row == nil || row.Result != result {
		return nil
	}
	return row
}
