package sessioncookie

import (
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// habits are what a package does that matters to all of its cookies.
type habits struct {
	// local says that it serves the machine that it runs on, and no other.
	local bool
}

var loopback = regexp.MustCompile(`^(localhost|127\.0\.0\.1|\[::1\]):`)

// isLocal reports whether the package serves the machine that it runs on: nothing that is sent there leaves it.
func (c *checker) isLocal() bool {
	if c.habits == nil {
		c.habits = &habits{}
		for _, fn := range c.Summary.Functions {
			for instr := range flow.Instructions(fn) {
				c.habits.local = c.habits.local || listensLocally(instr)
			}
		}
	}
	return c.habits.local
}

// listensLocally reports whether an instruction listens on the loopback interface, or sets where a server does.
func listensLocally(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		fn := flow.CalleeOf(instr.Common())
		if fn == nil || !listening.MatchString(fn.Name()) {
			return false
		}
		for _, arg := range instr.Common().Args {
			if text, ok := flow.ConstString(arg); ok && loopback.MatchString(text) {
				return true
			}
		}
	case *ssa.Store:
		addr, ok := instr.Addr.(*ssa.FieldAddr)
		text, constant := flow.ConstString(instr.Val)
		return ok && constant && flow.TypeWord(addr.X.Type()) == "http.Server" && loopback.MatchString(text)
	}
	return false
}

var listening = regexp.MustCompile(`^(Listen|Run|Start|Serve)`)
