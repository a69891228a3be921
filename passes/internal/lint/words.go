package lint

import (
	"go/constant"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Called yields the names that the region goes by: of its function and the type that it is a method of, of the
// functions that make the request and send it, of the package, and the constant parts of its URL.
func (s *Sent) Called() iter.Seq[string] {
	return func(yield func(string) bool) {
		all := []string{lastElements(s.pkg.Pkg.Path())}
		for fn := s.extent.Root; fn != nil; fn = fn.Parent() {
			all = append(all, nameOf(fn)...)
		}
		if callee := s.pkg.Callee(s.Region.Attempt); callee != nil {
			all = append(all, nameOf(callee)...)
		}
		for _, m := range s.Made {
			if fn := m.Value.Parent(); fn != nil {
				all = append(all, nameOf(flow.Outermost(fn))...)
			}
			if m.URL != nil {
				all = append(all, s.texts(m.URL, m.Origin, 0)...)
			}
		}
		for _, name := range all {
			if !yield(name) {
				return
			}
		}
	}
}

// lastElements returns the last two elements of an import path: "oauth2/internal".
func lastElements(path string) string {
	elements := strings.Split(path, "/")
	return strings.Join(elements[max(0, len(elements)-2):], "/")
}

// Callers returns the names of the declared functions that call the region's function, if there are any in the package.
func (s *Sent) Callers() []string {
	var names []string
	for _, w := range s.ways() {
		if call, ok := w.site.(ssa.CallInstruction); ok && s.pkg.Callee(call) == flow.Outermost(s.extent.Root) {
			names = append(names, flow.Outermost(w.fn).Name())
		}
	}
	return names
}

// nameOf returns the name of a declared function and that of the type that it is a method of.
func nameOf(fn *ssa.Function) []string {
	if fn.Signature.Recv() == nil {
		return []string{fn.Name()}
	}
	recv := fn.Signature.Recv().Type().String()
	return []string{fn.Name(), recv[strings.LastIndexByte(recv, '.')+1:]}
}

const maxTexts = 6 // calls and operators inside each other, of which a URL is made

// texts returns the constants that a text is made of.
func (s *Sent) texts(v ssa.Value, at flow.Origin, depth int) []string {
	var all []string
	for _, o := range s.pkg.ReachingAt(v, at) {
		switch part := o.Value.(type) {
		case *ssa.Const:
			if part.Value != nil && part.Value.Kind() == constant.String {
				all = append(all, constant.StringVal(part.Value))
			}
		case *ssa.FieldAddr, *ssa.Field:
			if o.Field != nil {
				all = append(all, o.Field.Name())
			}
		case ssa.Instruction:
			var buf [8]*ssa.Value
			for _, operand := range part.Operands(buf[:0]) {
				if *operand != nil && depth < maxTexts {
					all = append(all, s.textsOf(*operand, o, depth+1)...)
				}
			}
		}
	}
	return all
}

// textsOf returns the constants that an operand is made of, be it a list.
func (s *Sent) textsOf(v ssa.Value, at flow.Origin, depth int) []string {
	elements, ok := flow.Elements(v)
	if !ok {
		return s.texts(v, at, depth)
	}
	var all []string
	for _, element := range elements {
		all = append(all, s.texts(element, at, depth)...)
	}
	return all
}

// Mentioned yields the names and the constants in the code of the region, and in the functions that make its request
// or lead to it.
func (s *Sent) Mentioned() iter.Seq[string] {
	return func(yield func(string) bool) {
		fns := s.extent.Functions()
		for _, w := range s.ways() {
			fns = append(fns, w.fn)
		}
		for _, m := range s.Made {
			if fn := m.Value.Parent(); fn != nil {
				fns = append(fns, fn)
			}
		}
		for i, fn := range fns {
			if !slices.Contains(fns[:i], fn) && !mentions(fn, yield) {
				return
			}
		}
	}
}

// mentions yields the names and the constants in a function.
func mentions(fn *ssa.Function, yield func(string) bool) bool {
	if !yield(fn.Name()) {
		return false
	}
	for _, param := range fn.Params {
		if !yield(param.Name()) {
			return false
		}
	}
	for instr := range flow.Instructions(fn) {
		var buf [8]*ssa.Value
		for _, operand := range instr.Operands(buf[:0]) {
			if name := mention(*operand); name != "" && !yield(name) {
				return false
			}
		}
		if addr, ok := instr.(*ssa.FieldAddr); ok {
			if field := flow.FieldOf(addr); field != nil && !yield(field.Name()) {
				return false
			}
		}
	}
	return true
}

// mention returns what an operand is called, or says.
func mention(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return constant.StringVal(v.Value)
		}
	case *ssa.Function:
		return v.Name()
	case *ssa.Global:
		return v.Name()
	}
	return ""
}
