package oauthstate

import (
	"go/ast"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// habits are what a package does that matters to all of its flows.
type habits struct {
	// binds says that something in it names what ties a login to a browser, other than the state.
	binds bool
	// typed says that the user types in the code: there is no callback.
	typed bool
	// handles says that one of its functions gets a request.
	handles bool
	// states are the reads of a parameter called state, and others says that it may be read in ways that aren't seen.
	states []ssa.CallInstruction
	others bool
}

func survey(p *lint.Pass) *habits {
	h := &habits{others: tagged(p)}
	for _, fn := range p.Summary.Functions {
		for _, param := range fn.Params {
			h.handles = h.handles || catalog.HandsRequest(param.Type()) || flow.TypeWord(param.Type()) == "http.ResponseWriter"
		}
		for instr := range flow.Instructions(fn) {
			h.instruction(p, instr)
		}
	}
	return h
}

func (h *habits) instruction(p *lint.Pass, instr ssa.Instruction) {
	var buf [8]*ssa.Value
	for _, operand := range instr.Operands(buf[:0]) {
		h.operand(*operand)
	}
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		h.call(p, instr)
	case *ssa.Lookup:
		if key, ok := flow.ConstString(instr.Index); ok && isState(key) {
			h.others = true
		}
	case *ssa.FieldAddr:
		h.field(flow.FieldOf(instr))
	}
}

// operand looks at the constants and variables that the package uses.
func (h *habits) operand(v ssa.Value) {
	switch v := v.(type) {
	case *ssa.Const:
		text, _ := flow.ConstString(v)
		h.binds = h.binds || summary.IsBinding(text) || strings.Contains(text, "code_challenge")
		h.typed = h.typed || strings.HasPrefix(text, "urn:ietf:wg:oauth:2.0:oob")
	case *ssa.Global:
		h.typed = h.typed || v.Pkg.Pkg.Path() == "os" && v.Name() == "Stdin"
	}
}

func (h *habits) field(field *types.Var) {
	if field == nil {
		return
	}
	h.binds = h.binds || strings.EqualFold(field.Name(), "nonce")
	h.others = h.others || isState(field.Name())
}

// asking are the libraries by which programs ask the user who sits at the terminal.
var asking = []string{
	"github.com/AlecAivazis/survey", "github.com/manifoldco/promptui", "github.com/charmbracelet/huh", "github.com/charmbracelet/bubbletea",
	"github.com/chzyer/readline", "github.com/pterm/pterm", "golang.org/x/term", "golang.org/x/crypto/ssh/terminal",
}

func (h *habits) call(p *lint.Pass, call ssa.CallInstruction) {
	fn := flow.CalleeOf(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return
	}
	path := catalog.Unversioned(fn.Pkg().Path())
	h.binds = h.binds || path == "golang.org/x/oauth2" && (strings.Contains(fn.Name(), "Verifier") || strings.HasPrefix(fn.Name(), "S256")) || fn.Name() == "Nonce"
	h.typed = h.typed || path == "fmt" && strings.HasPrefix(fn.Name(), "Scan")
	for _, library := range asking {
		h.typed = h.typed || path == library || strings.HasPrefix(path, library+"/")
	}
	h.reads(p, call, fn)
}

// reads looks at what a call may read of a request.
func (h *habits) reads(p *lint.Pass, call ssa.CallInstruction, fn *types.Func) {
	if row := catalog.InboundOf(fn); row != nil {
		inQuery := row.Reads&(catalog.InQuery|catalog.InForm) != 0 // a cookie isn't what comes back
		if key, ok := flow.ConstString(summary.Operand(call.Common(), row.Key)); inQuery && row.Key != catalog.None && (!ok || isState(key)) {
			h.note(call, ok)
		}
		h.others = h.others || inQuery && row.Into != catalog.None && bindsState(summary.Operand(call.Common(), row.Into))
		return
	}
	if catalog.AuthCodeOf(fn) != nil || p.Summary.Callee(call) != nil {
		return
	}
	for _, arg := range call.Common().Args {
		if key, ok := flow.ConstString(arg); ok && isState(key) {
			h.others = true
		}
	}
}

// note notes a read of the state: by its name, or of a parameter whose name isn't known.
func (h *habits) note(call ssa.CallInstruction, named bool) {
	if !named {
		h.others = true
		return
	}
	h.states = append(h.states, call)
}

// isState reports whether something is called a state, "oauth_state" for one. A sentence isn't.
func isState(name string) bool {
	return strings.Contains(strings.ToLower(name), "state") && !strings.ContainsAny(name, " %/")
}

// bindsState reports whether a struct that a framework fills may have a field for the state.
func bindsState(into ssa.Value) bool {
	if made, ok := into.(*ssa.MakeInterface); ok {
		into = made.X
	}
	ptr, ok := into.Type().Underlying().(*types.Pointer)
	if !ok {
		return true
	}
	s, ok := ptr.Elem().Underlying().(*types.Struct)
	if !ok {
		return true
	}
	for i := range s.NumFields() {
		if strings.Contains(strings.ToLower(s.Field(i).Name()+s.Tag(i)), "state") || s.Field(i).Embedded() {
			return true
		}
	}
	return false
}

// tagged reports whether the package declares a field that decoders fill with a parameter called state.
func tagged(p *lint.Pass) bool {
	for cur := range p.Root().Preorder((*ast.Field)(nil)) {
		field := cur.Node().(*ast.Field)
		if field.Tag == nil || p.Quiet(field.Pos()) {
			continue
		}
		text, err := strconv.Unquote(field.Tag.Value)
		if err != nil {
			continue
		}
		for _, key := range []string{"form", "query", "schema", "param", "json", "url", "uri"} {
			if name, _, _ := strings.Cut(reflect.StructTag(text).Get(key), ","); strings.EqualFold(name, "state") {
				return true
			}
		}
	}
	return false
}
