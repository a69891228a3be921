package catalog

import "go/types"

// fits reports whether a function with the signature has all operands of the
// row, of types that can play their parts.
func (row *Func) fits(sig *types.Signature) bool {
	return operandFits(sig, row.Client, holdsClient) &&
		operandFits(sig, row.Context, func(t types.Type) bool { return isNamed(t, "context", "Context") }) &&
		operandFits(sig, row.Request, holdsRequest) &&
		operandFits(sig, row.Timeout, func(t types.Type) bool { return isNamed(t, "time", "Duration") }) &&
		operandFits(sig, row.Func, isFunc) &&
		operandFits(sig, row.Maker, isFunc) &&
		operandFits(sig, row.Inner, func(types.Type) bool { return true }) &&
		operandFits(sig, row.Limit, isInteger) &&
		(row.Options == None || sig.Variadic() && int(row.Options-Arg0) == sig.Params().Len()-1)
}

// operandFits reports whether op is None, or an operand of the signature whose
// type the part accepts.
func operandFits(sig *types.Signature, op Operand, accepts func(types.Type) bool) bool {
	switch {
	case op == None:
		return true
	case op == Recv:
		return sig.Recv() != nil && accepts(sig.Recv().Type())
	}
	i := int(op - Arg0)
	if i >= sig.Params().Len() || sig.Variadic() && i == sig.Params().Len()-1 {
		return false
	}
	return accepts(sig.Params().At(i).Type())
}

// holdsClient reports whether a value of type t can be a client, transport,
// dialer or request: a catalogued one, or one behind an interface.
func holdsClient(t types.Type) bool {
	row := TypeOf(t)
	return row != nil && row.Kind != Server || types.IsInterface(t)
}

func holdsRequest(t types.Type) bool {
	row := TypeOf(t)
	return row != nil && row.Kind == Request
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

func isInteger(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}

func isNamed(t types.Type, pkg, name string) bool {
	obj := typeNameOf(t)
	return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == pkg && obj.Name() == name
}
