package tlsverify

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// opting are parts of the names of functions, types and fields that are chosen for the lack of a check.
var opting = []string{
	"insecure", "skipverif", "noverif", "notverif", "unverif", "untrusted", "unsafe", "trustall", "trustany", "selfsign", "permissive", "bypass",
	"ignorecert", "ignoretls", "ignoressl", "ignorehost", "ignoreinvalid", "skiptls", "skipssl", "skipcert", "skiphost",
	"disabletls", "disablessl", "disableverif", "disablecert", "acceptany", "acceptall", "allowany", "anycert", "withoutverif", "nocheck",
}

// optIn reports whether the name of the function around cur, of its type, or of a field or package variable that it is for, says that
// it goes without a check.
func (c *checker) optIn(cur inspector.Cursor) bool {
	for up := range cur.Enclosing() {
		switch n := up.Node().(type) {
		case *ast.FuncDecl:
			return says(n.Name.Name, opting) && !c.withoutLock(n) || says(receiver(n), opting)
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && up != cur && says(key.Name, opting) {
				return true
			}
		case *ast.CallExpr:
			if says(types.ExprString(n.Fun), opting) && up != cur {
				return true
			}
		case *ast.ValueSpec:
			if says(n.Names[0].Name, opting) && function(cur) == nil {
				return true
			}
		}
	}
	return false
}

// withoutLock reports whether a method is called unsafe since it leaves its type's mutex to who calls it.
func (c *checker) withoutLock(fn *ast.FuncDecl) bool {
	obj, ok := c.TypesInfo.Defs[fn.Name].(*types.Func)
	if !ok || obj.Signature().Recv() == nil || !strings.HasSuffix(strings.ToLower(fn.Name.Name), "unsafe") {
		return false
	}
	t := obj.Signature().Recv().Type()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		if word := flow.TypeWord(field.Type()); word == "sync.Mutex" || word == "sync.RWMutex" {
			return true
		}
	}
	return false
}

// receiver returns the name of the type that a method is of, or "".
func receiver(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return ""
	}
	return strings.TrimLeft(types.ExprString(fn.Recv.List[0].Type), "*(")
}
