package lint

import (
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// WorksOn returns the functions through which a webhook gets to its receiver, and those that these call.
func (p *Pass) WorksOn(r *summary.Receiver) []*ssa.Function {
	seen := map[*ssa.Function]bool{}
	var all []*ssa.Function
	for _, above := range r.Above {
		for _, fn := range p.Summary.Reached(above) {
			if !seen[fn] {
				seen[fn] = true
				all = append(all, fn)
			}
		}
	}
	return all
}

// HandlerName is how the program calls a handler; a function literal is called by the function around it.
func HandlerName(fn *ssa.Function) string {
	if fn.Parent() != nil {
		return "the handler in " + flow.Outermost(fn).Name()
	}
	return fn.Name()
}

// NamedAfter reports whether one of some words is in the name of a function, of its receiver, its file or its package, or in another name.
func (p *Pass) NamedAfter(fn *ssa.Function, words []string, names ...string) bool {
	outer := flow.Outermost(fn)
	names = append(names, outer.Name(), p.Pkg.Name(), filepath.Base(p.Fset.Position(outer.Pos()).Filename))
	if recv := outer.Signature.Recv(); recv != nil {
		names = append(names, flow.TypeWord(recv.Type()))
	}
	return slices.ContainsFunc(names, func(name string) bool {
		return slices.ContainsFunc(flow.Words(name), func(word string) bool { return slices.Contains(words, word) })
	})
}
