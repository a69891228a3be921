package linttest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"slices"
	"strings"
)

// stdImports are the packages that a snippet uses without an import, by name.
var stdImports = map[string]string{
	"atomic": "sync/atomic", "bufio": "bufio", "bytes": "bytes", "cmp": "cmp", "context": "context",
	"errors": "errors", "fmt": "fmt", "hex": "encoding/hex", "hmac": "crypto/hmac", "http": "net/http",
	"httptrace": "net/http/httptrace", "httputil": "net/http/httputil", "io": "io", "json": "encoding/json",
	"log": "log", "maps": "maps", "math": "math", "net": "net", "os": "os", "rand": "math/rand/v2",
	"rsa": "crypto/rsa", "sha256": "crypto/sha256", "signal": "os/signal", "slices": "slices", "slog": "log/slog",
	"smtp": "net/smtp", "sort": "sort", "sql": "database/sql", "strconv": "strconv", "strings": "strings",
	"subtle": "crypto/subtle", "sync": "sync", "template": "html/template", "textproto": "net/textproto",
	"time": "time", "tls": "crypto/tls", "url": "net/url", "x509": "crypto/x509",
}

// parameters are the variables that statements use without a declaration, with
// their types.
var parameters = map[string]string{
	"addr": "string", "body": "io.Reader", "client": "*http.Client", "ctx": "context.Context",
	"err": "error", "h": "http.Handler", "handler": "http.Handler", "host": "string", "key": "[]byte",
	"mux": "*http.ServeMux", "n": "int", "r": "*http.Request", "req": "*http.Request", "resp": "*http.Response",
	"secret": "[]byte", "token": "string", "u": "string", "url": "string", "urls": "[]string",
	"w": "http.ResponseWriter",
}

// completeSnippet returns the Go file that a snippet of a documentation stands for.
func completeSnippet(text string) (string, error) {
	if file, err := parseFile(text); err == nil {
		return addImports(text, file), nil
	}
	src := "package snippet\n\n" + text
	if file, err := parseFile(src); err == nil {
		return addImports(src, file), nil
	}
	src, err := wrapStatements(text)
	if err != nil {
		return "", err
	}
	file, err := parseFile(src)
	if err != nil {
		return "", err
	}
	return addImports(src, file), nil
}

func parseFile(src string) (*ast.File, error) {
	return parser.ParseFile(token.NewFileSet(), "snippet.go", src, parser.ParseComments)
}

// wrapStatements returns a file with a function of the statements.
func wrapStatements(text string) (string, error) {
	const begin, end = "package snippet\n\nfunc snippet(", "\n}\n"
	file, err := parseFile(begin + ") {\n" + text + end)
	if err != nil {
		return "", fmt.Errorf("neither a file nor declarations nor statements: %v", err)
	}
	body := file.Decls[0].(*ast.FuncDecl).Body
	var params []string
	packages := packageNames(file)
	for _, id := range file.Unresolved {
		param := id.Name + " " + parameters[id.Name]
		if parameters[id.Name] != "" && !slices.Contains(params, param) && packages[id.Name] == "" {
			params = append(params, param)
		}
	}
	results, tail := results(body)
	for _, name := range declared(body) {
		text += "\n_ = " + name // what a snippet declares it need not use
	}
	return begin + strings.Join(params, ", ") + ")" + results + " {\n" + text + tail + end, nil
}

// results returns the result types of a function with the given body, an error
// at last, and what its end must be for the function to be complete.
func results(body *ast.BlockStmt) (types, tail string) {
	n := 0
	ast.Inspect(body, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			n = max(n, len(node.Results))
		}
		return true
	})
	if n == 0 {
		return "", ""
	}
	return " (" + strings.Repeat("any, ", n-1) + "error)", "\npanic(`end`)"
}

// declared returns the variables that the statements of body itself declare.
func declared(body *ast.BlockStmt) []string {
	names := make(map[string]bool)
	for _, stmt := range body.List {
		switch stmt := stmt.(type) {
		case *ast.AssignStmt:
			if stmt.Tok != token.DEFINE {
				continue
			}
			for _, lhs := range stmt.Lhs {
				if id, ok := lhs.(*ast.Ident); ok {
					names[id.Name] = true
				}
			}
		case *ast.DeclStmt:
			for _, spec := range stmt.Decl.(*ast.GenDecl).Specs {
				if spec, ok := spec.(*ast.ValueSpec); ok {
					for _, id := range spec.Names {
						names[id.Name] = true
					}
				}
			}
		}
	}
	delete(names, "_")
	return slices.Sorted(maps.Keys(names))
}

// packageNames returns the packages that file uses without an import, by name.
func packageNames(file *ast.File) map[string]string {
	unresolved := make(map[*ast.Ident]bool)
	for _, id := range file.Unresolved {
		unresolved[id] = true
	}
	imported := make(map[string]bool) // by path, and by name: math/rand/v2 isn't meant where crypto/rand is imported
	for _, spec := range file.Imports {
		imported[strings.Trim(spec.Path.Value, `"`)] = true
		imported[path.Base(strings.Trim(spec.Path.Value, `"`))] = true
	}
	found := make(map[string]string)
	for n := range ast.Preorder(file) {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			continue
		}
		if id, ok := sel.X.(*ast.Ident); ok && unresolved[id] && stdImports[id.Name] != "" && !imported[stdImports[id.Name]] && !imported[id.Name] {
			found[id.Name] = stdImports[id.Name]
		}
	}
	return found
}

// addImports adds the imports that file, whose source is src, lacks.
func addImports(src string, file *ast.File) string {
	var specs strings.Builder
	for _, path := range slices.Sorted(maps.Values(packageNames(file))) {
		fmt.Fprintf(&specs, "\nimport %q\n", path)
	}
	end := file.Name.End() - file.FileStart
	return src[:end] + "\n" + specs.String() + src[end:]
}
