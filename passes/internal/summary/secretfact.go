package summary

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// SecretFact says that a parameter of the function is a credential.
type SecretFact struct {
	// Operand is the parameter's number; a method's receiver is number 0.
	Operand int
	// Key is the number of the parameter that names it, which is a credential only where that is the name of one; -1 where there is none.
	Key  int
	Use  catalog.Use
	What string
}

func (s SecretFact) String() string {
	if s.Key >= 0 {
		return fmt.Sprintf("operand %d is a %s if operand %d says so", s.Operand, s.What, s.Key)
	}
	return fmt.Sprintf("operand %d is a %s", s.Operand, s.What)
}

// Holds is the fact of a struct's field, or a package variable, that what it holds becomes a credential.
type Holds struct {
	Use  catalog.Use
	What string
}

// AFact marks Holds as a fact.
func (*Holds) AFact() {}

func (h *Holds) String() string { return "holds a " + h.What }

// secretFacts returns which operands of a function of another package are credentials.
func (p *Package) secretFacts(fn *types.Func) []SecretFact {
	var does Does
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == p.Pkg || !p.pass.ImportObjectFact(fn.Origin(), &does) {
		return nil
	}
	return does.Secrets
}

// heldFact returns what a field or a variable of another package holds, or nil.
func (p *Package) heldFact(v types.Object) *Holds {
	holds := new(Holds)
	if v == nil || v.Pkg() == nil || v.Pkg() == p.Pkg || !v.Exported() || !p.pass.ImportObjectFact(v, holds) {
		return nil
	}
	return holds
}

// exportSecrets tells importers which fields and variables become credentials, and returns which parameters do. told says that there are any.
func (p *Package) exportSecrets() (params map[*ssa.Function][]SecretFact, told bool) {
	params = map[*ssa.Function][]SecretFact{}
	all := p.Secrets()
	maps.Copy(params, p.pairs)
	for _, s := range all {
		if s.Key != "" && s.Use != catalog.Header {
			continue
		}
		for _, part := range s.Text.Unknown() {
			if part.Origin.Kind != flow.Given {
				continue
			}
			if param, ok := part.Origin.Value.(*ssa.Parameter); ok && part.Origin.Field == nil {
				params[param.Parent()] = appendSecret(params[param.Parent()], SecretFact{Operand: flow.ParamIndex(param), Key: -1, Use: s.handedOn(), What: s.What})
			} else if v := givenVar(part.Origin); v != nil {
				told = p.exportHolds(v, s) || told
			}
		}
	}
	return params, told
}

// appendSecret adds what a parameter is, unless something is known of it.
func appendSecret(facts []SecretFact, fact SecretFact) []SecretFact {
	if slices.ContainsFunc(facts, func(f SecretFact) bool { return f.Operand == fact.Operand }) {
		return facts
	}
	return append(facts, fact)
}

// givenVar returns the field or the package variable that others may set, and an origin is the value of.
func givenVar(o flow.Origin) *types.Var {
	if o.Field != nil {
		return o.Field
	}
	if g, ok := o.Value.(*ssa.Global); ok {
		v, _ := g.Object().(*types.Var)
		return v
	}
	return nil
}

// handedOn returns the use of a credential for whoever hands it over as it stands: behind a scheme, or in a URL, it is all of it.
func (s *Secret) handedOn() catalog.Use {
	if (s.Use == catalog.URL || s.Use == catalog.DSN) && s.Host == nil {
		return s.Use
	}
	if s.Use == catalog.Seals {
		return catalog.Seals
	}
	if s.Use == catalog.Header && len(s.Text) == 1 {
		return catalog.Header
	}
	return catalog.Presents
}

// exportHolds tells importers that a field or a variable becomes a credential.
func (p *Package) exportHolds(v *types.Var, s Secret) bool {
	if v.Pkg() != p.Pkg || !v.Exported() || p.pass.ImportObjectFact(v, new(Holds)) {
		return false
	}
	p.pass.ExportObjectFact(v, &Holds{Use: s.handedOn(), What: s.What})
	return true
}

// Constant is the fact of a package variable that begins as a constant text. It doesn't tell the text.
type Constant struct {
	// Length is in bytes.
	Length int
	// Start is what may be shown of it.
	Start string
	// Placeholder says that it stands for something that users are to fill in.
	Placeholder bool
}

// AFact marks Constant as a fact.
func (*Constant) AFact() {}

func (c *Constant) String() string { return fmt.Sprintf("begins as a constant of %d bytes", c.Length) }

// ConstantOf describes a text without telling it.
func ConstantOf(text string) *Constant {
	shown := min(4, len(text)/4)
	for shown > 0 && !isPrintable(text[:shown]) {
		shown--
	}
	return &Constant{Length: len(text), Start: text[:shown], Placeholder: catalog.Placeholder(text)}
}

func isPrintable(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' })
}

// InitialOf returns what a variable of another package begins as, or nil where that isn't a constant.
func (p *Package) InitialOf(v types.Object) *Constant {
	initial := new(Constant)
	if v == nil || !p.pass.ImportObjectFact(v, initial) {
		return nil
	}
	return initial
}

// exportConstants tells importers which variables of the user's begin as constant texts.
func exportConstants(pass *analysis.Pass) {
	if !isOwn(pass) {
		return
	}
	for _, init := range pass.TypesInfo.InitOrder {
		text, ok := constantText(pass.TypesInfo, init.Rhs)
		if ok && text != "" && len(init.Lhs) == 1 && init.Lhs[0].Exported() && init.Lhs[0].Parent() == pass.Pkg.Scope() && !IsTest(pass.Fset, fileAt(pass, init.Rhs.Pos())) {
			pass.ExportObjectFact(init.Lhs[0], ConstantOf(text))
		}
	}
}

func fileAt(pass *analysis.Pass, pos token.Pos) *ast.File {
	return pass.Files[slices.IndexFunc(pass.Files, func(file *ast.File) bool { return file.FileStart <= pos && pos <= file.FileEnd })]
}

// constantText returns the text that an expression is: "x" or []byte("x").
func constantText(info *types.Info, expr ast.Expr) (string, bool) {
	if call, ok := ast.Unparen(expr).(*ast.CallExpr); ok && len(call.Args) == 1 && info.Types[call.Fun].IsType() {
		expr = call.Args[0]
	}
	value := info.Types[expr].Value
	if value == nil || value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(value), true
}
