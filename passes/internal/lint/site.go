package lint

import (
	"go/ast"

	"golang.org/x/tools/go/ssa"
)

// Site returns the syntax of an instruction: a call, a comparison, an element that is looked up, an assignment, an element of a composite literal, or what sends to a channel.
func (p *Pass) Site(instr ssa.Instruction) (ast.Node, bool) {
	if call, ok := instr.(ssa.CallInstruction); ok {
		return p.CallExpr(call)
	}
	for cur := range p.enclosing(instr.Pos()) {
		switch n := cur.Node().(type) {
		case *ast.BinaryExpr:
			if n.OpPos == instr.Pos() {
				return n, true
			}
		case *ast.IndexExpr:
			if n.Lbrack == instr.Pos() {
				return n, true
			}
		case *ast.KeyValueExpr, *ast.AssignStmt, *ast.ValueSpec, *ast.SendStmt, *ast.SelectStmt:
			return n, true
		case *ast.CompositeLit:
			return n, true // without keys
		}
	}
	return nil, false
}
