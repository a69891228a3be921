package flow

import "golang.org/x/tools/go/ssa"

// ReachingIn is like [Package.Reaching] for a value of the function that the last of some calls
// calls, each of which stands in the callee of the one before: parameters are the arguments of these calls.
func (p *Package) ReachingIn(v ssa.Value, calls []ssa.CallInstruction) []Origin {
	return p.ReachingAt(v, p.Within(calls))
}

// Within returns an origin that stands for a place in the function that the last of some calls calls, each of which stands in the
// callee of the one before, for [Package.TextsAt].
func (p *Package) Within(calls []ssa.CallInstruction) Origin {
	var o Origin
	for _, call := range calls {
		o.at = p.push(call, o.at)
	}
	return o
}

// ReachingAt is like [Package.OriginsAt], but goes on from parameters to the arguments of all
// calls in the package.
func (p *Package) ReachingAt(v ssa.Value, o Origin) []Origin {
	return p.origins(query{value: v, at: o.at, expand: true})
}

// Outer returns the call through which a walk came to an origin, the outermost where there are
// several, or nil if the origin stands in a function that was not entered by a call.
func (o Origin) Outer() ssa.CallInstruction {
	if o.at == nil {
		return nil
	}
	at := o.at
	for at.parent != nil {
		at = at.parent
	}
	return at.call
}
