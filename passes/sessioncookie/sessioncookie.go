package sessioncookie

import (
	_ "embed"
	"go/token"
	"go/types"
	"strings"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

func run(p *lint.Pass) {
	if p.Summary == nil {
		return
	}
	c := &checker{Pass: p}
	c.local = sync.OnceValue(c.isLocal)
	for _, fn := range p.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case ssa.CallInstruction:
				c.call(instr)
			case *ssa.Store:
				c.store(instr)
			}
		}
	}
}

// A checker looks at one package.
type checker struct {
	*lint.Pass
	// local reports whether the package serves no other machine than its own.
	local func() bool
}

// call looks at a call that may send a cookie.
func (c *checker) call(call ssa.CallInstruction) {
	fn := flow.CalleeOf(call.Common())
	switch row := catalog.CookieOf(fn); {
	case row != nil && row.Struct != catalog.None:
		c.sent(summary.Operand(call.Common(), row.Struct), row)
	case row != nil:
		c.judge(&cookie{row: row, call: call, fn: call.Parent()})
	case fn != nil:
		c.header(call)
	}
}

// header looks at a call that may set the header Set-Cookie: w.Header().Add("Set-Cookie", c.String()).
func (c *checker) header(call ssa.CallInstruction) {
	args := call.Common().Args
	if len(args) < 2 {
		return
	}
	name, _ := flow.ConstString(args[len(args)-2])
	if !strings.EqualFold(name, "Set-Cookie") {
		return
	}
	for _, o := range c.Summary.Reaching(args[len(args)-1]) {
		text, ok := o.Value.(*ssa.Call)
		if !ok {
			continue
		}
		if fn := flow.CalleeOf(&text.Call); fn != nil && fn.FullName() == "(*net/http.Cookie).String" {
			c.sent(text.Call.Args[0], &catalog.Cookie{})
		}
	}
}

// store looks at a store to a field that describes a cookie.
func (c *checker) store(store *ssa.Store) {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	if field := flow.FieldOf(addr); field != nil {
		if row := catalog.CookieFieldOf(addr.X.Type(), field.Name()); row != nil {
			c.sent(store.Val, row)
		}
	}
}

// sent judges the cookies that a struct which is sent may be, of those that the package makes.
func (c *checker) sent(v ssa.Value, row *catalog.Cookie) {
	for _, o := range c.Summary.Reaching(v) {
		made, ok := o.Value.(*ssa.Alloc)
		if !ok || o.Kind != flow.Object || (&escape{c: c}).of(made) {
			continue
		}
		c.judge(&cookie{row: row, made: o, fn: made.Parent()})
	}
}

// An escape looks for code that isn't known and may change a struct.
type escape struct {
	c    *checker
	seen map[ssa.Value]bool
}

// of reports whether code that isn't known gets at a value.
func (e *escape) of(v ssa.Value) bool {
	if e.seen[v] || v.Referrers() == nil {
		return false
	}
	if e.seen == nil {
		e.seen = map[ssa.Value]bool{}
	}
	e.seen[v] = true
	for _, use := range *v.Referrers() {
		if e.by(use, v) {
			return true
		}
	}
	return false
}

func (e *escape) by(use ssa.Instruction, v ssa.Value) bool {
	switch use := use.(type) {
	case *ssa.DebugRef, *ssa.FieldAddr, *ssa.BinOp:
		return false
	case *ssa.MakeInterface:
		return !isStruct(v)
	case *ssa.UnOp:
		return use.Op == token.MUL && e.of(use)
	case *ssa.Phi:
		return e.of(use)
	case *ssa.Store:
		return use.Val == v && e.stored(use.Addr)
	case *ssa.MakeClosure:
		return e.captured(use, v)
	case *ssa.Return:
		return e.returned(use, v)
	case ssa.CallInstruction:
		return !isStruct(v) && e.given(use, v)
	}
	return true
}

// isStruct reports whether a value is a struct: whoever gets it has a copy.
func isStruct(v ssa.Value) bool {
	_, ok := v.Type().Underlying().(*types.Struct)
	return ok
}

// stored reports whether what is stored at an address escapes: from a local variable it does by its uses.
func (e *escape) stored(addr ssa.Value) bool {
	switch addr := addr.(type) {
	case *ssa.Alloc:
		return e.of(addr)
	case *ssa.FieldAddr:
		return catalog.CookieFieldOf(addr.X.Type(), flow.FieldOf(addr).Name()) == nil
	}
	return true
}

func (e *escape) captured(closure *ssa.MakeClosure, v ssa.Value) bool {
	for i, bound := range closure.Bindings {
		if bound == v && e.of(closure.Fn.(*ssa.Function).FreeVars[i]) {
			return true
		}
	}
	return false
}

// returned reports whether what a function returns escapes from one of its callers in the package.
func (e *escape) returned(ret *ssa.Return, v ssa.Value) bool {
	calls, _ := e.c.Summary.Callers(ret.Parent())
	for _, call := range calls {
		if call.Value() == nil {
			continue
		}
		if len(ret.Results) == 1 && e.of(call.Value()) {
			return true
		}
		for _, use := range *call.Value().Referrers() {
			if part, ok := use.(*ssa.Extract); ok && ret.Results[part.Index] == v && e.of(part) {
				return true
			}
		}
	}
	return false
}

// given reports whether a value escapes as an operand of a call.
func (e *escape) given(call ssa.CallInstruction, v ssa.Value) bool {
	callee := flow.CalleeOf(call.Common())
	if callee != nil && (catalog.CookieOf(callee) != nil || callee.Pkg() != nil && callee.Pkg().Path() == "net/http") {
		return false
	}
	fn := e.c.Summary.Callee(call)
	if fn == nil {
		return true
	}
	for i, arg := range call.Common().Args {
		if arg == v && e.of(fn.Params[i]) {
			return true
		}
	}
	return false
}
