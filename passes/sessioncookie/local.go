package sessioncookie

import (
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

// isLocal reports whether the package serves the machine that it runs on: nothing that is sent there leaves it.
func (c *checker) isLocal() bool {
	for _, fn := range c.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			if c.listensLocally(instr) {
				return true
			}
		}
	}
	return false
}

// listensLocally reports whether an instruction listens on the loopback interface, or sets where a server does.
func (c *checker) listensLocally(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		fn := flow.CalleeOf(instr.Common())
		return fn != nil && listening.MatchString(fn.Name()) && slices.ContainsFunc(instr.Common().Args, c.isLoopback)
	case *ssa.Store:
		addr, ok := instr.Addr.(*ssa.FieldAddr)
		return ok && flow.TypeWord(addr.X.Type()) == "http.Server" && c.isLoopback(instr.Val)
	}
	return false
}

// isLoopback reports whether a value is an address of this machine: "127.0.0.1:%d".
func (c *checker) isLoopback(v ssa.Value) bool {
	basic, ok := v.Type().Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0 && slices.ContainsFunc(c.Summary.Texts(v), func(text flow.Text) bool {
		return len(text) > 0 && lint.IsLoopback(text[0].Constant)
	})
}

var listening = regexp.MustCompile(`^(Listen|Run|Start|Serve)`)
