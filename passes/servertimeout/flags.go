package servertimeout

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// flagPackages define flags with the function String, which returns the address of the value, and
// StringVar, which is given one.
var flagPackages = []string{"flag.", "(*flag.FlagSet).", "github.com/spf13/pflag.", "(*github.com/spf13/pflag.FlagSet)."}

// localFlag reports whether an address is the value of a flag whose default is local: whoever chooses
// another one means to be reached.
func (e *exposure) localFlag(o flow.Origin) bool {
	switch v := o.Value.(type) {
	case *ssa.UnOp: // *address, which flag.String(name, value, usage) returned
		return o.Kind == flow.Opaque && e.all(e.reaching(v), func(address flow.Origin) bool {
			call, ok := address.Value.(*ssa.Call)
			return ok && strings.HasPrefix(flagFunc(call), "String") && e.localAddrs(e.at(defaultOf(call), address))
		})
	case *ssa.Global, *ssa.Alloc, *ssa.FieldAddr:
		defaults := e.defaultsOf(v)
		for _, value := range defaults {
			if !e.localAddrs(e.reaching(value)) {
				return false
			}
		}
		return len(defaults) > 0
	}
	return false
}

// defaultsOf returns the defaults of the flags whose values are kept in a variable or field.
func (e *exposure) defaultsOf(variable ssa.Value) []ssa.Value {
	var found []ssa.Value
	for _, fn := range e.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok || !strings.HasPrefix(flagFunc(call), "StringVar") {
				continue
			}
			args := call.Call.Args
			if call.Call.Signature().Recv() != nil {
				args = args[1:]
			}
			if sameVariable(args[0], variable) {
				found = append(found, defaultOf(call))
			}
		}
	}
	return found
}

func sameVariable(a, b ssa.Value) bool {
	x, ok := a.(*ssa.FieldAddr)
	y, ok2 := b.(*ssa.FieldAddr)
	if ok && ok2 {
		return flow.FieldOf(x) == flow.FieldOf(y)
	}
	return a == b
}

// flagFunc returns the name of the function of a flag package that is called, "StringVarP", or "".
func flagFunc(call *ssa.Call) string {
	for _, prefix := range flagPackages {
		if name, ok := strings.CutPrefix(calleeName(call), prefix); ok {
			return name
		}
	}
	return ""
}

// defaultOf returns the default of a flag: what comes before the usage.
func defaultOf(call *ssa.Call) ssa.Value { return call.Call.Args[len(call.Call.Args)-2] }
