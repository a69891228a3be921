package servertimeout

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

var timeout time.Duration

func init() {
	Analyzer.Flags.DurationVar(&timeout, "default", 10*time.Second, "the ReadHeaderTimeout that fixes set")
}

// limit writes the field that a fix adds.
func limit(b *fix.Builder, at token.Pos) string {
	return "ReadHeaderTimeout: " + b.Duration(timeout, at)
}

// fixServer gives a server that is made at a node a limit.
func fixServer(p *lint.Pass, f *lint.Finding, at ast.Node) {
	message := fmt.Sprintf("Give the server a ReadHeaderTimeout of %v", timeout)
	f.Fix(message, func(b *fix.Builder) {
		switch at := at.(type) {
		case *ast.CompositeLit:
			b.AddField(at, "ReadHeaderTimeout", b.Duration(timeout, at.Pos()))
		case *ast.CallExpr: // new(http.Server)
			b.Replace(at, fmt.Sprintf("&%s{%s}", b.Text(at.Args[0]), limit(b, at.Pos())))
		case *ast.ValueSpec:
			if len(at.Names) != 1 || assigned(p, at.Names[0]) {
				b.Abandon("several variables, or several values")
				return
			}
			b.Replace(at.Type, fmt.Sprintf("= %s{%s}", b.Text(at.Type), limit(b, at.Pos())))
		}
	})
}

// assigned reports whether a declared variable is assigned to as a whole.
func assigned(p *lint.Pass, declared *ast.Ident) bool {
	found := false
	for _, file := range p.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if assign, ok := n.(*ast.AssignStmt); ok {
				found = found || slices.ContainsFunc(assign.Lhs, func(to ast.Expr) bool {
					id, ok := to.(*ast.Ident)
					return ok && p.TypesInfo.Uses[id] == p.TypesInfo.Defs[declared]
				})
			}
			return !found
		})
	}
	return found
}

// A helper is how one of the functions that make a server of their own takes its arguments.
type helper struct {
	listener bool // the first argument is a listener, else an address
	handler  int
	files    []int // the certificate and the key
}

var helpers = map[string]helper{
	"ListenAndServe":    {handler: 1},
	"ListenAndServeTLS": {handler: 3, files: []int{1, 2}},
	"Serve":             {listener: true, handler: 1},
	"ServeTLS":          {listener: true, handler: 1, files: []int{2, 3}},
}

// fixHelper replaces http.ListenAndServe(addr, handler) by the same method of a server
// that has a limit.
func fixHelper(p *lint.Pass, f *lint.Finding, call *ast.CallExpr, name string) {
	message := fmt.Sprintf("Serve with an http.Server that has a ReadHeaderTimeout of %v", timeout)
	f.Fix(message, func(b *fix.Builder) {
		r := rewriting{Builder: b, info: p.TypesInfo, call: call, helper: helpers[name], name: name}
		switch {
		case len(call.Args) != len(r.files)+2:
			b.Abandon("the arguments are the results of one call")
		case r.reorders():
			b.Abandon("the arguments are calls whose order would change")
		case r.listener:
			r.serve(p.TypesInfo.Types[r.handlerArg()].IsNil())
		default:
			r.listen(p.TypesInfo.Types[r.handlerArg()].IsNil())
		}
	})
}

// rewriting is a fix of a helper's call. It leaves the text of the address and the handler
// where it stands.
type rewriting struct {
	*fix.Builder
	helper
	info *types.Info
	call *ast.CallExpr
	name string
}

func (r *rewriting) handlerArg() ast.Expr { return r.call.Args[r.handler] }

// reorders reports whether calls in the handler and in an argument that moves
// behind it would be made in another order.
func (r *rewriting) reorders() bool {
	moved := r.files
	if r.listener {
		moved = append([]int{0}, moved...)
	}
	for _, i := range moved {
		if r.hasCall(r.call.Args[i]) && r.hasCall(r.handlerArg()) {
			return true
		}
	}
	return false
}

// hasCall reports whether evaluating x calls a function or reads from a channel.
func (r *rewriting) hasCall(x ast.Expr) bool {
	found := false
	ast.Inspect(x, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false // it runs later
		case *ast.CallExpr:
			found = found || !r.info.Types[n.Fun].IsType() // no conversion
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		}
		return true
	})
	return found
}

// listen rewrites a helper that listens at an address.
func (r *rewriting) listen(noHandler bool) {
	addr, handler := r.call.Args[0], r.handlerArg()
	r.replace(r.call.Pos(), r.call.Lparen+1, r.open())
	r.Insert(addr.Pos(), "Addr: ")
	switch {
	case noHandler:
		r.replace(addr.End(), handler.End(), "")
	case len(r.files) == 0:
		r.Insert(handler.Pos(), "Handler: ")
	default:
		r.replace(addr.End(), handler.Pos(), ", Handler: ")
	}
	r.Insert(handler.End(), ", "+limit(r.Builder, r.call.Pos()))
	r.replace(r.call.Rparen, r.call.End(), r.close()+r.rest()+")")
}

// serve rewrites a helper that takes a listener.
func (r *rewriting) serve(noHandler bool) {
	listener, handler := r.call.Args[0], r.handlerArg()
	if noHandler {
		r.replace(r.call.Pos(), r.call.Lparen+1, r.open()+limit(r.Builder, r.call.Pos())+r.close())
		r.replace(listener.End(), handler.End(), "")
		return
	}
	r.replace(r.call.Pos(), handler.Pos(), r.open()+"Handler: ")
	r.Insert(handler.End(), ", "+limit(r.Builder, r.call.Pos()))
	end := r.call.Rparen
	if len(r.files) > 0 {
		end = handler.End()
	}
	r.replace(end, r.call.End(), r.close()+r.rest()+")")
}

func (r *rewriting) open() string {
	return "(&" + r.Import("net/http", r.call.Pos()) + "Server{"
}

func (r *rewriting) close() string { return "})." + r.name + "(" }

// rest returns the arguments that the method still takes.
func (r *rewriting) rest() string {
	var args []string
	if r.listener {
		args = append(args, r.Text(r.call.Args[0]))
	}
	for _, i := range r.files {
		args = append(args, r.Text(r.call.Args[i]))
	}
	return strings.Join(args, ", ")
}

func (r *rewriting) replace(pos, end token.Pos, text string) { r.Replace(span{pos, end}, text) }

// A span is a range of the source that is no node.
type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }
