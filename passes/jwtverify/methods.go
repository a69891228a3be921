package jwtverify

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// setsMethods reports whether the package says somewhere which algorithms a parser accepts.
func (c *checker) setsMethods() bool {
	for _, fn := range c.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case *ssa.FieldAddr:
				if field := flow.FieldOf(instr); field != nil && field.Name() == "ValidMethods" {
					return true
				}
			case ssa.CallInstruction:
				if callee := flow.CalleeOf(instr.Common()); callee != nil && callee.Name() == "WithValidMethods" {
					return true
				}
			}
		}
	}
	return false
}

// onlyMethod returns the algorithm by which the package signs its tokens, or "" where it signs none, or by several.
func (c *checker) onlyMethod() string {
	alg := ""
	for id, obj := range c.TypesInfo.Uses {
		v, ok := obj.(*types.Var)
		if !ok || c.Quiet(id.Pos()) || v.Pkg() == nil || v.Pkg().Name() != "jwt" {
			continue
		}
		name, ok := strings.CutPrefix(v.Name(), "SigningMethod")
		if !ok {
			continue
		}
		if alg != "" && alg != name {
			return ""
		}
		alg = name
	}
	return alg
}

// withMethods adds the option that a parser accepts one algorithm only.
func (c *checker) withMethods(call *ast.CallExpr, alg string) func(*fix.Builder) {
	return func(b *fix.Builder) {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || call.Ellipsis.IsValid() || len(call.Args) == 0 {
			b.Abandon("the package isn't named")
			return
		}
		last := call.Args[len(call.Args)-1]
		b.Insert(last.End(), fmt.Sprintf(", %s.WithValidMethods([]string{%q})", b.Text(sel.X), alg))
	}
}
