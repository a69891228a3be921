package maccompare

import (
	_ "embed"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

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
		return // nothing in the package makes a MAC, or gets a request
	}
	f := &finder{Pass: p}
	for _, fn := range p.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			if c, ok := summary.ComparisonOf(instr); ok && !c.ConstantTime && isText(c.X) && isText(c.Y) {
				f.comparison(instr, c)
			}
		}
	}
}

// A finder looks at one package.
type finder struct{ *lint.Pass }

// isText reports whether a value is a string or a slice of bytes that isn't constant.
func isText(v ssa.Value) bool {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	if conv, ok := v.(*ssa.Convert); ok {
		v = conv.X
	}
	if _, ok := v.(*ssa.Const); ok {
		return false
	}
	switch t := v.Type().Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Slice:
		return types.Identical(t.Elem().Underlying(), types.Typ[types.Byte])
	}
	return false
}

// comparison reports a comparison of what was sent with what it has to be to be believed.
func (f *finder) comparison(instr ssa.Instruction, c summary.Comparison) {
	if f.Quiet(instr.Pos()) {
		return
	}
	node, ok := f.Condition(position(instr))
	if !ok {
		return
	}
	x, y, ok := f.operands(node)
	if !ok {
		return
	}
	for _, pair := range []struct {
		sent, own       ssa.Value
		sentAt, ownExpr ast.Expr
	}{{c.X, c.Y, x, y}, {c.Y, c.X, y, x}} {
		if category, what := f.category(pair.sent, pair.own, pair.sentAt); category != "" && !f.comparedSafely(instr, pair.sent) {
			found := f.ReportOnce(node, category, "%s takes longer to compare the more of it is right, so that whoever sends it can guess %s byte by byte (%s)",
				f.nameOf(pair.sentAt), what, c.How)
			f.fix(found, node, category)
			return
		}
	}
}

// category says what a text that was sent is compared with, and returns the category of that; both are empty where it is nothing
// that has to be kept from whoever sent it.
func (f *finder) category(sent, own ssa.Value, expr ast.Expr) (category, what string) {
	if made := f.mac(own); made != nil && !f.isOwnMAC(sent) && f.maySign(sent, expr) {
		return "mac", "the HMAC of " + f.Where(made.Pos(), expr.Pos())
	}
	if secret := f.Summary.OwnSecret(own); secret != "" && f.isPresented(sent, own) && !f.foundBy(own, sent) {
		return "secret", "the " + words(secret)
	}
	return "", ""
}

// foundBy reports whether the record that a secret is a field of was looked up by what was sent: the comparison only tells which field it was.
func (f *finder) foundBy(own, sent ssa.Value) bool {
	load, ok := own.(*ssa.UnOp)
	if !ok {
		return false
	}
	field, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	return slices.ContainsFunc(f.Summary.Origins(field.X), func(o flow.Origin) bool {
		call, ok := o.Value.(*ssa.Call)
		return ok && o.Field == nil && slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return f.shareOrigin(arg, sent) })
	})
}

// comparedSafely reports whether the function compares the text in constant time too.
func (f *finder) comparedSafely(instr ssa.Instruction, sent ssa.Value) bool {
	for other := range flow.Instructions(instr.Parent()) {
		if c, ok := summary.ComparisonOf(other); ok && c.ConstantTime && (f.shareOrigin(c.X, sent) || f.shareOrigin(c.Y, sent)) {
			return true
		}
	}
	return false
}

func (f *finder) shareOrigin(a, b ssa.Value) bool {
	others := f.Summary.Origins(b)
	return slices.ContainsFunc(f.Summary.Origins(a), func(o flow.Origin) bool { return o.Kind != flow.Constant && slices.Contains(others, o) })
}
