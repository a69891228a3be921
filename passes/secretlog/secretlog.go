package secretlog

import (
	_ "embed"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

func run(p *lint.Pass) {
	for l := range p.Logs() {
		f := &finder{Pass: p, Logged: l}
		for i, v := range l.Values {
			if !l.ShowsType(i) && f.value(i, v) {
				break // one finding a call
			}
		}
	}
}

// A finder looks at what one call logs.
type finder struct {
	*lint.Pass
	*lint.Logged
}

// value reports a value that is or shows a credential.
func (f *finder) value(i int, v ssa.Value) bool {
	for {
		made, ok := v.(*ssa.MakeInterface)
		if !ok {
			break
		}
		v = made.X
	}
	if flow.TypeWord(v.Type()) == "http.Header" {
		return f.headers(i, v)
	}
	if path := f.Summary.Shows(v.Type(), f.AsJSON); path != "" && !f.Summary.Masked(v) {
		f.report(i, "struct", "%s writes all of %s to %s, and so its %s: whoever reads that can use it", lint.Name(f.Expr), f.name(i, v), f.where(), path)
		return true
	}
	return f.text(i, v)
}

// text reports a text with a credential in it.
func (f *finder) text(i int, v ssa.Value) bool {
	for _, text := range f.Summary.Texts(v) {
		for _, part := range text {
			if what := f.Summary.CredentialOf(part); what != "" && f.Channel != lint.Output && !f.Summary.Differs(part.Origin, f.Call.Block()) {
				f.report(i, "value", "%s writes %s, which is the %s, to %s: whoever reads that can use it", lint.Name(f.Expr), f.name(i, v), what, f.where())
				return true
			}
			if call, ok := part.Origin.Value.(*ssa.Call); ok && f.made(i, call, part.Origin.Index) {
				return true
			}
		}
	}
	return false
}

// name is how the program calls a value.
func (f *finder) name(i int, v ssa.Value) string {
	if f.Args == nil {
		return "a value"
	}
	if name := types.ExprString(f.Args[i]); len(name) <= 60 {
		return name
	}
	return "a " + flow.TypeWord(v.Type())
}

// where says what is written to.
func (f *finder) where() string {
	switch f.Channel {
	case lint.Output:
		return "the output"
	case lint.ErrorText:
		return "an error, and so to the log"
	}
	return "the log"
}

func (f *finder) report(i int, category, format string, args ...any) {
	var at ast.Node = f.Expr
	if f.Args != nil {
		at = f.Args[i]
	}
	f.Report(at, category, format, args...)
}
