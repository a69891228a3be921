package jwtverify

import (
	_ "embed"

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

var methods bool

func init() {
	Analyzer.Flags.BoolVar(&methods, "methods", false, "report verifications that don't say by which algorithms tokens may be signed")
}

func run(p *lint.Pass) {
	if p.Summary == nil {
		return
	}
	c := &checker{Pass: p}
	for _, fn := range p.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			c.instruction(instr)
		}
	}
	for _, d := range p.Summary.Decodings() {
		c.decoded(d)
	}
}

// A checker looks at one package.
type checker struct{ *lint.Pass }

func (c *checker) instruction(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.MakeInterface:
		c.none(instr)
	case *ssa.Store:
		c.setting(instr)
	case *ssa.Call:
		if c.Summary.Verifies(instr) {
			c.verification(instr, catalog.SignedOf(flow.CalleeOf(&instr.Call)))
		}
	}
}

// verification looks at a call that checks the signature of a token.
func (c *checker) verification(call *ssa.Call, row *catalog.Signed) {
	v := &verification{call: call, row: row}
	v.options, v.known = c.optionsOf(call, row)
	c.alwaysNone(v)
	c.keyfunc(v)
	c.claims(v)
	c.expiry(v)
	c.audience(v)
	if methods {
		c.methods(v)
	}
}

// A verification is a call that checks the signature of a token.
type verification struct {
	call *ssa.Call
	row  *catalog.Signed
	// options are the calls that make the options of the parser; known says that these are all.
	options []*ssa.Call
	known   bool
}

// option returns the option that a function of a name makes, or nil.
func (v *verification) option(name string) *ssa.Call {
	for _, option := range v.options {
		if flow.CalleeOf(&option.Call).Name() == name {
			return option
		}
	}
	return nil
}

// optionsOf returns the options that a call is given, or its parser was.
func (c *checker) optionsOf(call *ssa.Call, row *catalog.Signed) ([]*ssa.Call, bool) {
	if row.Options != catalog.None {
		return c.Summary.Options(call, row)
	}
	fn := flow.CalleeOf(&call.Call)
	if fn.Signature().Recv() == nil || flow.TypeWord(fn.Signature().Recv().Type()) != "jwt.Parser" {
		return nil, true
	}
	origins := c.Summary.Reaching(summary.Operand(&call.Call, catalog.Recv))
	if len(origins) != 1 {
		return nil, false
	}
	made, ok := origins[0].Value.(*ssa.Call)
	if !ok {
		return nil, origins[0].Kind == flow.Object // a literal
	}
	return c.Summary.Options(made, &catalog.Signed{Options: catalog.Arg0}) // jwt.NewParser
}
