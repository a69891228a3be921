package lint

import (
	"go/ast"
)

// CommentsAt returns the texts of the comments on the lines of a node, and directly above the specifications, declarations and statements that it begins.
func (p *Pass) CommentsAt(node ast.Node) []string {
	file := p.FileAt(node.Pos())
	if file == nil {
		return nil
	}
	line := func(n ast.Node) int { return p.Fset.Position(n.Pos()).Line }
	above := map[int]bool{line(node): true}
	for cur := range p.enclosing(node.Pos()) {
		switch n := cur.Node().(type) {
		case *ast.BlockStmt, *ast.FuncDecl, *ast.FuncLit:
			return commentsAt(p, file, above)
		case *ast.ValueSpec, *ast.GenDecl, *ast.KeyValueExpr, ast.Stmt:
			above[line(n)] = true
		}
	}
	return commentsAt(p, file, above)
}

// commentsAt returns the comments on some lines, or that end above one of them.
func commentsAt(p *Pass, file *ast.File, lines map[int]bool) []string {
	var texts []string
	for _, group := range file.Comments {
		if lines[p.Fset.Position(group.Pos()).Line] || lines[p.Fset.Position(group.End()).Line+1] {
			texts = append(texts, group.Text())
		}
	}
	return texts
}
